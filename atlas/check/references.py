"""What records say of each other and of the facts: releases, units of the official notes, fixers, titles."""

import pkgutil
from collections.abc import Iterator

import django_upgrade.fixers

from atlas.records.change import Change
from atlas.records.library import Library
from atlas.words.problems import Problem
from atlas.words.versions import is_version, sort_key


def check(library: Library) -> Iterator[Problem]:
    """Problems between the records of a library."""
    yield from _folders(library)
    units = _places(library)
    holders: dict[str, Change] = {}
    titles: dict[tuple[str, str], Change] = {}
    for change in library.changes:
        yield from _releases(change, library)
        yield from _fixer(change)
        yield from _units(change, units, holders)
        yield from _cves(change, library)
        twin = titles.setdefault((change.release, change.title.lower()), change)
        if twin is not change:
            message = f"{twin.page.path} has the same title in this release"
            yield _at(change, "title", message, "say what is different, or make one page of the two")
    yield from _left_out(library, units, holders)


def _at(change: Change, field: str, message: str, remedy: str = "") -> Problem:
    return Problem(change.page.path, change.page.line_of(*field.split(".")), field, message, remedy)


def _folders(library: Library) -> Iterator[Problem]:
    known = {*library.facts.releases, *library.facts.support.planned}
    for page in library.pages:
        folder = page.path.parent.name
        if folder not in known:
            remedy = "make sync knows the releases" if is_version(folder) else "name the folder for a release"
            yield Problem(page.path, 0, "folder", f"'{folder}' is no feature release in data/", remedy)


def _releases(change: Change, library: Library) -> Iterator[Problem]:
    known = {*library.facts.releases, *library.facts.support.planned}
    for field, value in (("removed", change.removed), ("until", change.until), ("fix_from", change.fix_from)):
        if value and value not in known and (field == "fix_from" or sort_key(value) < sort_key("2028")):
            names = ", ".join(sorted(known, key=sort_key))
            yield _at(change, field, f"found '{value}', expected one of {names}")
    if change.until and sort_key(change.until) <= sort_key(change.fixable_from):
        yield _at(change, "until", f"found '{change.until}', expected a release after {change.fixable_from}")
    if change.fix_from and sort_key(change.fix_from) >= sort_key(change.release):
        remedy = "take the field out: the page's own release is the default"
        yield _at(
            change,
            "fix_from",
            f"found '{change.fix_from}', expected a release before {change.release}",
            remedy,
        )


def fixers() -> set[str]:
    """Names of the fixers of the installed django-upgrade."""
    return {module.name for module in pkgutil.iter_modules(django_upgrade.fixers.__path__)}


def _fixer(change: Change) -> Iterator[Problem]:
    if change.fixer not in (None, "manual") and change.fixer not in fixers():
        names = ", ".join(sorted(fixers()))
        yield _at(change, "fixer", f"found '{change.fixer}', expected manual or one of {names}")


def _places(library: Library) -> dict[str, str]:
    return {row.hash: release for release, rows in library.facts.notes.items() for row in rows}


def _units(change: Change, units: dict[str, str], holders: dict[str, Change]) -> Iterator[Problem]:
    for index, unit in enumerate(change.covers):
        field = f"covers.{index}"
        if unit not in units:
            yield _at(change, field, f"'{unit}' is no unit of data/notes", "copy the hash from data/notes")
        holder = holders.setdefault(unit, change)
        if holder is not change:
            remedy = "one page stands for a unit: keep it on the page that says most"
            yield _at(change, field, f"'{unit}' is already covered by {holder.page.path}", remedy)
        elif change.covers.index(unit) != index:
            yield _at(change, field, f"'{unit}' stands twice", "keep one")


def _cves(change: Change, library: Library) -> Iterator[Problem]:
    for index, cve in enumerate(change.cves):
        if cve not in library.facts.cves:
            yield _at(change, f"cves.{index}", f"'{cve}' is not in data/cves.json", "check the number")


def _left_out(library: Library, units: dict[str, str], holders: dict[str, Change]) -> Iterator[Problem]:
    for release, record in library.release_pages.items():
        for unit in record.uncovered:
            line = record.page.line_of("uncovered", unit)
            if units.get(unit) != release:
                message = f"'{unit}' is no unit of the notes of {release}"
                yield Problem(record.page.path, line, "uncovered", message, "copy the hash from data/notes")
            elif unit in holders:
                message = f"'{unit}' is covered by {holders[unit].page.path}"
                yield Problem(record.page.path, line, "uncovered", message, "take the excuse out")
