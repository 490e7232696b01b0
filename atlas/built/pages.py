"""The built site, read back from its files: pages, anchors, links and inline scripts.

Works on both layouts of URLs (`x/index.html` when hosted, `x.html` offline): a page's address is the
hosted one in either.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from atlas.words.html_tags import attributes, tags

#: Elements whose ids people link to: headings, and rows and terms with a name. Others serve scripts and pictures.
LANDMARKS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "tr", "dt"})
#: Ids that belong to the theme and to Markdown extensions.
INTERNAL = re.compile(r"_|fn(?:ref)?\d*:")
#: What a host shows for a missing address is no page of its own.
NO_PAGES: Final = frozenset({"404.html"})


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file. `address`: `/releases/4.1/x/`; `anchors`: ids that people link to; `moved_to`: its target
    if it only sends readers on; `scripts`: texts of inline scripts."""

    file: str
    address: str
    ids: frozenset[str]
    anchors: tuple[str, ...]
    links: tuple[str, ...]
    scripts: tuple[str, ...]
    moved_to: str | None


def read_site(site: Path) -> list[BuiltPage]:
    """Every HTML file below a folder, in order of path."""
    return [
        read_page(path.relative_to(site).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    ]


def read_page(file: str, html: str) -> BuiltPage:
    """Read one file. file: its path below the site."""
    scripts, ids, anchors, links = [], [], [], []
    moved_to = None
    for tag in tags(html):
        if tag.name == "script" and (tag.text or "").strip() and "application/" not in tag.given:
            scripts.append(tag.text or "")
        if tag.is_end or "=" not in tag.given:
            continue
        said = attributes(tag.given)
        if "id" in said:
            ids.append(said["id"])
            if tag.name in LANDMARKS and not INTERNAL.match(said["id"]):
                anchors.append(said["id"])
        links += [said[key] for key in ("href", "src") if key in said]
        if said.get("http-equiv") == "refresh":
            moved_to = said["content"].partition("url=")[2]
    known = frozenset(ids)
    return BuiltPage(file, address(file), known, tuple(anchors), tuple(links), tuple(scripts), moved_to)


def address(file: str) -> str:
    """The hosted address of a file: `x.html` and `x/index.html` are both `/x/`."""
    path = "/" + file.removesuffix(".html")
    return path.removesuffix("index") if path.endswith("/index") else f"{path}/"
