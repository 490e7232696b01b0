"""Imports that die: names that a release does not have any more, as changes of their own, and what became of each."""

from __future__ import annotations

from atlas.scan.rules import Concerned, GoneImports, Ruled
from atlas.words.versions import sort_key

#: What the ids of these changes begin with; no page has such a one.
FOLDER = "imports/"


def dying(imports: GoneImports, start: str, end: str) -> list[Concerned]:
    """A change for each release after `start` and up to `end` that lacks names of the one before."""
    releases = sorted(
        (one for one in imports if sort_key(start) < sort_key(one) <= sort_key(end)), key=sort_key
    )
    return [
        {
            "id": FOLDER + release,
            "title": f"Names that cannot be imported from {release} on",
            "kind": "removed",
            "impact": None,
            "fixable_from": release,
            "rules": [{"gone": list(imports[release])}],
            "necessary_by": release,
            "state": "breaks",
        }
        for release in releases
    ]


def is_dying(change: Ruled | Concerned) -> bool:
    """Whether a change is one of these, which have no page."""
    return change["id"].startswith(FOLDER)


def fate(imports: GoneImports, change: str, name: str, end: str) -> tuple[str, str]:
    """What became of a name by the release `end`, in a few words, and the id of a page that tells more, or nothing.

    change: the id of one of `dying`.
    """
    release = change.removeprefix(FOLDER)
    row = imports[release][name]
    now, page = row.get("now", ""), row.get("change", "")
    later = sorted(
        (one for one in imports if sort_key(release) < sort_key(one) <= sort_key(end)), key=sort_key
    )
    for one in later:  # what moved may move again
        if now in imports[one]:
            now = imports[one][now].get("now", "")
    return (f"{name} is now {now}" if now else f"{name} is gone in {release}"), page
