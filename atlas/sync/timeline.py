"""The deprecation timeline: what is deprecated, where that began, and where it ends."""

import re
from collections.abc import Iterator
from typing import Final

from docutils import nodes

from atlas.facts.schema import DeprecationFacts
from atlas.sync.errors import shape_error
from atlas.sync.inline import inlines, symbols, targets
from atlas.sync.notes import DEPRECATED_FEATURES, bullet_lines, unit_hash
from atlas.sync.sources.markup import squeeze
from atlas.sync.sources.rst import Document, Section
from atlas.words.versions import VERSION, is_version, sort_key

NOTES_OF = re.compile(rf"Django ({VERSION}) release notes")
FIRST_REMOVAL: Final = "3.0"


def read_timeline(document: Document) -> list[DeprecationFacts]:
    """Every bullet of the timeline from removals in 3.0 on, oldest removal first."""
    found: list[DeprecationFacts] = []
    for section in document.sections:
        is_removal = section.level == 1 and is_version(section.title)
        if is_removal and sort_key(section.title) >= sort_key(FIRST_REMOVAL):
            found.extend(section_rows(section, document.lines))
    if not found:
        raise shape_error(document.name, 1, "no removals", f"headings from {FIRST_REMOVAL} on with bullets")
    return sorted(found, key=lambda row: (sort_key(row.removed_in), row.line))


def section_rows(section: Section, lines: list[str]) -> Iterator[DeprecationFacts]:
    """The bullets under one removal; the paragraph before each list names the release that deprecated them."""
    since = None
    for block in section.blocks:
        if isinstance(block, nodes.paragraph):
            since = deprecating_release(block) or since
        elif isinstance(block, nodes.bullet_list):
            for item in block.children:
                assert isinstance(item, nodes.list_item)
                yield DeprecationFacts(
                    hash=unit_hash(lines, bullet_lines(item)),
                    deprecated_in=since,
                    removed_in=section.title,
                    symbols=tuple(symbols(inlines(item.children, into_lists=True))),
                    anchor=section.anchor,
                    line=bullet_lines(item)[0],
                )


def deprecating_release(paragraph: nodes.paragraph) -> str | None:
    """The release whose notes a paragraph points at."""
    for target in targets(inlines([paragraph]), "ref"):
        if target.startswith(DEPRECATED_FEATURES):
            return target.removeprefix(DEPRECATED_FEATURES)
    found = NOTES_OF.search(squeeze(paragraph.astext()))
    return found[1] if found else None
