"""Addresses that were published, and redirects, compared with the pages and headings that there are."""

from collections.abc import Iterator
from pathlib import Path

from atlas.check.anchors import Anchors, address
from atlas.check.site_files import read_site_files
from atlas.records import permalinks, redirects
from atlas.words.problems import Problem


def check(root: Path, anchors: Anchors) -> Iterator[Problem]:
    """Addresses that vanished, and redirects from or to the wrong one. Errors: RecordsBroken for an unreadable file."""
    read_site_files(root)  # where it is broken nobody knows which pages there are
    moved, problems = redirects.load(root)
    yield from problems
    if not problems:
        now, drawn = _now(anchors)
        yield from permalinks.check(dict(anchors.published), now, moved, drawn)


def _now(anchors: Anchors) -> tuple[list[str], set[str]]:
    """The addresses that there are, sorted, and the pages that may have more anchors."""
    now, drawn = list[str](), set[str]()
    for source in anchors.pages:
        at = address(source)
        known = anchors.of(source)
        now += [at, *(f"{at}#{anchor}" for anchor in known or ())]
        if known is None:
            drawn.add(at)
    return sorted(now), drawn
