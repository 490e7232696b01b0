"""Facts of one Python file: what is imported, used, called, assigned and defined, and what names stand for."""

import ast

from atlas.scan.python.blocks import Blocks
from atlas.scan.python.calls import Calls
from atlas.scan.python.facts import Facts
from atlas.scan.python.lines import Lines
from atlas.scan.python.names import Names
from atlas.scan.tables import Tables


class _Reader(Names, Blocks, Calls):
    """All parts of the one pass."""


def read(tree: ast.Module, lines: Lines, tables: Tables) -> Facts:
    """The facts of a file. Errors: RecursionError for absurd nesting."""
    reader = _Reader(lines, tables)
    reader.each(tree.body)
    return reader.facts
