"""Every link into Django's documentation and source, checked against `data/` with no network."""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from urllib.parse import urldefrag

from atlas.facts.docs_addresses import SOURCE_FILE, docs_url, parse_docs
from atlas.facts.docs_pages import Inventory
from atlas.facts.source_files import SourceIndex, is_indexed
from atlas.words.problems import Problem, RecordsBroken
from atlas.words.texts import read_text

#: An address with X.Y in place of a release leads nowhere and is none.
LINK = re.compile(
    r"https?://(?:docs\.djangoproject\.com(?!/en/X\.Y/)|github\.com/django/django/blob)\b[^\s<>\"'`\])}|]*"
)
FIELD = "link"

#: What is wrong with an address, and the remedy; None for one that is right.
Fault = tuple[str, str]


class Checker:
    """Finds what is wrong with an address."""

    def __init__(self, docs: Inventory, code: SourceIndex) -> None:
        self.docs = docs
        self.code = code

    def fault(self, url: str) -> Fault | None:
        """What is wrong with one address, and what to write instead."""
        return self._source(url) if "//github.com/" in url else self._docs(url)

    def _docs(self, url: str) -> Fault | None:
        link = parse_docs(url)
        if link is None or link.series not in self.docs.pages:
            covered = f"{self.docs.series[0]} to {self.docs.newest}"
            expected = "expected https://docs.djangoproject.com/en/<series>/<page>/"
            return f"found {url}, {expected}", f"name one of the series {covered}, and end with a slash"
        pages = self.docs.pages[link.series]
        page = next((one for one in (link.path, f"{link.path}/index".lstrip("/")) if one in pages), None)
        if page is None:
            return _nearest(
                url, f"a page of Django {link.series}", link.path, pages, partial(docs_url, link.series)
            )
        if link.anchor and link.anchor not in pages[page]:
            what = f"an anchor of that page in Django {link.series}"
            return _nearest(url, what, link.anchor, pages[page], lambda name: f"{urldefrag(url)[0]}#{name}")
        return None

    def _source(self, url: str) -> Fault | None:
        found = SOURCE_FILE.match(url)
        series = {version: series for series, version in self.code.tags.items()}
        if not found or found["tag"] not in series:
            tags = ", ".join(series)
            return f"found {url}, expected a tag that stands still", f"link to one of the tags {tags}"
        files = set(self.code.files[series[found["tag"]]].values())
        if not is_indexed(found["path"]) or found["path"] in files:
            return None
        start = url[: found.start("path")]
        what = f"a file of Django {found['tag']}"
        return _nearest(url, what, found["path"], files, lambda name: start + name)


def _nearest(url: str, what: str, word: str, known: Iterable[str], address: Callable[[str], str]) -> Fault:
    near = get_close_matches(word, list(known), n=1, cutoff=0.4)
    remedy = f"the nearest is {address(near[0])}" if near else "look it up in Django's documentation"
    return f"found {url}, expected {what}", remedy


def in_docs(root: Path, checker: Checker) -> list[Problem]:
    """Check every address in the pages that people write (`docs/**/*.md`), code samples included."""
    problems: list[Problem] = []
    for path in sorted((root / "docs").rglob("*.md")):
        shown = path.relative_to(root)
        try:
            text = read_text(path, shown)
        except RecordsBroken as broken:
            problems += broken.problems
            continue
        for number, line in enumerate(text.split("\n"), 1):
            for url in addresses(line):
                if fault := checker.fault(url):
                    problems.append(Problem(shown, number, FIELD, *fault))
    return problems


def addresses(text: str) -> Iterator[str]:
    """The addresses in a text, without the punctuation that ends a sentence."""
    for found in LINK.finditer(text):
        yield found[0].rstrip(".,;:!?*_")
