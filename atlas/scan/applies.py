"""Which changes concern a move from one release to another, and when each one bites."""

from typing import Any

from atlas.words.versions import sort_key

Change = dict[str, Any]
IMPACTS = {"high": 0, "medium": 1, "low": 2}


def release_of(change: Change) -> str:
    """The release whose notes a change belongs to: the first part of its id."""
    return str(change["id"]).partition("/")[0]


def bites(change: Change) -> str:
    """The release on which old code fails or gives another result."""
    return str(change["removed"]) if change["kind"] == "deprecated" else release_of(change)


def applicable(changes: list[Change], start: str, end: str) -> list[Change]:
    """The changes to look for, most pressing first, each with `bites` and `state`.

    `breaks`: old code fails on the way, after `start` and up to `end`. `pending`: it still works on `end`
    and warns, so it can be fixed now. What broke before `start`, or begins after `end`, is left out.
    """
    found = []
    for change in changes:
        when = bites(change)
        if sort_key(start) < sort_key(when) <= sort_key(end):
            found.append({**change, "bites": when, "state": "breaks"})
        elif change["kind"] == "deprecated" and sort_key(release_of(change)) <= sort_key(end) < sort_key(
            when
        ):
            found.append({**change, "bites": when, "state": "pending"})
    return sorted(found, key=_urgency)


def _urgency(change: Change) -> tuple[Any, ...]:
    return (
        change["state"] != "breaks",
        IMPACTS.get(change.get("impact") or "", 3),
        sort_key(change["bites"]),
        change["id"],
    )
