"""A page is light: what a first view of it loads, compressed as a host sends it."""

import gzip
import re
from functools import cache
from pathlib import Path

#: Bytes for HTML, styles, scripts and icon of a change page, the search's worker included.
BUDGET = 90_000
CHANGE = "releases/4.1/logout-by-post/index.html"
LOADED = re.compile(r'<(?:script|link|img)\b[^>]*?\b(?:src|href)="(?P<file>[^"#?]+)[^>]*>')


def first_view(site: Path, page: str) -> dict[str, int]:
    """What a browser loads to show a page, each file with its size in bytes after gzip."""
    html = (site / page).read_text(encoding="utf-8")
    here = (site / page).parent
    named = [
        match["file"]
        for match in LOADED.finditer(html)
        if not re.search(r'rel="(?:canonical|prev|next|alternate ?|expect)"', match[0])
    ]
    files = {page: site / page}
    files |= {name: (here / name).resolve() for name in named if "://" not in name}
    worker = re.search(r'"search": "([^"]+)"', html)
    assert worker, "the page names no worker for the search"
    files["worker"] = (here / worker[1]).resolve()
    return {name: compressed(path) for name, path in files.items()}


@cache
def compressed(path: Path) -> int:
    """The size of a file in bytes after gzip; most files are loaded by every page."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def test_the_first_view_of_every_change_keeps_the_budget(built_site: Path) -> None:
    pages = [str(page.relative_to(built_site)) for page in built_site.glob("releases/*/*/index.html")]
    assert CHANGE in pages
    heaviest = max((first_view(built_site, page) for page in pages), key=lambda sizes: sum(sizes.values()))
    assert sum(name.endswith(".css") for name in heaviest) >= 6
    assert sum(name.endswith(".js") for name in heaviest) >= 2
    assert sum(heaviest.values()) <= BUDGET, sorted(heaviest.items(), key=lambda row: -row[1])


def test_the_palette_of_the_theme_is_not_loaded(built_site: Path) -> None:
    assert not any("palette" in name for name in first_view(built_site, CHANGE))


def test_a_page_that_loads_more_is_heavier(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("x" * 100)
    (tmp_path / "w.js").write_text("y")
    page = '<link rel="stylesheet" href="a.css"><script id="__config">{"search": "w.js"}</script>'
    (tmp_path / "index.html").write_text(page)
    assert set(first_view(tmp_path, "index.html")) == {"index.html", "a.css", "worker"}
