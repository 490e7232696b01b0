"""The changes behind the messages of a log, by what each change is known to say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from atlas.scan.tool.known import Explained
from atlas.words.pasted import Pasted, Told, names_in, words_in

#: The part of a known text's words that a message must have: releases say some things a little differently.
ALIKE: Final = 0.75
#: So many changes answer one message, at most.
MOST: Final = 3
#: What a name counts beside words that agree: in a text, and in the id and the title of the change.
NAME: Final = 0.3
IN_TITLE: Final = 0.1


class Heard(NamedTuple):
    """What of a message is compared."""

    category: str
    names: frozenset[str]
    words: frozenset[str]


def answers(message: Pasted, changes: dict[str, Explained]) -> list[str]:
    """The ids of the changes that a message speaks of, those that say it most nearly; the newest first."""
    parts = frozenset(part for name in names_in(message.text) for part in name.split("."))
    heard = Heard(message.category, parts, words_in(message.text))
    alike = {id_: max(_alike(heard, id_, change), default=0.0) for id_, change in changes.items()}
    best = max(alike.values(), default=0.0)
    return [id_ for id_, degree in reversed(list(alike.items())) if best and degree == best][:MOST]


def _alike(heard: Heard, id_: str, change: Explained) -> Iterator[float]:
    for told in change.get("told", []):
        if _may_be(heard, told):
            common = len(heard.words.intersection(told["words"]))
            share = common / len(told["words"]) if told["words"] else 1.0
            if share >= (ALIKE if told["category"] else 1.0):
                places = id_.replace("-", "_"), change["title"].lower()
                titled = sum(name.lower() in place for name in told["names"] for place in places)
                back = common / len(heard.words) if heard.words else 1.0
                yield share + back + NAME * len(told["names"]) + IN_TITLE * titled


def _may_be(heard: Heard, told: Told) -> bool:
    """Whether names and category agree. What warns of a removal has another class in each release."""
    category = told["category"]
    alike = not category or not heard.category or category == heard.category
    return (
        alike or (category.endswith("Warning") and heard.category.endswith("Warning"))
    ) and heard.names.issuperset(told["names"])
