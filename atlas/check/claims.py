"""Words that call for a run: a sentence that says "never" or "from 5.0 on" is a claim, and claims are statements.

The sections of a page are told apart by its headings. Statements that bear a section out stand under a heading of the
same text below `## Evidence`, those of the opening before any such heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from atlas.records.evidence import has_evidence, statements_of
from atlas.records.pages import Page
from atlas.words.problems import Problem
from atlas.words.vocabulary import EVIDENCE

#: Words that say of behavior what only a run can show.
CALLS = (
    "nothing", "never", "always", "every", "any release", "both releases", "the same", "as before", "survives?",
    "ha(?:s|ve) no effect", "do(?:es)? not help", "silently", "only", "no longer needed",
)  # fmt: skip
CALL = re.compile(
    rf"\b(?:{'|'.join(CALLS)})\b"
    r"|\bfrom (?:Django )?\d[\d.]* on\b|\b(?:since|until|before|after|up to) (?:Django )?\d\.\d"
    r"|(?<![\w.#/:-])\d+(?![\w./:-]|\.\d)",
    re.I,
)
SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[A-Z`*])")
#: What is no prose: code spans, links' targets, comments, raw HTML.
NO_PROSE = re.compile(r"`[^`]*`|\]\([^)]*\)|<[^>]*>|\[\[\[.*?\]\]\]")


@dataclass
class Section:
    """The prose between two headings of level two: its paragraphs, each with the line on which it begins.

    line: that of the heading, 0 of the opening.
    """

    title: str
    line: int = 0
    paragraphs: list[tuple[int, str]] = field(default_factory=list)


def check(page: Page) -> Iterator[Problem]:
    """For each section without a statement of its own, a line for each sentence that calls for one."""
    if not has_evidence(page) or page.meta.get("unproved"):
        return
    yield from calls_without_a_run(page, supported_sections(page))


def calls_without_a_run(page: Page, supported: frozenset[str]) -> Iterator[Problem]:
    """A line for each sentence that calls for a run, in sections without one. supported: titles of the others."""
    for section in sections(page):
        if section.title in supported or section.title == EVIDENCE:
            continue
        for line, sentence, word in calls(section):
            where = (
                f"`### {section.title}`" if section.title else f"`## {EVIDENCE}`, before any other heading"
            )
            remedy = f"run it: a statement under {where}; or cut it"
            yield Problem(
                page.path, line, "claim", f"'{word}' in '{_short(sentence)}' and no statement for it", remedy
            )


def supported_sections(page: Page) -> frozenset[str]:
    """The headings below `## Evidence` that have a statement; an empty one for statements before any of them."""
    heads = [heading for heading in page.headings if heading.level <= 3]
    found = set()
    for statement in statements_of(page):
        above = [heading for heading in heads if heading.line < statement.sample.line]
        found.add(above[-1].text if above and above[-1].level == 3 else "")
    return frozenset(found)


def sections(page: Page) -> list[Section]:
    """The prose of a page by its headings of level two; the opening has no title."""
    found = [Section("")]
    heads = {heading.line: heading for heading in page.headings}
    open_paragraph = False
    for number, line in page.prose:
        if number in heads:
            if heads[number].level == 2:
                found.append(Section(heads[number].text, number))
            open_paragraph = False
        elif not line.strip():
            open_paragraph = False
        elif open_paragraph:
            start, text = found[-1].paragraphs[-1]
            found[-1].paragraphs[-1] = start, f"{text} {line.strip()}"
        else:
            found[-1].paragraphs.append((number, line.strip()))
            open_paragraph = True
    return found


def calls(section: Section) -> Iterator[tuple[int, str, str]]:
    """Sentences that call for a run: the line of their paragraph, the sentence, and the word."""
    for line, text in section.paragraphs:
        for sentence in SENTENCE.split(text):
            if found := CALL.search(NO_PROSE.sub(lambda cut: " " * len(cut[0]), sentence)):
                yield line, sentence, found[0]


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 80 else f"{sentence[:79]}…"
