"""Django's deprecation timeline beside the pages that explain its entries."""

import builtins
from collections.abc import Iterable
from dataclasses import dataclass

from atlas.library import Library
from atlas.records import Change
from atlas.versions import sort_key


@dataclass(frozen=True)
class Deprecation:
    """Something that warns from one release on and is gone in another. `anchor`: in Django's timeline."""

    deprecated_in: str
    removed_in: str
    symbols: tuple[str, ...]
    anchor: str | None
    changes: tuple[Change, ...]


def timeline(library: Library) -> list[Deprecation]:
    """All deprecations, by the release of removal: the entries of `data/`, and pages that none of them names."""
    found: list[Deprecation] = []
    for row in library.facts.deprecations:
        pages = _pages(library, row.deprecated_in, row.removed_in, row.symbols)
        found.append(Deprecation(row.deprecated_in, row.removed_in, row.symbols, row.anchor, pages))
    drawn = {change.id for one in found for change in one.changes}
    for change in library.changes:
        if change.kind == "deprecated" and change.removed and change.id not in drawn:
            found.append(Deprecation(change.release, change.removed, change.symbols, None, (change,)))
    return sorted(found, key=lambda one: (sort_key(one.removed_in), sort_key(one.deprecated_in)))


def begun_in(library: Library, release: str) -> list[Deprecation]:
    """What starts to warn in a release."""
    return [one for one in timeline(library) if one.deprecated_in == release]


def ending_in(library: Library, release: str) -> list[Deprecation]:
    """What is gone in a release."""
    return [one for one in timeline(library) if one.removed_in == release]


def _pages(library: Library, start: str, end: str, symbols: Iterable[str]) -> tuple[Change, ...]:
    """The pages about an entry: those with the same releases that share most of its telling names."""
    names = telling(symbols)
    shared = {
        change.id: len(names & (telling(change.symbols) | _covered_names(library, change)))
        for change in library.of_release(start)
        if change.kind == "deprecated" and change.removed == end
    }
    most = max(shared.values(), default=0)
    return tuple(library.by_id[key] for key, count in shared.items() if count == most > 0)


def _covered_names(library: Library, change: Change) -> set[str]:
    # A page covers the note of the deprecation and often that of the removal, in the notes of a later release.
    notes = [library.facts.notes.get(release, ()) for release in (change.release, change.removed or "")]
    units = [unit for rows in notes for unit in rows if unit.hash in change.covers]
    return {name for unit in units for name in telling(unit.symbols)}


def telling(symbols: Iterable[str]) -> set[str]:
    """The last parts of names, without what names nothing of Django: `None`, `TypeError`, literals."""
    tails = {symbol.removesuffix("()").rsplit(".", 1)[-1].partition("=")[0] for symbol in symbols}
    return {tail for tail in tails if tail.isidentifier() and not hasattr(builtins, tail)}
