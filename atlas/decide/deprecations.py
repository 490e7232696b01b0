"""Django's deprecation timeline beside the pages that explain its entries."""

import builtins
from collections.abc import Iterable
from dataclasses import dataclass

from atlas.facts.schema import DeprecationFacts
from atlas.records.change import Change
from atlas.records.library import Library
from atlas.words.versions import sort_key


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
    names = _names_of_pages(library)
    found: list[Deprecation] = []
    for row in library.facts.deprecations:
        pages = _pages(library, names, row)
        found.append(Deprecation(row.deprecated_in, row.removed_in, row.symbols, row.anchor, pages))
    drawn = {change.id for one in found for change in one.changes}
    for change in library.changes:
        if change.kind == "deprecated" and change.removed and change.id not in drawn:
            found.append(Deprecation(change.release, change.removed, change.symbols, None, (change,)))
    return sorted(found, key=lambda one: (sort_key(one.removed_in), sort_key(one.deprecated_in)))


def begun_in(rows: Iterable[Deprecation], release: str) -> list[Deprecation]:
    """What starts to warn in a release."""
    return [one for one in rows if one.deprecated_in == release]


def ending_in(rows: Iterable[Deprecation], release: str) -> list[Deprecation]:
    """What is gone in a release."""
    return [one for one in rows if one.removed_in == release]


def _pages(library: Library, names: dict[str, set[str]], row: DeprecationFacts) -> tuple[Change, ...]:
    """The pages about an entry: those with the same releases that share most of its telling names."""
    wanted = telling(row.symbols) or set(row.symbols)
    shared = {
        change.id: len(wanted & names[change.id])
        for change in library.of_release(row.deprecated_in)
        if change.id in names and change.removed == row.removed_in
    }
    most = max(shared.values(), default=0)
    return tuple(library.by_id[key] for key, count in shared.items() if count == most > 0)


def _names_of_pages(library: Library) -> dict[str, set[str]]:
    """What each page about a deprecation is about: its symbols, and those of the units that it covers.

    The units' symbols stand there as written, too: an entry that has only literals is found by them.
    """
    units = {unit.hash: unit.symbols for rows in library.facts.notes.values() for unit in rows}
    return {
        change.id: telling(change.symbols).union(
            *(telling(units.get(unit, ())).union(units.get(unit, ())) for unit in change.covers)
        )
        for change in library.changes
        if change.kind == "deprecated"
    }


def telling(symbols: Iterable[str]) -> set[str]:
    """The last parts of names, without what names nothing of Django: `None`, `TypeError`, literals.

    A template tag is told by its name, with or without its signs.
    """
    bare = (symbol.strip("{}% ").removesuffix("()") for symbol in symbols)
    tails = {name.rsplit(".", 1)[-1].partition("=")[0] for name in bare}
    return {tail for tail in tails if tail.isidentifier() and not hasattr(builtins, tail)}
