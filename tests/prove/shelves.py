"""An index without a network: a folder with real Djangos, and with versions of a package that a test makes up."""

import json
import shutil
import tarfile
import zipfile
from pathlib import Path

from atlas.facts.django import Facts
from atlas.prove.environments import Environment, ensure
from atlas.prove.packages.index import Index
from atlas.prove.targets import Target, targets
from tests.prove.wheels import pack

NAME = "django-shelves"
RECIPE = """\
packages:
  django-shelves:
    does: keeps books where readers find them
    modules: [shelves]
    apps: [shelves]
    urls: {shelves/: shelves.urls}
    requests: [/shelves/]
"""
URLS = """\
from django.http import HttpResponse
from django.urls import path
urlpatterns = [path("", lambda request: HttpResponse("all shelves"))]
"""
GOOD = {"__init__.py": "", "urls.py": URLS}
#: Code that runs when Django sets the app up.
AT_START = {
    **GOOD,
    "apps.py": "from django.apps import AppConfig\nclass Shelves(AppConfig):\n    name = 'shelves'\n"
    "    def ready(self):\n        from shelves.start import start\n        start()\n",
    "__init__.py": "default_app_config = 'shelves.apps.Shelves'\n",
}

GONE = {**GOOD, "models.py": "from django.utils.encoding import force_text\n"}
BROKEN = {**GOOD, "models.py": "raise RuntimeError('the shelf is full')\n"}
FOR_4_2 = "Requires-Dist: Django (>=4.2)\nRequires-Python: >=3.8\nClassifier: Framework :: Django :: 4.2\n"


def index(folder: Path) -> Index:
    """The index of a folder."""
    return Index(("--no-index", "--find-links", str(folder)))


def djangos(root: Path, folder: Path, *releases: str) -> None:
    """Put the newest patch of releases into a folder, with what it needs."""
    folder.mkdir(parents=True, exist_ok=True)
    for target in of(root, *releases):
        made = ensure(root, target, root / ".cache/prove/environments")
        assert isinstance(made, Environment), made
        names = ["django", "asgiref", "sqlparse"]
        if list(made.python.parents[1].glob("lib/python3*/site-packages/typing_extensions-*")):
            names.append("typing_extensions")
        pack(made.python.parents[1], names, folder)


def of(root: Path, *releases: str) -> list[Target]:
    """The targets of releases."""
    return [target for target in targets(Facts(root)) if target.release in releases]


def wheel(folder: Path, version: str, files: dict[str, str], metadata: str = "") -> None:
    """Write a wheel of the package. files: by their names in the module; metadata: more lines of it."""
    info = f"django_shelves-{version}.dist-info"
    with zipfile.ZipFile(folder / f"django_shelves-{version}-py3-none-any.whl", "w") as file:
        for name, text in files.items():
            file.writestr(f"shelves/{name}", text)
        file.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {version}\n{metadata}"
        )
        file.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        names = [
            *(f"shelves/{name}" for name in files),
            *(f"{info}/{name}" for name in ("METADATA", "WHEEL", "RECORD")),
        ]
        file.writestr(f"{info}/RECORD", "".join(f"{name},,\n" for name in names))


def source(folder: Path, version: str) -> None:
    """Write a source distribution that says what it is and cannot be built."""
    name = f"django_shelves-{version}"
    made = folder / name
    made.mkdir()
    (made / "PKG-INFO").write_text(f"Metadata-Version: 2.2\nName: {NAME}\nVersion: {version}\n")
    (made / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "broken"\nbackend-path = ["."]\n'
        f'[project]\nname = "{NAME}"\nversion = "{version}"\n'
    )
    (made / "broken.py").write_text(
        "def build_wheel(*arguments, **more):\n    raise RuntimeError('no paste for the spine')\n"
    )
    with tarfile.open(folder / f"{name}.tar.gz", "w:gz") as archive:
        archive.add(made, name)
    shutil.rmtree(made)


def project(root: Path, folder: Path, *releases: str) -> Path:
    """A project's folder that knows these releases and the one package."""
    (folder / "data/packages").mkdir(parents=True)
    (folder / "data/packages/packages.yml").write_text(RECIPE)
    for name in ("patches.json", "support.yml"):
        (folder / "data" / name).symlink_to(root / "data" / name)
    facts = json.loads((root / "data/releases.json").read_text(encoding="utf-8"))
    facts["releases"] = {release: facts["releases"][release] for release in releases}
    (folder / "data/releases.json").write_text(json.dumps(facts), encoding="utf-8")
    return folder
