"""Spellings of a part of an expression, and the words of which a text has one whichever way it is spelled.

A spelling is made of letters, of `ANY` in the place of text that may be anything or nothing, and of `EDGE` where a
word ends.
"""

import keyword
import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

ANY, EDGE = "?", "|"
#: Lists in which words are combined, and words in one list; longer ones are not worth it.
MOST_LISTS, MOST_WORDS = 256, 30
#: Letters of a part of a word; fewer are in any text.
SHORTEST: Final = 3
#: Words that most files have.
USUAL: Final = frozenset((*keyword.kwlist, "self", "str", "the"))
PIECE: Final = re.compile(r"(?<![^|?])([^|?]+)(?![^|?])")

#: Lists of words of which a text needs one each.
Needed = list[frozenset[str]]


def joined(one: str, other: str) -> str:
    """Two spellings, one after the other."""
    return re.sub(r"([|?])\1+", r"\1", one + other)


def words_of(spellings: Iterable[str]) -> Needed:
    """Lists of words of which each spelling has one, whatever stands before and behind it."""
    left = _least({frozenset(_pieces(f"{ANY}{one}{ANY}")) for one in spellings})
    found = []
    while all(left):
        words = frozenset(max(one, key=_worth) for one in left)
        found.append(words)
        left = [one - words for one in left]
    return found


def either(lists: Sequence[Needed]) -> Needed:
    """Lists of which each holds where any of several others holds."""
    ordered = [sorted(one, key=lambda words: min(map(_worth, words)), reverse=True) for one in lists]
    return [frozenset().union(*row) for row in islice(zip(*ordered, strict=False), MOST_LISTS)]


def told(needed: Iterable[frozenset[str]]) -> list[list[str]]:
    """Without lists that others make needless, or that are too long to be worth it."""
    short = {words for words in needed if len(words) <= MOST_WORDS and not USUAL & set(map(_plain, words))}
    return sorted(map(sorted, _least(short)), key=lambda words: (len(words), words))


def _least(sets: set[frozenset[str]]) -> Needed:
    """Without those that have all of another: the other tells as much."""
    return [one for one in sets if not any(other < one for other in sets)]


def _pieces(spelling: str) -> Iterable[str]:
    """Whole words between edges, and parts of words."""
    for found in PIECE.finditer(spelling):
        around = spelling[found.start() - 1] + spelling[found.end()]
        if around == EDGE * 2:
            yield found[0]
        elif len(found[0]) >= SHORTEST:
            yield f"*{found[0]}"


def _plain(word: str) -> str:
    return word.lstrip("*")


def _worth(word: str) -> tuple[bool, int, str]:
    """What is worth most is found in the fewest files."""
    return _plain(word) not in USUAL, len(word) - (SHORTEST if word[0] == "*" else 0), word
