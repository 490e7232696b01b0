"""The navigation: every page is in it once, every entry has a page, and releases and hops are in their order.

What stands in which order among the guides is the author's choice. Source of what a build asks for:
https://www.mkdocs.org/user-guide/configuration/#validation
"""

import difflib
import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

from atlas.check.site_files import NAME, SiteFiles, read_site_files
from atlas.records.library import Library
from atlas.records.patch_lines import page as patch_page
from atlas.words.problems import Problem
from atlas.words.versions import sort_key

RELEASES, UPGRADE = "releases/index.md", "upgrade/index.md"
ELSEWHERE: Final = ("http://", "https://", "//", "/")


class NavEntry(NamedTuple):
    """A page in `nav`: its path below `docs/`, the keys of the list that it is in, and its number there."""

    source: str
    place: tuple[object, ...]
    number: int


def check(library: Library) -> Iterator[Problem]:
    """Every mistake in `nav`. Nothing without `mkdocs.yml`. Errors: RecordsBroken where that is broken."""
    root = library.facts.root
    site = read_site_files(root)
    if site.settings is None:
        return
    if not isinstance(site.nav, list):
        message = "missing" if site.nav is None else "expected a list of pages and of sections"
        yield Problem(NAME, site.line("nav"), "nav", message, "take it back with git")
        return
    entries = list(_entries(site.nav, ("nav",)))
    releases = sorted(library.release_pages, key=sort_key, reverse=True)
    hops = [f"upgrade/{old}-to-{new}.md" for old, new in pairwise(library.facts.releases)]
    yield from _missing_files(root, list(library.facts.releases), hops, list(library.facts.patches))
    sections = {
        RELEASES: [f"releases/{name}/index.md" for name in releases],
        UPGRADE: [hop for hop in hops if (root / "docs" / hop).is_file()],
    }
    for index, expected in sections.items():
        yield from _section(site, entries, index, expected)
    pages = [path.relative_to("docs").as_posix() for path in site.pages]
    yield from _without_page(site, entries, pages)
    yield from _twice(site, entries)
    told = {source for expected in sections.values() for source in expected}
    guides = [source for source in pages if source not in told and not source.startswith("releases/")]
    yield from _left_out(site, entries, guides)


def _entries(nav: Sequence[Any], place: tuple[object, ...]) -> Iterator[NavEntry]:
    for number, entry in enumerate(nav):
        for title, value in entry.items() if isinstance(entry, dict) else ((None, entry),):
            if isinstance(value, list):
                yield from _entries(value, (*place, number, title))
            elif isinstance(value, str) and value and not value.startswith(ELSEWHERE):
                yield NavEntry(value, place, number)


def _line(site: SiteFiles, entry: NavEntry) -> int:
    return site.line(*entry.place, entry.number)


def _missing_files(
    root: Path, releases: Sequence[str], hops: Sequence[str], patches: Sequence[str]
) -> Iterator[Problem]:
    """Releases, hops and patch releases without a page."""
    for release, before in zip(releases, ["", *releases], strict=False):
        index = Path("docs/releases", release, "index.md")
        if not (root / index).is_file():
            remedy = (
                f"begin it as docs/releases/{before}/index.md is begun" if before else "take it back with git"
            )
            yield Problem(index, 0, "file", "missing, and releases.json has the release", remedy)
    for source, before in zip(hops, ["", *hops], strict=False):
        if not (root / "docs" / source).is_file():
            remedy = f"copy docs/{before} and replace the releases in it"
            yield Problem(Path("docs") / source, 0, "file", "missing, and releases.json has the hop", remedy)
    for version in patches:
        if not (root / "docs" / patch_page(version)).is_file():
            message = "missing, and patches.json has the release"
            yield Problem(Path("docs") / patch_page(version), 0, "file", message, "make sync")


def _section(site: SiteFiles, entries: list[NavEntry], index: str, expected: list[str]) -> Iterator[Problem]:
    """What follows from data: these pages in this order, in the section that has this index."""
    place = next((entry.place for entry in entries if entry.source == index), ("nav",))
    found = [entry for entry in entries if entry.place == place]
    sources = [entry.source for entry in found]
    for source, before in zip(expected, [index, *expected], strict=False):
        if source not in sources:
            remedy = f"add the line `- {source}` below `- {before}`"
            yield Problem(NAME, site.line(*place), "nav", f"{source} is missing", remedy)
    here = [entry for entry in found if entry.source in expected]
    wanted = [source for source in expected if source in sources]
    if len(here) == len(wanted) and [entry.source for entry in here] != wanted:
        entry, right = next(both for both in zip(here, wanted, strict=True) if both[0].source != both[1])
        message, remedy = (
            f"found {entry.source}, expected {right}",
            f"move `- {right}` above `- {entry.source}`",
        )
        yield Problem(NAME, _line(site, entry), "nav", message, remedy)


def _without_page(site: SiteFiles, entries: list[NavEntry], pages: Sequence[str]) -> Iterator[Problem]:
    """Entries that no page of the site is at."""
    named = {entry.source for entry in entries}
    free = [source for source in pages if source not in named and not site.may_stay_out_of_nav(source)]
    for entry in entries:
        if entry.source not in pages:
            there = (site.root / "docs" / entry.source).is_file()
            message = f"{entry.source} is {'left out by exclude_docs' if there else 'not there'}"
            near = difflib.get_close_matches(entry.source, free, n=1, cutoff=0.8)
            remedy = f"did you mean '{near[0]}'?" if near else "take the entry out, or write the page"
            yield Problem(NAME, _line(site, entry), "nav", message, remedy)


def _twice(site: SiteFiles, entries: list[NavEntry]) -> Iterator[Problem]:
    counts = Counter(entry.source for entry in entries)
    last = {entry.source: entry for entry in entries}
    for source, times in counts.items():
        if times > 1:
            message = f"{source} stands {'twice' if times == 2 else f'{times} times'}"
            yield Problem(NAME, _line(site, last[source]), "nav", message, "keep one of them")


def _left_out(site: SiteFiles, entries: list[NavEntry], pages: Sequence[str]) -> Iterator[Problem]:
    """Pages that no reader finds: neither in `nav` nor named by `not_in_nav`."""
    named = {entry.source: entry for entry in entries}
    for source in pages:
        if source not in named and not site.may_stay_out_of_nav(source):
            folder = posixpath.dirname(source)
            beside = [entry for entry in entries if posixpath.dirname(entry.source) == folder]
            where = f" below `- {beside[-1].source}`" if beside else " to a section of `nav`"
            line = site.line(*beside[-1].place) if beside else site.line("nav")
            yield Problem(NAME, line, "nav", f"{source} is missing", f"add the line `- {source}`{where}")
