"""The part of the navigation that follows from data: a page for each release, newest first, one for each hop,
and one for each patch release, which no list of pages has.

What stands in which order among the guides is the author's choice; that no page is left out is MkDocs' own check.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from atlas.records.library import Library
from atlas.records.patch_lines import page as patch_page
from atlas.words.problems import Problem
from atlas.words.versions import sort_key
from atlas.words.yaml_lines import Yaml, line_of, read_yaml

NAME: Final = Path("mkdocs.yml")
RELEASES, UPGRADE = "releases/index.md", "upgrade/index.md"


def check(library: Library) -> Iterator[Problem]:
    """Every entry of `nav` that is missing, superfluous or at another place. Nothing without `mkdocs.yml`."""
    root = library.facts.root
    if not (root / NAME).is_file():
        return
    file = read_yaml((root / NAME).read_text(encoding="utf-8"), NAME)
    yield from file.problems
    releases = sorted(library.release_pages, key=sort_key, reverse=True)
    yield from _section(file, RELEASES, [f"releases/{name}/index.md" for name in releases], "releases/")
    hops = [f"upgrade/{old}-to-{new}.md" for old, new in pairwise(library.facts.releases)]
    for source, before in zip(hops, ["", *hops], strict=False):
        if not (root / "docs" / source).is_file():
            remedy = f"copy docs/{before} and replace the releases in it"
            yield Problem(Path("docs") / source, 0, "file", "missing, and releases.json has the hop", remedy)
    for version in library.facts.patches:
        if not (root / "docs" / patch_page(version)).is_file():
            message = "missing, and patches.json has the release"
            yield Problem(Path("docs") / patch_page(version), 0, "file", message, "make sync")
    yield from _section(file, UPGRADE, [hop for hop in hops if (root / "docs" / hop).is_file()])


def _section(file: Yaml, index: str, expected: list[str], others: str = "") -> Iterator[Problem]:
    """Entries in their order, in the section that has this index. others: what begins so must be among them."""
    place, found = _list_with(file.value.get("nav") if isinstance(file.value, dict) else None, index)
    here = [entry for entry in found if entry in expected]
    for entry, before in zip(expected, [index, *expected], strict=False):
        if entry not in found:
            remedy = f"add the line `- {entry}` below `- {before}`"
            yield Problem(NAME, line_of(file.lines, "nav", *place), "nav", f"{entry} is missing", remedy)
    for number, entry in enumerate(found):
        line = line_of(file.lines, "nav", *place, number)
        if others and entry.startswith(others) and entry not in (index, *expected):
            yield Problem(NAME, line, "nav", f"{entry} is no page of a release", "take it out")
        elif found.index(entry) != number:
            yield Problem(NAME, line, "nav", f"{entry} stands twice", "keep one of them")
    wanted = [entry for entry in expected if entry in here]
    if len(here) == len(wanted) and here != wanted:
        entry, right = next(both for both in zip(here, wanted, strict=True) if both[0] != both[1])
        line = line_of(file.lines, "nav", *place, found.index(entry))
        yield Problem(
            NAME, line, "nav", f"found {entry}, expected {right}", f"move `- {right}` above `- {entry}`"
        )


def _list_with(nav: Any, index: str) -> tuple[list[object], list[str]]:
    """The keys to the list of `nav` that has this entry, and its entries; none where there is none."""
    for number, section in enumerate(nav if isinstance(nav, list) else []):
        for title, entries in section.items() if isinstance(section, dict) else ():
            if isinstance(entries, list) and index in entries:
                return [number, title], [one if isinstance(one, str) else "" for one in entries]
    return [], []
