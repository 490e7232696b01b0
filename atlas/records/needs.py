r"""Words that an expression cannot match without, read from its syntax tree.

Both engines look for these words first (`atlas.scan.words`), because looking a word up is a hundred times faster than
an expression. `\.(?:delete|update)\(` gives `[["delete", "update"]]`: one of the two. A word behind a star, such as
`*_display`, may be a part of a longer one. Where nothing is certain, nothing is needed, and the expression is always
tried.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

from atlas.records.spellings import ANY, EDGE, Needed, either, joined, told, words_of

#: Spellings that are followed side by side; where there would be more, they are taken apart.
MOST: Final = 256
#: Characters that a set (`[…]`) may stand for.
MOST_CHARACTERS: Final = 8
#: Places without a length. At all but this one a word ends.
INSIDE_A_WORD: Final = codes.AT_NON_BOUNDARY
REPEATS: Final = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
IN_WORD: Final = re.compile(r"\w", re.ASCII)

#: Lists of words of which a text needs one each.
Needs = list[list[str]]
#: Ways to spell a part of an expression, and what is needed besides.
Spelled = tuple[set[str], Needed]


@cache
def needs_of(expressions: tuple[str, ...]) -> Needs:
    """The words that any of some expressions needs, shortest lists first. Errors: re.error."""
    return told(either([_needed(expression) for expression in expressions]))


def _needed(expression: str) -> Needed:
    tree = parser.parse(expression, re.ASCII | re.MULTILINE)
    if tree.state.flags & re.IGNORECASE:
        return []
    spellings, needed = _sequence(tree, whole=True)
    return needed + words_of(spellings)


def _sequence(items: Iterable[tuple[Any, Any]], whole: bool = False) -> Spelled:
    """Parts one after another. whole: of the whole expression, so that what is spelled already can be put aside."""
    spellings, needed = {""}, []
    for code, argument in items:
        next_, more = _part(code, argument)
        needed += more
        if len(spellings) * len(next_) > MOST:
            needed += words_of(spellings)
            spellings = {ANY}
        spellings = {joined(one, other) for one in spellings for other in next_}
        for mark in (ANY, EDGE) if whole and len(spellings) > 1 else ():
            if all(one.endswith(mark) for one in spellings):
                needed += words_of(spellings)
                spellings = {mark}
    return spellings, needed


def _part(code: Any, argument: Any) -> Spelled:
    """One part of an expression."""
    if code is codes.LITERAL:
        return {_letter(argument)}, []
    if code is codes.IN:
        return _set(argument), []
    if code is codes.AT:
        return {"" if argument is INSIDE_A_WORD else EDGE}, []
    if code is codes.SUBPATTERN and not argument[1] & re.IGNORECASE:
        return _sequence(argument[3])
    if code is codes.BRANCH:
        return _branch(argument[1])
    if code in REPEATS:
        return _repeat(*argument)
    if code is codes.ASSERT:
        spellings, needed = _sequence(argument[1])
        return {""}, needed + words_of(spellings)
    if code is codes.ASSERT_NOT:
        return {EDGE if _has_words(argument[1]) else ""}, []
    return {ANY}, []


def _letter(code: int) -> str:
    return chr(code) if IN_WORD.match(chr(code)) else EDGE


def _set(items: Sequence[tuple[Any, Any]]) -> set[str]:
    """What a set (`[…]`) may stand for, if it is little, or all of it ends a word."""
    found: set[str] = set()
    for code, argument in items:
        if code is codes.NEGATE:
            return {EDGE} if (codes.CATEGORY, codes.CATEGORY_WORD) in items else {ANY}
        if code is codes.LITERAL:
            found.add(_letter(argument))
        elif code is codes.RANGE and argument[1] - argument[0] < 256:
            found |= {_letter(one) for one in range(argument[0], argument[1] + 1)}
        elif code is codes.CATEGORY and argument in (codes.CATEGORY_SPACE, codes.CATEGORY_NOT_WORD):
            found.add(EDGE)
        else:
            return {ANY}
    return found if len(found) <= MOST_CHARACTERS else {ANY}


def _has_words(items: Sequence[tuple[Any, Any]]) -> bool:
    r"""Whether `(?!…)` keeps out all that words are made of: `(?![\w.])` ends one."""
    kept_out = [argument for code, argument in items if code is codes.IN]
    word = (codes.CATEGORY, codes.CATEGORY_WORD)
    return len(items) == 1 and any(word in one and one[0][0] is not codes.NEGATE for one in kept_out)


def _branch(branches: Sequence[Any]) -> Spelled:
    found = [_sequence(branch) for branch in branches]
    spellings = {one for spelled, _ in found for one in spelled}
    if len(spellings) <= MOST:
        return spellings, either([needed for _, needed in found])
    return {ANY}, either([needed + words_of(spelled) for spelled, needed in found])


def _repeat(least: int, most: int, items: Any) -> Spelled:
    spellings, needed = _sequence(items)
    if spellings == {EDGE}:
        return ({EDGE} if least else {"", EDGE}), (needed if least else [])
    if not least:
        return (spellings | {""} if most == 1 else {ANY}), []
    return ({joined(one, ANY) for one in spellings} if most > 1 else spellings), needed
