"""The search index of a built site: all entries, and the files that the search box reads."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Final

from atlas.facts.proofs import Proofs
from atlas.publish.scripts import array, pieces
from atlas.publish.search.answers import answers
from atlas.publish.search.changes import entry_of_change
from atlas.publish.search.cves import entries_of_cves
from atlas.publish.search.entry import Entry
from atlas.publish.search.html import read_html
from atlas.publish.search.pasted import pasted_constants
from atlas.records.library import Library

#: What the box says where the index cannot be read.
UNREAD = {"title": "The search index could not be read", "text": "Check the connection and type again."}
#: Fields that come behind the others, by their files, in this order: what pages say, a third of what would come first,
#: and then three quarters of all, which few queries need.
LATER: Final = {"said": ("summary", "messages"), "rest": ("facts", "text")}
FIRST: Final = tuple(
    field.name for field in fields(Entry) if field.name not in {*LATER["said"], *LATER["rest"]}
)
#: The page with all CVEs, each of which is found by itself.
SECURITY: Final = ("reference/security/", "reference/security.html")
#: Pages that nobody searches for.
LEFT_OUT = frozenset({"404.html"})


def write_index(root: Path, library: Library, proofs: Proofs, site: Path, flat: bool = False) -> None:
    """Write `search/` of the site that was built into `site`.

    root: the project's folder, which has the scripts. flat: the site was built without directory URLs (`x.html`
    instead of `x/`), as the offline copy is.

    `index.js` is read when the box is opened for the first time: scripts and everything but `LATER`, by columns, which
    compress best. `said.js` and `rest.js` are read behind it. `search_index.json` and, for a site opened from
    `file://`, `search_index.js` are what Material reads with every page: they name all three.
    """
    kept: dict[str, list[str]] = {name: [] for name in (*FIRST, *LATER["said"])}
    folder = site / "search"
    folder.mkdir(exist_ok=True)
    # The worker asks for files by their digests, so that a page never meets an older one from a cache.
    rest = _write(folder / "rest.js", _added(_rest(entries(library, proofs, site, flat), kept)))
    said = _write(folder / "said.js", _added(zip(*(kept[name] for name in LATER["said"]), strict=True)))
    data = {
        "ENTRIES": {name: kept[name] for name in FIRST},
        "LATER": list(LATER.values()),
        "PASTED": pasted_constants(flat),
        "ANSWERS": answers(library, flat),
    }
    index = _write(folder / "index.js", pieces(root, "search", data))
    parts = [f"search/index.js?{index}", f"search/said.js?{said}", f"search/rest.js?{rest}"]
    stub = _json({"config": {"separator": r"\s+", "parts": parts, "unread": UNREAD}, "docs": []})
    (folder / "search_index.json").write_text(stub, encoding="utf-8")
    (folder / "search_index.js").write_text(f"var __index={stub}", encoding="utf-8")


def _rest(found: Iterable[Entry], kept: dict[str, list[str]]) -> Iterator[list[str]]:
    """The fields that come last, entry by entry; the other fields go into the columns of `kept`."""
    for entry in found:
        for name, column in kept.items():
            column.append(getattr(entry, name))
        yield [getattr(entry, name) for name in LATER["rest"]]


def _added(rows: Iterator[Sequence[str]]) -> Iterator[str]:
    """A script that adds rows of fields, one for each entry."""
    yield "atlasSearch.add("
    yield from array(rows)
    yield ");\n"


def _write(path: Path, pieces: Iterable[str]) -> str:
    """Write piece by piece, for all of them together are megabytes; the first digits of the text's SHA-256."""
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for piece in (piece.encode() for piece in pieces):
            digest.update(piece)
            file.write(piece)
    return digest.hexdigest()[:12]


def entries(library: Library, proofs: Proofs, site: Path, flat: bool = False) -> Iterator[Entry]:
    """Changes first, in the library's order, then every other page in order of its path."""
    changes = {f"{change.url.rstrip('/')}.html" if flat else change.url: change for change in library.changes}
    for location, change in changes.items():
        yield entry_of_change(change, location, proofs.of(change.id))
    for path in sorted(site.rglob("*.html")):
        location = path.relative_to(site).as_posix()
        location = location if flat else _directory(location)
        if location not in changes and location not in LEFT_OUT:
            keywords = _keywords(library, location)
            yield from entries_of_page(path.read_text(encoding="utf-8"), location, keywords)
        if location.startswith(SECURITY):
            yield from entries_of_cves(library.facts, location)


def entries_of_page(html: str, location: str, keywords: str = "") -> Iterator[Entry]:
    """One entry for the page itself and one for each heading on it; none for a page without an article."""
    page = read_html(html)
    for whole in page.sections[:1]:
        words = keywords or page.keywords
        yield Entry(location, whole.title, summary=page.description, keywords=words, text=whole.text)
        for section in page.sections[1:]:
            yield Entry(f"{location}#{section.anchor}", section.title, page=whole.title, text=section.text)


def _keywords(library: Library, location: str) -> str:
    """A release's page is what its bare number asks for."""
    release = location.removeprefix("releases/").partition("/")[0]
    return f"{release}, Django {release}, release notes" if release in library.release_pages else ""


def _directory(path: str) -> str:
    """`x/index.html` as `x/`; the site's first page as `./`."""
    return f"./{path}".removesuffix("index.html").removeprefix("./") or "./"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
