"""The rules of all changes as plain data: for the engine, for a file of its own, and for the planner's page."""

import re
from pathlib import Path

from atlas.publish.gone import gone
from atlas.records.change import Change
from atlas.records.library import Library
from atlas.scan.rules import FORMAT, Catalog, Compact, CompactChange, Described
from atlas.scan.tables import TABLES


def compact(library: Library) -> Compact:
    """Rules by change id, without titles: what a page with the changes on it needs to scan a project.

    `removed` tells where a deprecation ends, as far as `atlas.scan.applies` wants to know it.
    """
    changes = {change.id: _compact(change) for change in library.changes if change.detect}
    return {"format": FORMAT, "tables": TABLES, "changes": changes, "imports": gone(library)}


def _compact(change: Change) -> CompactChange:
    found: CompactChange = {"rules": [rule.plain() for rule in change.detect]}
    if change.exclude:
        found["exclude"] = change.exclude
    if change.only_with:
        found["only_with"] = [rule.plain() for rule in change.only_with]
    if change.kind == "deprecated" and change.removed:
        found["removed"] = change.removed
    return found


def catalog(library: Library, site: str) -> Catalog:
    """Everything that `python -m atlas scan` needs, so that it runs with the standard library alone.

    site: where the pages are published, with a slash at the end.
    """
    return {
        "format": FORMAT,
        "site": site,
        "releases": list(library.facts.releases),
        "tables": TABLES,
        "changes": [_described(change) for change in library.changes if change.forces_work],
        "imports": gone(library),
    }


def _described(change: Change) -> Described:
    found: Described = {
        "id": change.id,
        "title": change.title,
        "kind": change.kind,
        "impact": change.impact,
        "fixable_from": change.fixable_from,
        "rules": [rule.plain() for rule in change.detect],
    }
    if change.exclude:
        found["exclude"] = change.exclude
    if change.only_with:
        found["only_with"] = [rule.plain() for rule in change.only_with]
    if change.severity:
        found["severity"] = change.severity
    if change.removed:
        found["removed"] = change.removed
    if change.silent:
        found["silent"] = change.silent
    if change.fixer:
        found["fixer"] = change.fixer
    if change.undetectable:
        found["undetectable"] = change.undetectable
    return found


def site_url(root: Path) -> str:
    """The address of the published site, from `mkdocs.yml`."""
    found = re.search(r"^site_url:\s*(\S+)", (root / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    return found[1].rstrip("/") + "/" if found else ""
