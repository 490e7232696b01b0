"""Every link of the built site to itself leads to a file that is there, and to an id on it.

The site builder checks links in Markdown; those that templates draw only exist in the built HTML.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from atlas.built.pages import BuiltPage

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)


def broken(site: Path, pages: Iterable[BuiltPage], base: str = "/") -> list[str]:
    """One line for each link that leads nowhere: `releases/4.1/x/index.html: ../y/#z: no such anchor`.

    base: the path of the site's address, where links that start with a slash begin.
    """
    known = {page.file: page for page in pages}
    return sorted(line for page in known.values() for line in _broken_on(page, known, site, base))


def _broken_on(page: BuiltPage, known: dict[str, BuiltPage], site: Path, base: str) -> Iterator[str]:
    for link in dict.fromkeys(page.links):
        if ELSEWHERE.match(link):
            continue
        parts = urlsplit(link)
        file = target(page.file, unquote(parts.path), base)
        if not (site / file).is_file():
            yield f"{page.file}: {link}: no such file in the site"
        elif parts.fragment and file in known and unquote(parts.fragment) not in known[file].ids:
            yield f"{page.file}: {link}: no such anchor on that page"


def target(file: str, path: str, base: str = "/") -> str:
    """The file that a link's path leads to, from another file; a folder's address means its `index.html`."""
    if not path:
        return file
    if path.startswith("/"):
        joined = path.removeprefix(base.rstrip("/")).lstrip("/")
    else:
        joined = posixpath.join(posixpath.dirname(file), path)
    folder = joined in ("", ".") or joined.endswith(("/", "/.", "/.."))
    normal = posixpath.normpath(joined or ".")
    return posixpath.normpath(posixpath.join(normal, "index.html")) if folder else normal
