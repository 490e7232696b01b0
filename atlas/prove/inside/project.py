"""Brings the sample project up: its settings, its rows, a database of its own for each sample."""
# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from atlas.prove.inside.walls import plain

MODULE = "config.settings"


def copy(project: Path, target: Path, files: dict[str, str], settings: str) -> Path:
    """A copy of the project with the files of a sample written into it and lines added to its settings."""
    shutil.copytree(project, target, ignore=shutil.ignore_patterns("__pycache__", "*.sqlite3"))
    for name, text in files.items():
        path = target / ("config/settings.py" if name == "settings.py" else name)
        if name == "settings.py":
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    lines = settings + files.get("settings.py", "")
    if lines:
        with (target / "config/settings.py").open("a", encoding="utf-8") as file:
            file.write("\n\n" + lines)
    return target


def boot(folder: Path) -> None:
    """Set Django up on the project in `folder`, with Django's test environment (mail to memory, no debug)."""
    os.environ["DJANGO_SETTINGS_MODULE"] = MODULE
    sys.path.insert(0, str(folder))
    import django

    django.setup()
    from django.test.utils import setup_test_environment

    setup_test_environment()


def warm_up() -> None:
    """Import what most samples need, so that the forks share it. Opens no connection."""
    import asyncio  # noqa: F401

    from django.contrib.auth import get_user_model
    from django.template import engines
    from django.test import Client  # noqa: F401
    from django.urls import reverse

    get_user_model()
    reverse("admin:index")
    engines.all()


def move_in(scratch: Path, template: Path) -> None:
    """Give a forked sample its own database and folders."""
    from django.conf import settings
    from django.db import connection

    database = scratch / "db.sqlite3"
    shutil.copyfile(template, database)
    settings.DATABASES["default"]["NAME"] = str(database)
    connection.settings_dict["NAME"] = str(database)
    settings.MEDIA_ROOT = str(scratch / "media")
    settings.STATIC_ROOT = str(scratch / "static")


def fill() -> None:
    """Create the tables and the fixed rows in the database that the settings name."""
    from django.core.management import call_command
    from django.db import connections

    call_command("migrate", verbosity=0)
    call_command("loaddata", "library", verbosity=0)
    connections.close_all()


def cleaned(text: str, *folders: Path) -> str:
    """`plain` for paths."""
    return plain(text, *map(str, folders))
