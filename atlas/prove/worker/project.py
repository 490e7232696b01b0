"""Brings the sample project up: its settings, its rows, a database of its own for each sample."""
# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import importlib
import os
import shutil
import sys
import warnings
from pathlib import Path

from atlas.prove.worker.sandbox import scrubbed

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


class Kept:
    """A copy of the project that many samples run on one after the other, put right when one writes into it."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.project = project
        self.folder = copy(project, folder, {}, "")
        self.state = look(self.folder)

    def restore(self) -> None:
        """Undo what a sample did to the files."""
        if look(self.folder) != self.state:
            shutil.rmtree(self.folder)
            copy(self.project, self.folder, {}, "")
            self.state = look(self.folder)


def look(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file below a folder, so that it is seen when one changes."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


def boot(folder: Path) -> None:
    """Set Django up on the project in `folder`, with Django's test environment (mail to memory, no debug)."""
    os.environ["DJANGO_SETTINGS_MODULE"] = MODULE
    sys.path.insert(0, str(folder))
    import django

    django.setup()
    from django.test.utils import setup_test_environment

    setup_test_environment()


#: Modules that read no setting when they are imported (one that did would fail here, there being none yet).
CORE = (
    "asyncio",
    "django.core.cache",
    "django.core.checks",
    "django.core.mail",
    "django.core.management",
    "django.core.serializers.json",
    "django.core.paginator",
    "django.core.signing",
    "django.core.validators",
    "django.db.backends.sqlite3.base",
    "django.db.migrations.migration",
    "django.db.models",
    "django.forms",
    "django.forms.models",
    "django.http",
    "django.middleware.clickjacking",
    "django.middleware.common",
    "django.middleware.csrf",
    "django.middleware.security",
    "django.template.backends.django",
    "django.template.context_processors",
    "django.template.defaultfilters",
    "django.template.defaulttags",
    "django.template.loader",
    "django.template.loader_tags",
    "django.template.loaders.app_directories",
    "django.template.response",
    "django.templatetags.i18n",
    "django.templatetags.l10n",
    "django.templatetags.static",
    "django.templatetags.tz",
    "django.test",
    "django.urls",
    "django.utils.html",
    "django.utils.timezone",
    "django.utils.translation.trans_real",
    "django.views.debug",
    "django.views.decorators.csrf",
    "django.views.generic",
)


def import_core() -> None:
    """Import the parts of Django that do not depend on a project, so that the forks of a bare worker share them."""
    with warnings.catch_warnings():
        # A warning that is due at import would be lost to the samples: better to hear of it.
        warnings.simplefilter("error")
        # Python 3.10's own, which the first patches of 3.2 set off: no sample asks about it.
        warnings.filterwarnings("ignore", "The distutils package is deprecated", DeprecationWarning)
        for name in CORE:
            importlib.import_module(name)


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
    from django.contrib.auth import get_user_model
    from django.contrib.auth.hashers import make_password
    from django.core.management import call_command
    from django.db import connections

    call_command("migrate", verbosity=0)
    call_command("loaddata", "library", verbosity=0)
    # As the release itself hashes passwords: a log-in need not hash them anew.
    password = make_password("secret", salt="samples-sample-salt-01")
    get_user_model()._default_manager.update(password=password)
    connections.close_all()


def cleaned(text: str, *folders: Path) -> str:
    """`scrubbed` for paths."""
    return scrubbed(text, *map(str, folders))
