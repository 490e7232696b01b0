"""Which changes concern a move from one release to another, and by when each one is necessary."""

from atlas.scan.rules import Concerned, Described
from atlas.words.versions import sort_key
from atlas.words.vocabulary import IMPACTS


def release_of(change: Described) -> str:
    """The release whose notes a change belongs to: the first part of its id."""
    return change["id"].partition("/")[0]


def necessary_by(change: Described) -> str:
    """The release on which old code fails or gives another result."""
    return change["removed"] if change["kind"] == "deprecated" else release_of(change)


def applicable(changes: list[Described], start: str, end: str) -> list[Concerned]:
    """The changes to look for, most pressing first.

    `breaks`: old code fails on the way, after `start` and up to `end`. `pending`: it still works on `end`
    and warns, so it can be fixed now. What broke before `start`, or begins after `end`, is left out.
    """
    found: list[Concerned] = []
    for change in changes:
        when = necessary_by(change)
        if sort_key(start) < sort_key(when) <= sort_key(end):
            found.append({**change, "necessary_by": when, "state": "breaks"})
        elif change["kind"] == "deprecated" and sort_key(release_of(change)) <= sort_key(end) < sort_key(
            when
        ):
            found.append({**change, "necessary_by": when, "state": "pending"})
    return sorted(found, key=_urgency)


def _urgency(change: Concerned) -> tuple[bool, int, tuple[int, ...], str]:
    weight = list(IMPACTS)
    impact = weight.index(change["impact"]) if change["impact"] else len(weight)
    return change["state"] != "breaks", impact, sort_key(change["necessary_by"]), change["id"]
