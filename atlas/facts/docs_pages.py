"""The pages and anchors of Django's documentation in each series: `data/django-docs.json`.

A page's first word says in which series it stands; an anchor that stands in fewer of them than its
page says so after an `@`.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, TypeAdapter

from atlas.facts import reading
from atlas.facts.schema import Fact, Feature, Name, Version
from atlas.words.spans import to_text
from atlas.words.versions import sort_key

NAME: Final = "django-docs.json"
SHOWN: Final = Path("data") / NAME
REMEDY: Final = reading.written_by("make sync")


class DocsFile(Fact):
    """The file as it is stored: the version read of each series, and the words of each page."""

    read: Annotated[dict[Feature, Version], Field(min_length=1)]
    pages: dict[Name, Annotated[tuple[Name, ...], Field(min_length=1)]]


ADAPTER = TypeAdapter(DocsFile)

#: Series to pages to anchors.
Pages = Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True)
class Inventory:
    """`read`: series to the version whose source distribution was read; `pages`: series to pages to anchors."""

    read: Mapping[str, str]
    pages: Mapping[str, Mapping[str, frozenset[str]]]

    @property
    def series(self) -> list[str]:
        """The series covered, oldest first."""
        return sorted(self.read, key=sort_key)

    @property
    def newest(self) -> str:
        """The newest series covered."""
        return self.series[-1]


@dataclass(frozen=True)
class Places:
    """Where anchors stand, a fifth of the inventory's size. `found`: anchor to pages, each with its series."""

    series: Sequence[str]
    found: Mapping[str, Sequence[tuple[str, frozenset[str]]]]

    def page_of(self, anchor: str, series: str) -> str | None:
        """The page of a series on which an anchor stands, a reference page if there are several."""
        pages = [page for page, present in self.found.get(anchor, ()) if series in present]
        # The reference page describes a name; others that have the anchor mention it.
        described = [page for page in pages if page.startswith("ref/")]
        return next(iter([*described[-1:], *pages]), None)


def load(data: Path) -> Inventory:
    """Read the inventory. Errors: RecordsBroken with a line for each mistake."""
    return parse(reading.raw(data / NAME, SHOWN, REMEDY))


def parse(text: bytes | str, remedy: str = REMEDY) -> Inventory:
    """The inventory from the file's text. Errors: RecordsBroken with a line for each mistake."""
    stored = reading.parsed(ADAPTER, text, SHOWN, remedy)
    pages: dict[str, dict[str, set[str]]] = {one: {} for one in stored.read}
    for page, present, anchors in _rows(stored, remedy):
        for one in present:
            pages[one][page] = set()
        for anchor, where in anchors:
            for one in where:
                pages[one][page].add(anchor)
    frozen = {one: {page: frozenset(held) for page, held in rows.items()} for one, rows in pages.items()}
    return Inventory(stored.read, frozen)


def load_places(data: Path) -> Places:
    """Read where anchors stand. Errors: RecordsBroken with a line for each mistake."""
    stored = reading.parsed(ADAPTER, reading.raw(data / NAME, SHOWN, REMEDY), SHOWN, REMEDY)
    found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for page, _, anchors in _rows(stored, REMEDY):
        for anchor, where in anchors:
            found[anchor].append((page, where))
    return Places(sorted(stored.read, key=sort_key), dict(found))


def _rows(
    stored: DocsFile, remedy: str
) -> Iterator[tuple[str, frozenset[str], list[tuple[str, frozenset[str]]]]]:
    """Each page, its series, and its anchors with theirs."""
    series = sorted(stored.read, key=sort_key)
    for page, (where, *words) in stored.pages.items():
        present = reading.covered(where, series, SHOWN, f"pages.{page}", remedy)
        cut = (word.partition("@") for word in words)
        yield (
            page,
            present,
            [
                (anchor, reading.covered(one, series, SHOWN, f"pages.{page}", remedy) if one else present)
                for anchor, _, one in cut
            ],
        )


def to_json(read: Mapping[str, str], pages: Pages) -> str:
    """The file's text: a line for each page, sorted."""
    series = sorted(read, key=sort_key)
    names = sorted({page for one in series for page in pages[one]})
    versions = ", ".join(f"{json.dumps(one)}: {json.dumps(read[one])}" for one in series)
    lines = ",\n".join(f"  {json.dumps(page)}: {json.dumps(_words(page, series, pages))}" for page in names)
    return f'{{\n "read": {{{versions}}},\n "pages": {{\n{lines}\n }}\n}}\n'


def _words(page: str, series: Sequence[str], pages: Pages) -> list[str]:
    present = [one for one in series if page in pages[one]]
    where: dict[str, list[str]] = defaultdict(list)
    for one in present:
        for anchor in pages[one][page]:
            where[anchor].append(one)
    words = [to_text(present, series)]
    for anchor in sorted(where):
        everywhere = len(where[anchor]) == len(present)
        words.append(anchor if everywhere else f"{anchor}@{to_text(where[anchor], series)}")
    return words
