"""Markdown to the words in it, for the search. Code keeps every character: people paste code."""

import re
from collections.abc import Iterator

from atlas.records.pages import FENCE

#: What is dropped from a line of prose, and what stays of it.
MARKS = (
    (re.compile(r"^\s*(?:#{1,6}|>|[-*+]|\d+\.|!!!\s+\w+|\?\?\?\+?\s+\w+)\s+"), ""),
    (re.compile(r"\s*\{[:#.][^}%]*\}\s*$"), ""),
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"!?\[([^\]]*)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"\*\*([^*]+)\*\*"), r"\1"),
    (re.compile(r"(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])"), r"\1"),
    (re.compile(r"`+"), ""),
)
HEADING = re.compile(r"^#{1,6}\s")


def plain(markdown: str) -> str:
    """The words of a page on one line. Headings go (a change page's are all the same), fences stay."""
    return " ".join(" ".join(_lines(markdown)).split())


def _lines(markdown: str) -> Iterator[str]:
    closing = ""
    for line in markdown.split("\n"):
        fence = FENCE.match(line)
        if closing:
            if fence and fence["marks"].startswith(closing) and not fence["info"].strip():
                closing = ""
            else:
                yield line
        elif fence:
            closing = fence["marks"]
        elif not HEADING.match(line):
            yield prose(line)


def prose(line: str) -> str:
    """One line of Markdown without its marks."""
    for pattern, stays in MARKS:
        line = pattern.sub(stays, line)
    return line
