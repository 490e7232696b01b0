"""Rows of the tables of settings: values short enough for a cell, and changes with the pages about them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from atlas.decide.differences import Difference, difference, entries, is_short
from atlas.facts.defaults import Defaults, DefaultsOfHop, Stretch, Texts
from atlas.records.change import Change


@dataclass(frozen=True)
class Value:
    """A default and the releases that have it. A long one is told by what differs, or by how many entries it has."""

    releases: tuple[str, ...]
    text: str
    differs: Difference | None = None
    entries: int = 0


@dataclass(frozen=True)
class Setting:
    """A row of the table of all settings. `docs`: its address in Django's documentation; `generated`: releases.

    `numbers`: one for each release, oldest first; equal numbers are equal defaults, 0 is a release without it.
    """

    name: str
    values: tuple[Value, ...]
    numbers: tuple[int, ...]
    docs: str | None
    generated: frozenset[str]
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Changed:
    """A default that a hop changed. `told`: something said so before; `generated`: new projects had set it.

    `differs` is None where the two values are told better whole.
    """

    hop: DefaultsOfHop
    name: str
    was: str
    now: str
    differs: Difference | None
    told: bool
    generated: bool
    changes: tuple[Change, ...]


def values(all_of_them: Defaults, name: str, texts: Texts) -> tuple[Value, ...]:
    """The defaults of one setting, oldest first; a long one that follows another is told by what differs."""
    found: list[Value] = []
    before: Stretch | None = None
    for one in all_of_them.segments(texts):
        if is_short(one.text):
            value = Value(one.releases, shown(name, one.text))
        elif before and (differs := difference(before.text, one.text)):
            value = Value(one.releases, one.text, differs=differs)
        else:
            value = Value(one.releases, one.text, entries=len(entries(one.text) or ()))
        found.append(value)
        before = one
    return tuple(found)


def numbers(all_of_them: Defaults, texts: Texts) -> tuple[int, ...]:
    """A number for the default of each release, oldest first: equal numbers, equal defaults; 0 where there is none."""
    distinct = list(dict.fromkeys(texts.values()))
    return tuple(
        distinct.index(texts[release]) + 1 if release in texts else 0 for release in all_of_them.releases
    )


def shown(name: str, text: str) -> str:
    """A default as a reader writes it: permissions of files are octal."""
    return oct(int(text)) if name.endswith("_PERMISSIONS") and text.isdecimal() else text


def changed(all_of_them: Defaults, changes: Iterable[Change]) -> list[Changed]:
    """Every default that a hop changed, newest first. changes: pages to lead to."""
    pages = pages_by_setting(changes)
    return [
        _changed(all_of_them, hop, change, pages)
        for hop in reversed(all_of_them.hops())
        for change in hop.changed
    ]


def grew(row: Changed) -> bool:
    """Whether a list gained entries and lost none."""
    return row.differs is not None and bool(row.differs.added) and not row.differs.removed


def _changed(
    all_of_them: Defaults, hop: DefaultsOfHop, change: tuple[str, str, str], pages: dict[str, list[Change]]
) -> Changed:
    name, was, now = change
    return Changed(
        hop,
        name,
        shown(name, was),
        shown(name, now),
        difference(was, now),
        all_of_them.told(name, hop),
        name in all_of_them.assigned(hop.old),
        tuple(one for one in pages[name] if hop.new in (one.release, one.removed)),
    )


def pages_by_setting(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """Pages by the setting that they name."""
    found: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        for symbol in change.symbols:
            found[symbol].append(change)
    return found
