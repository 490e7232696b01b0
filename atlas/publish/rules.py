"""The rules of all changes as plain data: for the engine, for a file of its own, and for the planner's page."""

import re
from pathlib import Path
from typing import Any

from atlas.records.change import Change, rules_of
from atlas.records.library import Library
from atlas.scan.reexports import PUBLIC

#: Goes up when a reader of the data would have to change.
FORMAT = 1


def compact(library: Library) -> dict[str, Any]:
    """Rules by change id, without titles: what a page with the changes on it needs to scan a project.

    `removed` tells where a deprecation ends, as far as `atlas.scan.applies` wants to know it. `reexports` maps a
    public module to the submodules that hold the same names (`atlas.scan.reexports`).
    """
    changes = {change.id: rules_of(change) | _end_of(change) for change in library.changes if change.detect}
    return {"format": FORMAT, "reexports": PUBLIC, "changes": changes}


def _end_of(change: Change) -> dict[str, Any]:
    return {"removed": change.removed} if change.kind == "deprecated" else {}


def catalog(library: Library, site: str) -> dict[str, Any]:
    """Everything that `python -m atlas scan` needs, so that it runs with the standard library alone.

    site: where the pages are published, with a slash at the end.
    """
    return {
        "format": FORMAT,
        "site": site,
        "releases": list(library.facts.releases),
        "changes": [_described(change) for change in library.changes if change.forces_work],
    }


def _described(change: Change) -> dict[str, Any]:
    optional = {
        "removed": change.removed,
        "silent": change.silent,
        "fixer": change.fixer,
        "undetectable": change.undetectable,
    }
    return {
        "id": change.id,
        "title": change.title,
        "kind": change.kind,
        "impact": change.impact,
        "fixable_from": change.fixable_from,
        **{name: value for name, value in optional.items() if value},
        **rules_of(change),
    }


def site_url(root: Path) -> str:
    """The address of the published site, from `mkdocs.yml`."""
    found = re.search(r"^site_url:\s*(\S+)", (root / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    return found[1].rstrip("/") + "/" if found else ""
