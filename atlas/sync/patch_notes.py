"""The skeleton of the notes of patch releases: one entry per security section and per bug fix, no sentences.

Releases of one day repeat entries word for word; such an entry is one, with each of its places.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from docutils import nodes

from atlas.facts.schema import PatchEntry
from atlas.sync.inline import inlines, symbols, tickets
from atlas.sync.notes import bullet_lines, bullets, unit_hash
from atlas.sync.patches import BUGFIXES, CVE
from atlas.sync.sources.rst import Document, Section

REGRESSION = re.compile(r"\bregression\b")

#: How the line of a link's target begins, which is nobody's text.
TARGET = ".. _"


def entries(documents: Mapping[str, Document]) -> list[PatchEntry]:
    """The entries of all patch releases, those of the oldest release first. documents: by version."""
    found: dict[str, PatchEntry] = {}
    for version, document in documents.items():
        for section in document.sections[1:]:
            for span, blocks in _pieces(section, document.lines):
                entry = _entry(version, section, span, blocks, document.lines)
                known = found.get(entry.hash)
                found[entry.hash] = known.also(entry.patches) if known else entry
    return list(found.values())


def _pieces(section: Section, lines: list[str]) -> Iterator[tuple[tuple[int, int], Sequence[nodes.Node]]]:
    """First and last line of each entry with what is in it; `collect` refuses headings of any other sort."""
    if section.title == BUGFIXES:
        for bullet, depth in bullets(section.blocks):
            if depth == 1:
                yield bullet_lines(bullet), bullet.children
    elif section.blocks:
        end = section.last_line(section.blocks[-1])
        while not lines[end - 1].strip() or lines[end - 1].startswith(TARGET):
            end -= 1
        yield (section.line, end), [section.node.children[0], *section.blocks]


def _entry(
    version: str, section: Section, span: tuple[int, int], blocks: Sequence[nodes.Node], lines: list[str]
) -> PatchEntry:
    named = list(inlines(blocks, into_lists=True))
    cves = tuple(dict.fromkeys(CVE.findall(section.title)))
    return PatchEntry(
        hash=unit_hash(lines, span),
        kind="security" if cves else "bugfix",
        regression=bool(REGRESSION.search("\n".join(lines[span[0] - 1 : span[1]]))),
        patches={version: span},
        cves=cves,
        symbols=tuple(symbols(named)),
        tickets=tuple(tickets(named)),
    )
