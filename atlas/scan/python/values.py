"""Values as far as rules look into them; nothing behind the front end sees a syntax tree.

A string stands in double quotes without escapes; whole numbers, names and dotted names stand as written; of a
list, tuple, set or sum each part counts, of a dictionary each value. Nothing is said of anything else.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from atlas.scan.python.lines import Position
from atlas.scan.python.scopes import Chain


class Part(NamedTuple):
    """A simple value in an expression, as the text with which the `value` of a rule is compared."""

    text: str
    at: Position


class Value:
    """An expression. Nearly all of them interest no rule, so each answer is worked out when it is asked for."""

    __slots__ = ("_node", "_pinned")

    def __init__(self, node: ast.expr, pinned: Position | None) -> None:
        self._node = node
        self._pinned = pinned

    @property
    def at(self) -> Position:
        """Where it begins."""
        return self._pinned or (self._node.lineno, self._node.col_offset)

    @property
    def parts(self) -> list[Part]:
        """The simple values in it."""
        return [
            Part(text, self._pinned or (node.lineno, node.col_offset))
            for text, node in _described(self._node)
        ]

    @property
    def chain(self) -> Chain | None:
        """The names of `a.b.c`, if that is all that it is."""
        return chain_of(self._node)

    @property
    def text(self) -> str | None:
        """The string, if that is all that it is."""
        node = self._node
        return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def chain_of(node: ast.expr) -> Chain | None:
    """`a.b.c` as its parts; None for anything else."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return (node.id, *reversed(parts)) if isinstance(node, ast.Name) else None


def _described(node: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        for item in node.elts:
            yield from _described(item)
    elif isinstance(node, ast.Dict):
        for item in node.values:
            yield from _described(item)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _described(node.left)
        yield from _described(node.right)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield f'"{node.value}"', node
    elif isinstance(node, ast.Constant) and isinstance(node.value, (bool, int, type(None))):
        yield str(node.value), node
    elif chain := chain_of(node):
        yield ".".join(chain), node
