"""What Markdown shows as it is written, or takes otherwise than it was meant, without saying anything."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pygments.lexers import LEXERS  # type: ignore[import-untyped]

from atlas.check.prose_text import ProseText, prose_text
from atlas.records.pages import Page
from atlas.words.problems import Problem, did_you_mean

#: The call-outs that about/conventions has.
CALL_OUTS: Final = ("note", "warning", "tip")
#: Languages of fences that Pygments can color, by each of its names for them.
LANGUAGES: Final = frozenset(name for row in LEXERS.values() for name in row[2])
CALL_OUT = re.compile(
    r"^(?P<indent> *)(?P<mark>!!!|\?\?\?\+?|===)[ \t]+(?P<kind>\S+)[^\n]*\n(?P<next>[^\n]*)", re.M
)
CONFLICT = re.compile(r"^(?:<{7}|\|{7}|>{7})(?: |$)", re.M)
LEFT = re.compile(r"\b(?:TODO|FIXME|TBD)\b")
NO_HEADING = re.compile(r"^(?P<marks>#{2,6})(?P<text>[^#\s][^\n]*)", re.M)
NAMED = re.compile(r"\{[^}\n]*#(?P<name>[\w.-]+)[^}\n]*\}")
ADDRESS = re.compile(r"(?<!\]: )(?<![\w(<\"'/=\]:])https?://[^\s<>]+")
#: What the site's Content-Security-Policy does not run or load.
UNSAFE = re.compile(
    r"<(?:script|style|iframe|object|embed)\b|(?<=\s)on[a-z]+=|(?<=\s)style=|(?<=\]\()javascript:", re.I
)
DASHES = re.compile(r"[ |:-]*-[ |:-]*")
CELL = re.compile(r"(?<!\\)\|")


def check(page: Page) -> Iterator[Problem]:
    """Problems of one page's text."""
    prose = prose_text(page)
    yield from _fences(page)
    yield from _conflicts(page)
    yield from _call_outs(page, prose)
    yield from _headings(page, prose)
    yield from _tables(page, prose)
    yield from _rest(page, prose)


def _fences(page: Page) -> Iterator[Problem]:
    for fence in page.fences:
        if not fence.closed:
            yield Problem(page.path, fence.line, "fence", "is not closed", "end it with a line ```")
        if fence.language and fence.language not in LANGUAGES:
            message = f"found '{fence.language}', which is no language"
            remedy = did_you_mean(fence.language, sorted(LANGUAGES)) or "write ```text"
            yield Problem(page.path, fence.line, "fence", message, remedy)


def _conflicts(page: Page) -> Iterator[Problem]:
    if found := CONFLICT.search(page.body):
        line = page.body_line + page.body.count("\n", 0, found.start())
        message = f"found `{found[0].strip()}`, which git leaves where two versions disagree"
        yield Problem(page.path, line, "merge", message, "keep one of the two")


def _call_outs(page: Page, prose: ProseText) -> Iterator[Problem]:
    for found in CALL_OUT.finditer(prose.text):
        line, kind = prose.line(found.start()), found["kind"]
        if found["mark"] != "!!!":
            message = f"found `{found['mark']}`, which this site shows as it is written"
            yield Problem(page.path, line, "call-out", message, "write `!!! note`, or a heading")
        elif kind not in CALL_OUTS:
            message = f"found '{kind}', expected one of {', '.join(CALL_OUTS)}"
            yield Problem(page.path, line, "call-out", message, did_you_mean(kind, CALL_OUTS))
        elif not found["next"].startswith(f"{found['indent']}    "):
            yield Problem(
                page.path, line, "call-out", "is empty", "begin its text on the next line, after four blanks"
            )


def _headings(page: Page, prose: ProseText) -> Iterator[Problem]:
    level = 1
    for heading in page.headings:
        if heading.level > level + 1:
            message = f"found `{'#' * heading.level} {heading.text}` below a heading of level {level}"
            yield Problem(page.path, heading.line, "heading", message, f"write `{'#' * (level + 1)}`")
        level = heading.level
    for found in NO_HEADING.finditer(prose.text):
        message = f"found `{found[0]}`, which is no heading"
        remedy = f"write `{found['marks']} {found['text']}`"
        yield Problem(page.path, prose.line(found.start()), "heading", message, remedy)
    names: dict[str, int] = {}
    for found in NAMED.finditer(prose.text):
        line = prose.line(found.start())
        if names.setdefault(found["name"], line) != line:
            message = f"`#{found['name']}` stands already in line {names[found['name']]}"
            yield Problem(page.path, line, "anchor", message, "give it another name")


def _tables(page: Page, prose: ProseText) -> Iterator[Problem]:
    """Rows with more or fewer cells than the head of their table."""
    cells = 0
    rows = prose.text.split("\n")
    for number, (head, row) in enumerate(pairwise(rows), prose.first + 1):
        if "|" not in row:
            cells = 0
        elif "|" in head and DASHES.fullmatch(row):
            cells = _cells(head)
        if cells and _cells(row) != cells:
            message = f"found a row of {_cells(row)} cells in a table of {cells}"
            yield Problem(
                page.path, number, "table", message, r"add or take out a `|`; inside of a cell, write `\|`"
            )


def _cells(row: str) -> int:
    return len(CELL.split(row.strip().removeprefix("|").removesuffix("|")))


def _rest(page: Page, prose: ProseText) -> Iterator[Problem]:
    patterns = (
        ("text", LEFT, "which is for you, not for readers", "write what is missing, or put it in backquotes"),
        ("link", ADDRESS, "which is shown as text", "write `[what is there](https://…)`"),
        ("HTML", UNSAFE, "which the site's policy does not run or load", "take it out"),
    )
    for what, pattern, why, remedy in patterns:
        for found in pattern.finditer(prose.text):
            yield Problem(page.path, prose.line(found.start()), what, f"found `{found[0]}`, {why}", remedy)
