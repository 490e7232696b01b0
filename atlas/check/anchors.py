"""Which anchors a page has, by its source: its headings, what its author named, and what was published of it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from atlas.check.guides import is_change
from atlas.records.pages import Page
from atlas.words.vocabulary import EVIDENCE

#: The home page is drawn by a template.
HOME: Final = "/"
#: What every change page is given by its template.
OF_EVERY_CHANGE: Final = frozenset({"at-a-glance", "you-see", "release-by-release"})
NAMED = re.compile(r"\{[^}\n]*#(?P<brace>[\w.-]+)[^}\n]*\}|\bid=[\"'](?P<html>[^\"'\s]+)[\"']")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Anchors:
    """pages: by source, such as `releases/4.1/index.md`; published: the lines of permalinks.txt, in order."""

    pages: Mapping[str, Page]
    published: Mapping[str, int]
    known: dict[str, frozenset[str] | None] = field(default_factory=dict)

    def of(self, source: str) -> frozenset[str] | None:
        """The anchors of a page; None where macros or a template draw some, which the build alone knows."""
        if source not in self.known:
            self.known[source] = self._read(self.pages[source], address(source))
        return self.known[source]

    def _read(self, page: Page, at: str) -> frozenset[str] | None:
        found = frozenset(written(page)) | (OF_EVERY_CHANGE if is_change(page) else frozenset())
        if page.problems:
            return None
        if page.meta.get("render_macros") != "true" and at != HOME:
            return found
        return found if at in self.published and self._published_by_page[at] <= found else None

    @cached_property
    def _published_by_page(self) -> Mapping[str, set[str]]:
        """The anchors that were published, by the address of their page."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in self.published:
            page, _, anchor = one.partition("#")
            found[page] |= {anchor} if anchor else set()
        return found


def address(source: str) -> str:
    """The address of a page: `releases/4.1/index.md` is at `/releases/4.1/`."""
    path = source.removesuffix(".md")
    return f"/{path.removesuffix('index')}" if path == "index" or path.endswith("/index") else f"/{path}/"


def written(page: Page) -> Iterator[str]:
    """The anchors that stand in a page's source. Of two headings with one text the second is `text_1`."""
    seen: dict[str, int] = {}
    evidence = False
    for heading in page.headings:
        evidence = heading.text == EVIDENCE if heading.level == 2 else evidence
        name = slug(heading.text)
        if evidence and heading.level == 3:
            name = f"{slug(EVIDENCE)}-{name}"
        seen[name] = seen.get(name, -1) + 1
        yield f"{name}_{seen[name]}" if seen[name] else name
    if "#" in page.body or "id=" in page.body:
        yield from (found["brace"] or found["html"] for found in NAMED.finditer(page.body))


def slug(heading: str) -> str:
    """The anchor of a heading: its text in small ASCII letters with hyphens, as Python-Markdown makes it."""
    text = TAG.sub("", LINK.sub(r"\1", heading)).replace("`", "").replace("*", "")
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_text).strip().lower())
