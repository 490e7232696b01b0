"""`python -m atlas changed BEFORE AFTER`: which pages differ between two built sites, as Markdown for a reviewer.

Only what a page says counts: what all pages share, such as scripts and navigation, is no change of each of them. Both
sites have to be of the same layout and day.
"""

import argparse
import difflib
import html
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from atlas.built.pages import NO_PAGES, address

#: What an author fills of a page, and its title.
SAID: Final = re.compile(r"<article\b.*</article>", re.DOTALL)
TITLE: Final = re.compile(r"<title>(.*?)</title>", re.DOTALL)
#: Before the name of the site, which ends each title.
SITE: Final = " · "
TAGS: Final = re.compile(r"<[^>]*>")
#: Pages of a sort that are listed one by one; more are counted.
MOST: Final = 100


@dataclass(frozen=True)
class Page:
    """A page of one of the sites. lines: what it says, without tags and empty lines."""

    file: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """A page that is new, gone or changed; more, less: lines that came and went."""

    sort: str
    page: Page
    more: int
    less: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the list; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m atlas changed", description=__doc__.partition(": ")[2])
    parser.add_argument("before", type=Path, help="the folder of the site that was built before the change")
    parser.add_argument("after", type=Path, help="the folder of the site that was built after it")
    parser.add_argument("--at", default="", help="where the second one can be read; pages become links")
    options = parser.parse_args(arguments)
    for site in (options.before, options.after):
        if not (site / "index.html").is_file():
            print(f"{site}: found no index.html, expected the folder of a built site", file=sys.stderr)
            return 2
    print(words(list(differences(options.before, options.after)), options.at))
    return 0


def differences(before: Path, after: Path) -> Iterator[Difference]:
    """Every page that differs: those that changed, then new ones, then those that are gone."""
    old, new = pages(before), pages(after)
    for file in sorted(old.keys() & new.keys()):
        if (old[file].title, old[file].lines) != (new[file].title, new[file].lines):
            yield Difference("changed", new[file], *_counted(old[file].lines, new[file].lines))
    for sort, one, other in (("new", new, old), ("gone", old, new)):
        for file in sorted(one.keys() - other.keys()):
            size = len(one[file].lines)
            yield Difference(sort, one[file], *((size, 0) if sort == "new" else (0, size)))


def pages(site: Path) -> dict[str, Page]:
    """The pages of a built site by path."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return {file: read(file, (site / file).read_text("utf-8")) for file in found if file not in NO_PAGES}


def read(file: str, text: str) -> Page:
    """What a page says. file: its path below the site; text: its HTML."""
    title, said = TITLE.search(text), SAID.search(text)
    lines = html.unescape(TAGS.sub("", said[0] if said else text)).splitlines()
    named = html.unescape(title[1]).strip() if title else file
    shown = tuple(" ".join(line.split()) for line in lines)
    return Page(file, named.rpartition(SITE)[0] or named, tuple(filter(None, shown)))


def words(found: list[Difference], at: str) -> str:
    """The list as Markdown. at: the address of the second site, or nothing."""
    if not found:
        return "No page says anything else than before."
    counts = {sort: sum(one.sort == sort for one in found) for sort in ("changed", "new", "gone")}
    title = ", ".join(f"{count} {sort}" for sort, count in counts.items() if count)
    lines = [f"## Pages: {title}", ""]
    for sort in counts:
        rows = [one for one in found if one.sort == sort]
        lines += [_row(one, at) for one in rows[:MOST]]
        lines += [f"* {sort}: {len(rows) - MOST} more"] if rows[MOST:] else []
    return "\n".join(lines)


def _row(one: Difference, at: str) -> str:
    name = re.sub(r"([\[\]*_`<>\\])", r"\\\1", one.page.title)
    linked = f"[{name}]({at.rstrip('/')}/{one.page.file})" if at and one.sort != "gone" else name
    return f"* {one.sort}: {linked} `{address(one.page.file)}` (+{one.more} −{one.less})"


def _counted(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[int, int]:
    marks = [line[:1] for line in [*difflib.unified_diff(old, new, n=0)][2:]]
    return marks.count("+"), marks.count("-")


if __name__ == "__main__":
    sys.exit(main())
