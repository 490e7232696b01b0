"""Spans of releases: read, written short, written in words, and asked what they hold.

A span is `4.1` (a feature release with all its patches), `4.1-4.2`, `5.0-` (from there to the newest), or speaks of
patch releases: `4.2.14-4.2` begins with that patch, `3.2-3.2.12` ends with one. Several stand behind one another,
separated by commas. `everywhere` is all of them. In `data/` open ends keep the files still: when a release is added,
only what it lacks or brings is written anew.
"""

import itertools
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from atlas.words.versions import PATTERN, sort_key

EVERYWHERE: Final = "everywhere"
FORM = re.compile(rf"(?P<first>{PATTERN.pattern})(?P<dash>-)?(?P<last>{PATTERN.pattern})?")


@dataclass(frozen=True)
class Span:
    """From one version to another, both included; a feature release holds its patches. `last`: None is the newest."""

    first: str
    last: str | None

    def __contains__(self, version: str) -> bool:
        key = sort_key(version)
        if key < sort_key(self.first):
            return False
        return self.last is None or key[: len(end := sort_key(self.last))] <= end

    def __str__(self) -> str:
        if self.last is None:
            return f"{self.first}-"
        return self.first if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True)
class Spans:
    """What a statement speaks of: spans in order. None at all is everywhere."""

    parts: tuple[Span, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Spans":
        """Read `4.1-4.2, 5.0.7-` or `everywhere`. Errors: ValueError with what was found and expected."""
        if text == EVERYWHERE:
            return cls()
        parts = [_read(part.strip()) for part in text.split(",")]
        for before, after in itertools.pairwise(parts):
            if before.last is None or sort_key(before.last) >= sort_key(after.first):
                raise ValueError(f"found {after} after {before}, expected spans in order that do not overlap")
        return cls(tuple(parts))

    def __contains__(self, version: str) -> bool:
        return not self.parts or any(version in part for part in self.parts)

    def __str__(self) -> str:
        return ", ".join(map(str, self.parts)) or EVERYWHERE

    @property
    def edges(self) -> tuple[str, ...]:
        """Every version that is named as a beginning or an end."""
        return tuple(edge for part in self.parts for edge in (part.first, part.last) if edge)


def _read(text: str) -> Span:
    found = FORM.fullmatch(text)
    if not found or (found["last"] and not found["dash"]):
        raise ValueError(f"found '{text}', expected a span such as 4.1, 4.1-4.2, 5.0- or 4.2.14-4.2")
    first, last = found["first"], found["last"]
    if not found["dash"]:
        return Span(first, first)
    if last and first not in (span := Span(first, last)):
        raise ValueError(f"found '{span}', which ends before it begins")
    return Span(first, last)


def rows(present: Collection[str], order: Sequence[str]) -> list[list[str]]:
    """`present` in rows of neighbors. order: all versions that there are, oldest first."""
    found: list[list[str]] = [[]]
    for one in order:
        if one in present:
            found[-1].append(one)
        elif found[-1]:
            found.append([])
    return [row for row in found if row]


def to_text(present: Collection[str], order: Sequence[str]) -> str:
    """The spans that cover `present`, short: `2.2-3.2,4.1-`."""
    return ",".join(
        str(Span(row[0], None if row[-1] == order[-1] else row[-1])) for row in rows(present, order)
    )


def from_text(text: str, order: Sequence[str]) -> frozenset[str]:
    """The versions of `order` that spans cover. Errors: ValueError for a span that names none of them."""
    return _covered(text, tuple(order))


@cache  # files in data/ say the same few spans some thousand times
def _covered(text: str, order: tuple[str, ...]) -> frozenset[str]:
    spans = Spans.parse(text)
    for edge in spans.edges:
        if edge not in order:
            raise ValueError(f"found {edge}, expected one of {', '.join(order)}")
    return frozenset(one for one in order if one in spans)


def in_words(present: Collection[str], order: Iterable[str]) -> str:
    """Versions in words, three and more in a row drawn together: `3.0 to 4.1, 5.0 and 6.1`."""
    words: list[str] = []
    for row in rows(present, list(order)):
        words += [f"{row[0]} to {row[-1]}"] if len(row) > 2 else row
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
