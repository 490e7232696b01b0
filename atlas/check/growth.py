"""Whether the time that an expression takes grows with the text alone, or with its square: decided without a clock.

A repeat without a bound is slow where what stands before it can begin again inside of what it repeats: each beginning
then reads all the rest. So every such repeat is tried on texts made of its own beginning, and the characters that it
reads from every place are counted, in a text and in one four times as long.
Source: https://docs.python.org/3/library/re.html; `re._parser` is how CPython itself reads an expression.
"""

import re
from collections.abc import Callable, Iterator
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any, Final, NamedTuple

#: Operation and argument, as CPython's parser gives them.
Item = tuple[Any, Any]
FLAGS: Final = re.ASCII | re.MULTILINE
ENDLESS: Final = _constants.MAXREPEAT
REPEATS: Final = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
LOOKS: Final = (_constants.ASSERT, _constants.ASSERT_NOT)
#: Characters that texts of a project are made of, the likeliest first.
LETTERS: Final = "a \n0_A()[]{}<>.,:;=+-*/%|&^~@#!?$\"'\\\t"
#: Characters of the shorter text; the longer one has four times as many.
LENGTH: Final = 160
#: Times that a text repeats its unit at least.
COPIES: Final = 24
#: Characters read per character of the text that no growing expression stays below.
MODEST: Final = 4
#: Four times the text, sixteen times the reading: quadratic. Four times: linear.
MOST_GROWTH: Final = 8
#: Ways through the alternatives of one expression that are looked at.
WAYS: Final = 400
#: Characters that repeats with a bound, one inside of the other, may read from one place.
LARGEST: Final = 4000


class Slow(NamedTuple):
    """A repeat that reads the same characters again and again. text: what shows it, repeated."""

    text: str


class Begin(NamedTuple):
    """A place of a way from which a search begins again, and the repeat that lets it; None: the search itself."""

    at: int
    by: Item | None


def slow(pattern: str, whole: bool = False) -> Slow | None:
    """The first repeat of an expression whose time grows with the square of the text, or None.

    whole: the expression has to match all of a value; otherwise it is searched for from every place.
    """
    return _Reading(pattern).slow(whole)


def widest(pattern: str) -> int:
    """How many characters repeats with a bound, one inside of the other, may read from one place."""
    return _widest(list(_parser.parse(pattern, FLAGS)))


def _widest(items: list[Item]) -> int:
    return max((_width(item) for item in items), default=1)


def _width(item: Item) -> int:
    operation, argument = item
    if operation in REPEATS:
        _, most, body = argument
        return (1 if most == ENDLESS else int(most)) * _widest(list(body))
    return max((_widest(part) for part in _parts(item)), default=1)


def _parts(item: Item) -> list[list[Item]]:
    """What an item without a count is made of: a group, the alternatives, what is looked for ahead."""
    operation, argument = item
    if operation is _constants.SUBPATTERN:
        return [list(argument[-1])]
    if operation is _constants.BRANCH:
        return [list(part) for part in argument[1]]
    return [list(argument[1])] if operation in LOOKS else []


def _endless(item: Item) -> bool:
    """Whether an item is a repeat without a bound, or holds one."""
    operation, argument = item
    if operation in REPEATS:
        return argument[1] == ENDLESS or any(_endless(inner) for inner in argument[2])
    return any(_endless(inner) for part in _parts(item) for inner in part)


