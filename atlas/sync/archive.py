"""Django's archive of security issues (docs/releases/security.txt)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docutils import nodes

from atlas.sync.errors import shape_error
from atlas.sync.headers import iso_date
from atlas.sync.inline import inlines, symbols
from atlas.sync.notes import bullets
from atlas.sync.patches import CVE
from atlas.sync.sources.markup import squeeze
from atlas.sync.sources.rst import Document, Section
from atlas.words.versions import VERSION, feature_release, sort_key

FIRST_YEAR: Final = "2019"
FIXED_IN = re.compile(rf"Django ({VERSION})")


@dataclass(frozen=True)
class Disclosure:
    """A CVE as the archive, or failing that the notes, present it; `title` is read for its words only."""

    date: str
    title: str
    symbols: list[str]
    affected: list[str]
    hardened: list[str]
    anchor: str | None


def read_archive(document: Document) -> dict[str, Disclosure]:
    """The archive's CVEs since 2019. A CVE's heading without a date is a `SyncError`."""
    found: dict[str, Disclosure] = {}
    for section in document.sections:
        cves = CVE.findall(section.title)
        if section.level < 2 or not cves:
            continue
        date = iso_date(section.title.partition(" - ")[0])
        if date is None:
            raise shape_error(document.name, section.line, f"{section.title!r}", "a date and a CVE")
        if date >= FIRST_YEAR:
            found.update((cve, disclosure(section, date)) for cve in cves)
    if not found:
        raise shape_error(document.name, 1, "no CVE", f"the CVEs since {FIRST_YEAR}")
    return found


def disclosure(section: Section, date: str) -> Disclosure:
    """Read what stands under one heading of the archive, subheadings included."""
    prose = [block for block in section.blocks if isinstance(block, nodes.paragraph)]
    title = squeeze(" ".join(block.astext() for block in prose)).partition("Full description")[0]
    versions = list(versions_named(section))
    return Disclosure(
        date=date,
        title=title,
        symbols=symbols(inlines(prose)),
        affected=sorted((one for one in versions if one == feature_release(one)), key=sort_key),
        hardened=sorted((one for one in versions if one != feature_release(one)), key=sort_key),
        anchor=section.anchor,
    )


def versions_named(section: Section) -> Iterator[str]:
    """The Django versions at the start of each bullet: a series it is fixed in, or a patch that hardens it."""
    blocks = [child for child in section.node.children if isinstance(child, nodes.Element)]
    for bullet, _ in bullets(blocks):
        found = FIXED_IN.match(squeeze(bullet.astext()))
        if found:
            yield found[1]
