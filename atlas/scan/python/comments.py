"""Where a Python file has comments, in which nothing is code that a change could break."""

import io
import tokenize
from bisect import bisect_right
from typing import TypeVar

Row = TypeVar("Row", bound=tuple[object, int, str])


def outside_comments(rows: list[Row], text: str) -> list[Row]:
    """Rows whose second part, an offset in the text, does not lie in a comment."""
    if not any(may_lie_in_comment(text, offset) for _, offset, _ in rows):
        return rows  # which spares the tokens of nearly all files
    spans = [(-1, -1), *comments(text)]
    starts = [start for start, _ in spans]
    return [row for row in rows if row[1] >= spans[bisect_right(starts, row[1]) - 1][1]]


def may_lie_in_comment(text: str, offset: int) -> bool:
    """Whether a comment could begin before a place in its line, or there."""
    return "#" in text[text.rfind("\n", 0, offset) + 1 : offset + 1]


def comments(text: str) -> list[tuple[int, int]]:
    """Start and end of each comment as offsets; what stands after a mistake in the syntax is not known."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                at = starts[token.start[0] - 1] + token.start[1]
                found.append((at, at + len(token.string)))
    except (tokenize.TokenError, SyntaxError, IndexError):
        pass
    return found
