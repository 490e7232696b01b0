"""What under `data/` belongs to an older Django than the facts: after a sync, until `make update` ends."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from atlas.facts import default_files, docs_pages, pins, proof_files
from atlas.facts.django import Facts
from atlas.words.problems import Problem, RecordsBroken
from atlas.words.versions import sort_key

REMEDY: Final = "make update"


def behind(facts: Facts) -> dict[str, list[str]]:
    """The newest releases (`5.2.20`) that a part of the data does not know yet, by part, where there are any.

    A part that is missing or broken is a mistake of another sort, and left out.
    """
    newest = {series: facts.newest_patch(series) for series in facts.releases}
    late = {part: _late(newest, read) for part, read in _parts(facts).items()}
    return {part: versions for part, versions in late.items() if versions}


def problems(facts: Facts) -> list[Problem]:
    """One line for all of it, or nothing."""
    late = behind(facts)
    if not late:
        return []
    versions = sorted({one for versions in late.values() for one in versions}, key=sort_key)
    message = f"out, and not yet in: {', '.join(late)}"
    return [Problem(Path("data"), 0, f"Django {', '.join(versions)}", message, REMEDY)]


def _parts(facts: Facts) -> dict[str, Callable[[], Mapping[str, str]]]:
    return {
        "documentation": lambda: docs_pages.load(facts.data).read,
        "locks": lambda: _locks(facts),
        "defaults": lambda: default_files.load(facts.data).read,
        "runs": lambda: _runs(facts),
    }


def _late(newest: Mapping[str, str], read: Callable[[], Mapping[str, str]]) -> list[str]:
    try:
        known = read()
    except RecordsBroken:
        return []
    return [version for series, version in newest.items() if known.get(series) != version] if known else []


def _locks(facts: Facts) -> dict[str, str]:
    found = {series: pins.locked(facts.root, series) for series in facts.releases}
    return {series: version for series, version in found.items() if version}


def _runs(facts: Facts) -> dict[str, str]:
    path = facts.data / "proof/environments.json"
    rows = proof_files.stored(path) if path.exists() else {}
    return {release: row.django for release, row in rows.items()}
