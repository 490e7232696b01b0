"""The pages and anchors of Django's documentation in each series: `data/django-docs.json`.

A page's first word says in which series it stands; an anchor that stands in fewer of them than its
page says so after an `@`.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from atlas.words.spans import from_text, to_text
from atlas.words.versions import sort_key

NAME = "django-docs.json"

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

    @cached_property
    def _places(self) -> dict[str, dict[str, str]]:
        places: dict[str, dict[str, str]] = defaultdict(dict)
        for series, pages in self.pages.items():
            for page, anchors in pages.items():
                for anchor in anchors:
                    # The reference page describes a name; others that have the anchor mention it.
                    if anchor not in places[series] or page.startswith("ref/"):
                        places[series][anchor] = page
        return places

    def page_of(self, anchor: str, series: str) -> str | None:
        """The page of a series on which an anchor stands, a reference page if there are several."""
        return self._places[series].get(anchor)


def load(data: Path) -> Inventory:
    """Read the inventory. Errors: FileNotFoundError where `make sync` has not written it."""
    stored = json.loads((data / NAME).read_text(encoding="utf-8"))
    series = sorted(stored["read"], key=sort_key)
    pages: dict[str, dict[str, frozenset[str]]] = {one: {} for one in series}
    for page, (where, *anchors) in stored["pages"].items():
        present = from_text(where, series)
        found: dict[str, list[str]] = {one: [] for one in present}
        for word in anchors:
            anchor, _, spans = word.partition("@")
            for one in from_text(spans, series) if spans else present:
                found[one].append(anchor)
        for one, held in found.items():
            pages[one][page] = frozenset(held)
    return Inventory(stored["read"], pages)


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
