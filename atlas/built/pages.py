"""The built site, read back from its files: pages, anchors, links and inline scripts.

Works on both layouts of URLs (`x/index.html` when hosted, `x.html` offline): a page's address is the
hosted one in either. The HTML is that of a known builder, so tags are found by pattern: 20 times as
fast as `html.parser`, which matters at a thousand pages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

TAG = re.compile(r"<(?P<name>[a-zA-Z][\w:-]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"(?P<name>[\w:-]+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')")
SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.S)
COMMENT = re.compile(r"<!--.*?-->|<style[^>]*>.*?</style>", re.S)

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
    scripts = tuple(
        found["text"]
        for found in SCRIPT.finditer(html)
        if found["text"].strip() and "application/" not in found["attributes"]
    )
    ids, anchors, links = [], [], []
    moved_to = None
    for name, attributes in _tags(html):
        if "id" in attributes:
            ids.append(attributes["id"])
            if name in LANDMARKS and not INTERNAL.match(attributes["id"]):
                anchors.append(attributes["id"])
        links += [attributes[key] for key in ("href", "src") if key in attributes]
        if attributes.get("http-equiv") == "refresh":
            moved_to = attributes["content"].partition("url=")[2]
    return BuiltPage(file, address(file), frozenset(ids), tuple(anchors), tuple(links), scripts, moved_to)


def address(file: str) -> str:
    """The hosted address of a file: `x.html` and `x/index.html` are both `/x/`."""
    path = "/" + file.removesuffix(".html")
    return path.removesuffix("index") if path.endswith("/index") else f"{path}/"


def _tags(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    # The text of a script or style may look like tags; the script's own tag stays.
    bare = COMMENT.sub("", SCRIPT.sub(lambda found: f"<script{found['attributes']}></script>", html))
    for tag in TAG.finditer(bare):
        if "=" in tag["attributes"]:
            yield (
                tag["name"].lower(),
                {
                    one["name"].lower(): unescape(one["double"] or one["single"] or "")
                    for one in ATTRIBUTE.finditer(tag["attributes"])
                },
            )
