"""The search index of a built site: all entries, and the three files that the search box reads."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from atlas.facts.proofs import Proofs
from atlas.publish.scripts import pieces
from atlas.publish.search.changes import entry_of_change
from atlas.publish.search.entry import Entry
from atlas.publish.search.html import read_html
from atlas.records.library import Library

#: What the box says where the index cannot be read.
UNREAD = {"title": "The search index could not be read", "text": "Check the connection and type again."}
#: Pages that nobody searches for.
LEFT_OUT = frozenset({"404.html"})


def write_index(root: Path, library: Library, proofs: Proofs, site: Path, flat: bool = False) -> None:
    """Write `search/` of the site that was built into `site`.

    root: the project's folder, which has the scripts. flat: the site was built without directory URLs (`x.html`
    instead of `x/`), as the offline copy is.

    `index.js` is read when somebody searches for the first time: scripts and entries in one file, because a
    worker reads files one after another. `search_index.json` and, for a site opened from `file://`,
    `search_index.js` are what Material reads with every page: they name the index.
    """
    rows = (entry.row() for entry in entries(library, proofs, site, flat))
    folder = site / "search"
    folder.mkdir(exist_ok=True)
    # The worker asks for the index by its digest, so that a page never meets an older one from a cache.
    digest = _write(folder / "index.js", pieces(root, "search", {"ENTRIES": rows}))[:12]
    config = {"separator": r"\s+", "index": f"search/index.js?{digest}", "unread": UNREAD}
    stub = _json({"config": config, "docs": []})
    (folder / "search_index.json").write_text(stub, encoding="utf-8")
    (folder / "search_index.js").write_text(f"var __index={stub}", encoding="utf-8")


def _write(path: Path, pieces: Iterable[str]) -> str:
    """Write piece by piece, for all of them together are megabytes; the text's SHA-256."""
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for piece in (piece.encode() for piece in pieces):
            digest.update(piece)
            file.write(piece)
    return digest.hexdigest()


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
