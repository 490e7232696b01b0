"""What the installed Django gives a new project: generated files, defaults of settings, what it says about them.

Run in an empty folder by atlas/prove/defaults.py; prints one JSON object.
"""
# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

PROJECT, APP = "mysite", "library"
SETTING = re.compile(r"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b")
#: A project that sets nothing it can leave out. Some defaults are spoken of only when a model or a form uses them.
BARE = {
    "bare/__init__.py": "",
    "bare/settings.py": """
SECRET_KEY = "x" * 60
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
INSTALLED_APPS = ["bare"]
""",
    "bare/models.py": """
from django import forms
from django.db import models

class Shelf(models.Model):
    pass

class ShelfForm(forms.Form):
    picture = forms.URLField()
""",
}


def generated(folder: Path) -> dict[str, str]:
    """The files that `startproject` and `startapp` make in an empty folder, by path below the project's folder."""
    project = folder / PROJECT
    for command, where in (
        (["-m", "django", "startproject", PROJECT], folder),
        (["manage.py", "startapp", APP], project),
    ):
        # -B, or the compiled files of the project would be among what was generated.
        subprocess.run([sys.executable, "-B", *command], cwd=where, check=True, capture_output=True)
    files = sorted(path for path in project.rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): path.read_text(encoding="utf-8") for path in files}


def settings() -> dict[str, str]:
    """The default of every setting as Python writes it."""
    from django.conf import global_settings

    names = (name for name in dir(global_settings) if name.isupper())
    return {name: repr(getattr(global_settings, name)) for name in names}


def database() -> dict[str, str]:
    """What an entry of DATABASES holds where a project leaves it out, `TEST` taken apart."""
    from django.db import connections

    found = dict(connections["default"].settings_dict)
    for given in ("ENGINE", "NAME"):
        del found[given]
    test = {f'TEST["{name}"]': value for name, value in found.pop("TEST").items()}
    return {name: repr(value) for name, value in {**found, **test}.items()}


def announced(folder: Path) -> list[str]:
    """Settings that warnings and system checks speak of in a project that sets none of them, made in a folder."""
    for name, text in BARE.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    sys.path.insert(0, str(folder))
    os.environ["DJANGO_SETTINGS_MODULE"] = "bare.settings"
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        import django
        from django.core import checks

        django.setup()
        found: list[Any] = checks.run_checks()
    texts = [f"{one} {getattr(one, 'hint', '')}" for one in [*(one.message for one in caught), *found]]
    known = settings()
    return sorted({name for text in texts for name in SETTING.findall(text) if name in known})


if __name__ == "__main__":
    import django

    found = {"files": generated(Path.cwd()), "announced": announced(Path.cwd()), "settings": settings()}
    print(json.dumps({"django": django.get_version(), "database": database(), **found}))
