"""Where each name of an import stands. Python tells it from 3.10 on; for 3.9, the statement is read once more."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from typing import Union

from atlas.scan.python.lines import Lines, Position

Import = Union[ast.Import, ast.ImportFrom]


def places(node: Import, lines: Lines) -> list[Position]:
    """A position for each name that a statement imports, in their order."""
    if all(hasattr(alias, "lineno") for alias in node.names):
        return [(alias.lineno, alias.col_offset) for alias in node.names]
    return read(node, lines)


def read(node: Import, lines: Lines) -> list[Position]:
    """The same, read from the statement's text."""
    last = node.end_lineno or node.lineno
    rows = [lines.line(number).encode("utf-8", "surrogatepass") for number in range(node.lineno, last + 1)]
    rows[-1] = rows[-1][: node.end_col_offset]
    rows[0] = rows[0][node.col_offset :]
    text = [row.decode("utf-8", "replace") for row in rows]
    found = []
    for row, column in _first_words("\n".join(text)):
        before = len(text[row - 1][:column].encode("utf-8", "surrogatepass"))
        found.append((node.lineno + row - 1, before + (node.col_offset if row == 1 else 0)))
    return found


def _first_words(statement: str) -> Iterator[tuple[int, int]]:
    """Row and column of the first word behind `import`, and behind each comma."""
    expected = imports = False
    for token in tokenize.generate_tokens(io.StringIO(statement).readline):
        if not imports:
            imports = expected = token.string == "import"
        elif token.string == ",":
            expected = True
        elif expected and (token.type == tokenize.NAME or token.string == "*"):
            yield token.start
            expected = False
