"""What `explain` and `plan` are given, as `atlas.publish.tool_data` writes it."""

from __future__ import annotations

from typing import TypedDict

from atlas.words.pasted import Told


class Explained(TypedDict, total=False):
    """A change in words; what there is nothing to say about is left out. before, after: code.
    told: the messages that it is known by."""

    title: str
    summary: str
    kind: str
    impact: str
    severity: str
    removed: str
    possible: str
    fixer: str
    by_hand: str
    url: str
    before: str
    after: str
    told: list[Told]


class StepList(TypedDict):
    """Steps of a hop that are alike: ids of changes."""

    title: str
    meaning: str
    changes: list[str]


#: Sentences as the planner has them.
Hop = TypedDict(
    "Hop",
    {
        "from": str,
        "to": str,
        "install": str,
        "pythons": str,
        "databases": str,
        "settings": str,
        "order": str,
        "commands": list[str],
        "lists": list[StepList],
    },
)