class _Reading:
    """An expression, way by way: alternatives and groups are laid out into one sequence each."""

    def __init__(self, pattern: str) -> None:
        self.parsed = _parser.parse(pattern, FLAGS)
        self.letters = "".join(dict.fromkeys(LETTERS + pattern))
        self.ways = 0
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._asked: set[str] = set()

    def slow(self, whole: bool) -> Slow | None:
        return next(self._walk(list(self.parsed), [], [] if whole else [Begin(0, None)]), None)

    def _walk(self, items: list[Item], before: list[Item], begins: list[Begin]) -> Iterator[Slow]:
        """Slow repeats of a sequence. before: what the way has read already; begins: see `Begin`."""
        while items:
            item, *items = items
            parts = _parts(item)
            if item[0] in LOOKS:
                for part in parts:
                    yield from self._walk(part, before, begins)
            elif parts and (_endless(item) or item[0] is _constants.SUBPATTERN):
                self.ways += len(parts) - 1
                for part in parts if self.ways <= WAYS else parts[:1]:
                    yield from self._walk([*part, *items], before, begins)
                return
            elif item[0] in REPEATS and _endless(item):
                yield from self._repeat(item, items, before, begins)
                if item[1][1] != ENDLESS and item[1][0]:
                    return
                if item[1][1] == ENDLESS:
                    begins = [*begins, Begin(len(before) + 1, item)]
                else:
                    continue
            before = [*before, item]

    def _repeat(
        self, item: Item, rest: list[Item], before: list[Item], begins: list[Begin]
    ) -> Iterator[Slow]:
        body = list(item[1][2])
        if item[1][1] != ENDLESS:
            yield from self._walk([*body, *rest], before, begins)
            return
        for at, by in begins:
            if found := self._tried(before[at:], item, by):
                yield found
        yield from self._walk(body, before, [*begins, Begin(len(before), item)])

    def _tried(self, before: list[Item], repeat: Item, by: Item | None) -> Slow | None:
        """Whether a repeat reads on and on from many places of a text that holds what stands before it."""
        asked = repr((before, repeat, by))
        if asked in self._asked:
            return None
        self._asked.add(asked)
        reading = self._compile([*before, (_constants.MAX_REPEAT, repeat[1])])
        within = self._compile([by]) if by else None
        for unit in self._units(before, repeat):
            if _grows(reading, unit, within):
                return Slow(unit)
        return None

    def _units(self, before: list[Item], repeat: Item) -> list[str]:
        """What a hostile text repeats: an example of what stands before, and one of what is repeated."""
        body = list(repeat[1][2])
        again = self._compile([(_constants.MAX_REPEAT, (0, ENDLESS, repeat[1][2]))])
        accepted = [letter for letter in self.letters if again.fullmatch(letter)]

        def liked(letter: str) -> bool:
            return letter in accepted

        pumps = [*accepted, self._example(body, liked, least=1), ""]
        starts = {self._example(before, liked, least) for least in (0, 1)}
        return [unit for start in sorted(starts) for pump in dict.fromkeys(pumps) if (unit := start + pump)]

    def _example(self, items: list[Item], liked: Callable[[str], bool], least: int) -> str:
        """A text that a sequence matches, what it looks for around it left aside. least: times of a repeat."""
        return "".join(self._of_item(item, liked, least) for item in items)

    def _of_item(self, item: Item, liked: Callable[[str], bool], least: int) -> str:
        operation, argument = item
        if operation is _constants.LITERAL:
            return chr(argument)
        if operation in REPEATS:
            times = min(max(argument[0], least), argument[1])
            return self._example(list(argument[2]), liked, least) * int(times)
        if operation in LOOKS or operation is _constants.AT:
            return ""
        if parts := _parts(item):
            return self._example(parts[0], liked, least)
        one = self._compile([item])
        fitting = [letter for letter in self.letters if one.fullmatch(letter)]
        return next(filter(liked, fitting), (fitting or [""])[0])

    def _compile(self, items: list[Item]) -> re.Pattern[str]:
        key = repr(items)
        if key not in self._compiled:
            tree = _parser.SubPattern(self.parsed.state, items)
            self._compiled[key] = _compiler.compile(tree, FLAGS)
        return self._compiled[key]


def _grows(reading: re.Pattern[str], unit: str, within: re.Pattern[str] | None) -> bool:
    short = unit * max(COPIES, LENGTH // len(unit))
    if within and not any(
        (met := within.match(short, at)) and met.end() - at > len(short) / 2 for at in range(len(unit) + 1)
    ):
        return False
    once = _read(reading, short)
    return once > MODEST * len(short) and _read(reading, short * 4) > MOST_GROWTH * once


def _read(reading: re.Pattern[str], text: str) -> int:
    """Characters read from all places of a text together."""
    total, found = 0, reading.search(text)
    # `search` passes over the places where nothing is read, many times faster than a call for each.
    while found and found.start() < len(text):
        total += found.end() - found.start()
        found = reading.search(text, found.start() + 1)
    return total
