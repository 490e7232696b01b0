"""Patch releases: what each release's notes say it fixes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docutils import nodes

from atlas.sync.errors import shape_error
from atlas.sync.headers import introduction
from atlas.sync.inline import inlines, symbols
from atlas.sync.notes import bullets
from atlas.sync.sources.markup import squeeze
from atlas.sync.sources.rst import Document, Section
from atlas.words.forms import CVE_ID
from atlas.words.versions import PYTHON

CVE = re.compile(CVE_ID)
SEVERITY = re.compile(r'(\w+) (?:security )?issues? with severity "(\w+)"')
SAYS_SECURITY = re.compile(r"security (?:issue|vulnerabilit|mitigation)")
PYTHON_ADDED = re.compile(rf"compatibility with Python ({PYTHON})")
BUGFIXES: Final = "Bugfixes"
NUMBERS: Final = ("none", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Heading:
    """A CVE as the notes of a patch release present it; `severity` as they word it."""

    cve: str
    title: str
    symbols: list[str]
    severity: str | None
    anchor: str


@dataclass(frozen=True)
class PatchNotes:
    """The notes of one patch release."""

    date: str
    headings: list[Heading]
    bugfixes: int
    pythons: list[str]
    says_security: bool


def read_patch(document: Document, date: str) -> PatchNotes:
    """Read the notes, leaving out headings that are neither "Bugfixes" nor a CVE (see `check_headings`)."""
    says = squeeze(" ".join(paragraph.astext() for paragraph in introduction(document)[1:]))
    headings: list[Heading] = []
    bugfixes = 0
    for section in document.sections[1:]:
        if CVE.search(section.title):
            headings.extend(cve_headings(section))
        elif section.title == BUGFIXES:
            bugfixes += sum(depth == 1 for _, depth in bullets(section.blocks))
    return PatchNotes(
        date=date,
        headings=with_severity(headings, says),
        bugfixes=bugfixes,
        pythons=list(dict.fromkeys(PYTHON_ADDED.findall(whole_text(document)))),
        says_security=bool(SAYS_SECURITY.search(says)),
    )


def check_headings(document: Document) -> None:
    """Raise a `SyncError` for a heading under which something stands that `read_patch` leaves out.

    All notes since 2.2 have only these two kinds; older ones have others.
    """
    for section in document.sections[1:]:
        if section.title != BUGFIXES and not CVE.search(section.title):
            raise shape_error(
                document.name, section.line, f"the heading {section.title!r}", "Bugfixes or a CVE"
            )


def cve_headings(section: Section) -> Iterator[Heading]:
    """One `Heading` for each CVE that a heading names."""
    text = squeeze(" ".join(block.astext() for block in section.blocks))
    severity = re.search(r'severity "(\w+)"', text)
    title = re.sub(rf"^(?:{CVE.pattern}(?:,? and |, )?)+:\s*", "", section.title)
    for cve in CVE.findall(section.title):
        names = symbols(inlines(section.node.children[:1]))
        yield Heading(cve, title, names, severity[1] if severity else None, section.anchor)


def with_severity(headings: list[Heading], says: str) -> list[Heading]:
    """Fill in a severity that only the introduction states, if it states one for all CVEs at once."""
    stated = SEVERITY.findall(says)
    if len(stated) != 1:
        return headings
    number = stated[0][0].replace("one", "a")
    if number not in NUMBERS or NUMBERS.index(number) != len(headings):
        return headings
    return [
        Heading(one.cve, one.title, one.symbols, one.severity or stated[0][1], one.anchor) for one in headings
    ]


def whole_text(document: Document) -> str:
    """The prose of a file, code left out."""
    paragraphs = document.title.node.findall(nodes.paragraph)
    return squeeze(" ".join(paragraph.astext() for paragraph in paragraphs))
