"""A small project of one Django release, with real environments made from files: no network is needed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from atlas.facts import pins
from atlas.facts.django import Facts
from atlas.prove.environments import Environment, ensure
from atlas.prove.targets import targets
from tests.desk import FIELDS, fence
from tests.prove.wheels import pack_all, repacked
from tests.sync.archives import FEATURE_NOTES, FILES, write_archive

SUPPORT = """\
sources:
  page: {{repository: a/b, path: c, commit: {commit}, checked: "{checked}"}}
releases:
  "4.1":
    bug_fixes_end: {{date: "2023-04-05", source: page}}
    security_fixes_end: {{date: "2023-12-01", source: page}}
"""
CODE = 'from django.utils.text import slugify\nassert slugify("Open Shelf") == "open-shelf", slugify("Open Shelf")'
PAGE = "\n".join(
    [
        "---",
        *(f"{name}: {value}" for name, value in {**FIELDS, "kind": "added"}.items()),
        "symbols: [django.utils.text.slugify]",
        "covers: []",
        "---",
        "Shelves have short names.",
        "",
        fence("After", 'from django.utils.text import slugify\n\nshelf = slugify("Open Shelf")'),
        "## Evidence",
        fence("Run", "print(1)"),
        fence("Holds on 4.1-: a shelf's name is written with a hyphen", CODE),
    ]
)


class World:
    """root: the project's folder, up to date with Django 4.1.1; wheels: where packages come from."""

    def __init__(self, folder: Path, project: Path) -> None:
        self.root, self.project, self.wheels = folder / "project", project, folder / "wheels"
        self.archives = folder / "archives"

    def begin(self) -> "World":
        """Write everything that a project of Django 4.1.1 has, by an update."""
        self.wheels.mkdir(parents=True)
        made = pack_all(environment_of("4.1", self.project), self.wheels)
        self.django = next(path for path in made if path.name.startswith("Django-"))
        self.django = self.django.rename(self.wheels.parent / self.django.name)
        (self.root / "docs/releases/4.1").mkdir(parents=True)
        (self.root / "data").mkdir()
        (self.root / "sample_project").symlink_to(self.project / "sample_project")
        (self.root / "data/packages").mkdir()
        shutil.copy(self.project / "data/packages/packages.yml", self.root / "data/packages")
        shutil.copy(self.project / "data/reach-names.yml", self.root / "data")
        (self.root / "data/support.yml").write_text(
            SUPPORT.format(commit="a" * 40, checked="2026-11-01"), encoding="utf-8"
        )
        (self.root / "docs/releases/4.1/short-names.md").write_text(PAGE, encoding="utf-8")
        driver = pins.path(self.root, pins.MARIADB)
        driver.parent.mkdir(parents=True)
        shutil.copyfile(pins.path(self.project, pins.MARIADB), driver)
        self.publish("4.1.1")
        return self

    def publish(self, version: str, **changed: tuple[str, str]) -> None:
        """Put a patch release into the folder of wheels, and its archive in place of those before.

        changed: by `module__name`, text of Django's code that is replaced.
        """
        texts = {name.replace("__", "/") + ".py": pair for name, pair in changed.items()}
        texts["django/__init__.py"] = _numbers(self.django, version)
        repacked(self.django, version, self.wheels, texts)
        files = {**FILES, "django/utils/text.py": "def slugify(value):\n    pass\n", "django/__init__.py": ""}
        if version != "4.1.1":
            files[f"docs/releases/{version}.txt"] = FIX.format(version=version)
        self.at_hand = [write_archive(self.archives, files, version)]

    def publish_feature(self, release: str, before: str) -> None:
        """Put a feature release into the folder of wheels, and its archive beside the one before."""
        packed = pack_all(environment_of(release, self.project), self.wheels)
        real = next(path for path in packed if path.name.startswith("Django-"))
        real = real.rename(self.wheels.parent / real.name)
        repacked(real, release, self.wheels, {"django/__init__.py": _numbers(real, f"{release}.0")})
        notes = (
            FEATURE_NOTES.replace(before, release).replace(f"(as of {release}.1)", "").replace("2022", "2023")
        )
        files = {
            **FILES,
            "docs/releases/4.2.txt": notes,
            "django/utils/text.py": "def slugify(value):\n    pass\n",
        }
        files |= {"django/__init__.py": ""}
        self.at_hand.append(write_archive(self.archives, files, release))  # neighbors are compared

    def start(self, *verb: str) -> "subprocess.Popen[str]":
        """Start `atlas` on this project, without a network; an update where no verb is named."""
        command = [
            sys.executable,
            "-c",
            COMMAND,
            str(self.root),
            *(verb or ("update",)),
            *map(str, self.at_hand),
        ]
        variables = {
            "UV_NO_CONFIG": "1",
            "UV_CACHE_DIR": str(self.wheels.parent / "uv-cache"),
            "UV_OFFLINE": "1",
            "UV_FIND_LINKS": str(self.wheels),
            "PIP_NO_INDEX": "1",
            "PIP_CONFIG_FILE": os.devnull,
            "SOURCE_DATE_EPOCH": "1796000000",
        }
        pipe = subprocess.PIPE
        environment = {**os.environ, **variables}
        return subprocess.Popen(
            command,
            cwd=self.project,
            env=environment,
            stdout=pipe,
            stderr=pipe,
            text=True,
            start_new_session=True,
        )

    def run(self, *verb: str) -> tuple[int, str, str]:
        """Start, and wait for the exit status, what it prints, and what it says on the way."""
        process = self.start(*verb)
        said, progress = process.communicate()
        return process.returncode, said, progress

    def copy(self, folder: Path) -> "World":
        """The same world in another folder; what takes room is linked."""
        here = self.root.parent
        for name in ("data", "docs"):
            shutil.copytree(self.root / name, folder / "project" / name)
        for name in ("wheels", "archives", "uv-cache", "project/.cache"):
            shutil.copytree(here / name, folder / name, symlinks=True, copy_function=_link)
        (folder / "project/sample_project").symlink_to(self.project / "sample_project")
        other = World(folder, self.project)
        other.django = self.django
        other.at_hand = [folder / "archives" / path.name for path in self.at_hand]
        return other

    def contents(self) -> dict[str, bytes]:
        """Everything that is committed, by path."""
        found = {}
        for name in ("data", "docs"):
            for path in sorted((self.root / name).rglob("*")):
                if path.is_file():
                    found[path.relative_to(self.root).as_posix()] = path.read_bytes()
        return found


