"""Changes in the orders in which readers look for them."""

from atlas.records.change import Change
from atlas.records.library import Library
from atlas.words.versions import sort_key
from atlas.words.vocabulary import AREAS, IMPACTS, KINDS

Groups = dict[str, list[Change]]


def by_kind(changes: list[Change]) -> Groups:
    """Changes by kind, in the vocabulary's order; empty kinds are left out."""
    return _grouped(changes, list(KINDS), "kind")


def by_area(changes: list[Change]) -> Groups:
    """Changes by area, in alphabetical order of the areas' names; empty areas are left out."""
    return _grouped(changes, sorted(AREAS, key=lambda area: AREAS[area].lower()), "area")


def by_impact(changes: list[Change]) -> Groups:
    """Changes that force work by impact, heaviest first; within one, what breaks silently comes first."""
    return _grouped(breaking(changes), list(IMPACTS), "impact")


def breaking(changes: list[Change]) -> list[Change]:
    """Changes that force work, in the order in which to look at them: impact, silent first, when they bite."""
    weight = list(IMPACTS)
    forced = [change for change in changes if change.forces_work]
    return sorted(
        forced,
        key=lambda change: (
            weight.index(change.impact) if change.impact else len(weight),
            not change.silent,
            sort_key(change.necessary_by),
            change.title.lower(),
        ),
    )


def around(changes: list[Change]) -> dict[str, tuple[Change | None, Change | None]]:
    """The change before and the one after each, by id: first what forces work, then the rest as they come."""
    order = [*breaking(changes), *(change for change in changes if not change.forces_work)]
    return {
        change.id: (before, after)
        for before, change, after in zip([None, *order], order, [*order[1:], None], strict=False)
    }


def added(changes: list[Change]) -> list[Change]:
    """New things."""
    return [change for change in changes if change.kind == "added"]


def by_ticket(library: Library) -> dict[int, list[Change]]:
    """Changes by Django ticket, highest number first."""
    found: dict[int, list[Change]] = {}
    for change in library.changes:
        for ticket in change.tickets:
            found.setdefault(ticket, []).append(change)
    return dict(sorted(found.items(), reverse=True))


def by_release(changes: list[Change]) -> Groups:
    """Changes by release, newest first."""
    releases = sorted({change.release for change in changes}, key=sort_key, reverse=True)
    return _grouped(changes, releases, "release")


def _grouped(changes: list[Change], order: list[str], field: str) -> Groups:
    groups: Groups = {key: [] for key in order}
    for change in changes:
        if (key := getattr(change, field)) is not None:
            groups[key].append(change)
    return {key: rows for key, rows in groups.items() if rows}
