"""A small catalog of changes, as `atlas.publish.rules.catalog` makes it, for tests of what is printed."""

from pathlib import Path
from typing import Any

from atlas.scan.engine import scan_folder
from atlas.scan.report import Report, arranged, changes_for
from atlas.scan.rules import FORMAT, GoneImports
from atlas.scan.tables import TABLES

SITE = "https://atlas.example/"
URL = {
    "id": "4.0/url",
    "title": "url() is gone",
    "kind": "removed",
    "impact": "high",
    "fixable_from": "2.2",
    "fixer": "django_urls",
    "rules": [{"name": ["django.conf.urls.url"]}],
}
UTC = {
    "id": "4.1/timezone-utc",
    "title": "UTC comes from Python",
    "kind": "deprecated",
    "impact": "low",
    "removed": "5.0",
    "fixable_from": "2.2",
    "fixer": "manual",
    "rules": [{"name": ["django.utils.timezone.utc"]}, {"name": ["django.utils.timezone"]}],
}
SEARCH = {
    "id": "4.1/search",
    "title": "Search finds fewer rows",
    "kind": "changed",
    "impact": "medium",
    "silent": True,
    "fixable_from": "4.1",
    "rules": [],
    "undetectable": "what people type is not in the code",
}
AJAX = {
    "id": "4.0/is-ajax",
    "title": "request.is_ajax() is gone",
    "kind": "removed",
    "impact": "medium",
    "fixable_from": "2.2",
    "rules": [{"method": ["is_ajax"]}],
}
IMPORTS: GoneImports = {
    "4.0": {
        "django.utils.old": {},
        "django.utils.text.wraps": {"now": "functools.wraps"},
        "django.db.moved": {"now": "django.db.again"},
        "django.db.models.Gone": {"change": "4.1/search"},
    },
    "4.1": {"django.db.again": {"now": "django.db.here", "change": "4.1/search"}},
    "5.0": {"django.db.here": {}},
}
CATALOG: dict[str, Any] = {
    "format": FORMAT,
    "site": SITE,
    "tables": TABLES,
    "releases": ["3.2", "4.0", "4.1", "4.2", "5.0"],
    "changes": [URL, UTC, SEARCH, AJAX],
    "imports": IMPORTS,
}


def report(folder: Path, start: str = "3.2", end: str = "4.1", **files: str) -> Report:
    """A report on files that are written to a folder: `a_py="…"` is `a.py`."""
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    changes = changes_for(CATALOG, start, end)
    result = scan_folder(folder, changes)
    return arranged(changes, result, CATALOG, start=start, end=end, folder="shop")