COMMAND = """
import sys
from pathlib import Path
from atlas.check.__main__ import main as check
from atlas.sync.__main__ import main as sync
from atlas.update.__main__ import main as update
root, verb, *archives = sys.argv[1:]
verbs = {
    "check": lambda: check([root]),
    "sync": lambda: sync(["--sdist", *archives, "--data", f"{root}/data"]),
    "update": lambda: update(["--sdist", *archives], Path(root)),
}
sys.exit(verbs[verb]())
"""
FIX = """\
==========================
Django {version} release notes
==========================

*October 4, 2022*

Django {version} fixes a bug.

Bugfixes
========

* A new shelf of :func:`~library.desk.ring` works in {version}.
"""


def _link(source: str, target: str) -> None:
    os.link(source, target, follow_symlinks=False)


def _numbers(wheel: Path, version: str) -> tuple[str, str]:
    """What Django calls itself in a wheel, and what it shall call itself."""
    real, numbers = wheel.name.split("-")[1], version.replace(".", ", ")
    return f"VERSION = ({real.replace('.', ', ')},", f"VERSION = ({numbers},"


def environment_of(release: str, project: Path) -> Path:
    """The folder of a release's environment, made as `make prove` does where it is not there."""
    target = next(one for one in targets(Facts(project)) if one.release == release)
    assert pins.locked(project, release)
    made = ensure(project, target, project / ".cache/prove/environments")
    assert isinstance(made, Environment), made
    return made.python.parents[1]
