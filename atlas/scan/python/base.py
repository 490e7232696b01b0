"""The walk over a syntax tree that the parts of the reader share.

Source: https://docs.python.org/3/library/ast.html
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import ClassVar

from atlas.scan.python.facts import Facts, When
from atlas.scan.python.lines import Lines, Position
from atlas.scan.python.scopes import Class, Scope
from atlas.scan.tables import Tables

#: Parts of nodes below which there is nothing to collect.
WITHOUT_NAMES = frozenset({"ctx", "op", "ops", "type_comment"})


class Base:
    """State of the pass: where it stands, and what it has collected."""

    #: Type of node to what is done there. Of the class: a reader that knew its own methods would be known to itself, so
    #: that it, and the whole tree with it, would have to wait for the garbage collector.
    _methods: ClassVar[dict[type, Callable[[Base, ast.AST], None]]] = {}

    def __init__(self, lines: Lines, tables: Tables) -> None:
        self.lines = lines
        self.tables = tables
        self.facts = Facts()
        self.scope = Scope("module", most=tables.most_origins)
        self.owner: Class | None = None
        self.when: When = ()
        #: Inside a `try` with `except ImportError`, or in such a handler.
        self.fallback = False
        #: Inside an f-string, where parsers disagree on positions: that of the whole string.
        self.pinned: Position | None = None

    def visit(self, node: ast.AST) -> None:
        """Collect from a node and all below it."""
        kind = node.__class__
        method = self._methods.get(kind)
        if method is None:
            method = getattr(type(self), "visit_" + kind.__name__, Base.children)
            self._methods[kind] = method
        method(self, node)

    def children(self, node: ast.AST) -> None:
        """Collect from all below a node."""
        for name in node._fields:
            if name in WITHOUT_NAMES:
                continue
            value = getattr(node, name, None)
            if isinstance(value, list):
                self.each(value)
            elif isinstance(value, ast.AST):
                self.visit(value)

    def each(self, nodes: Iterable[object]) -> None:
        """Collect from each node of a list."""
        for node in nodes:
            if isinstance(node, ast.AST):
                self.visit(node)

    def leave(self) -> None:
        """Back to the scope around."""
        if self.scope.parent:
            self.scope = self.scope.parent

    def start(self, node: ast.expr | ast.stmt) -> Position:
        """Where a node begins."""
        return self.pinned or (node.lineno, node.col_offset)

    def start_of_attribute(self, node: ast.Attribute) -> Position:
        """Where the name after the dot begins."""
        line, end = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        return self.pinned or (line, end - len(node.attr.encode()))


def receiver_of(node: ast.expr) -> str:
    """The last name before a dot: `request` of `self.request.user`, `super()` of `super().save`, or nothing."""
    if isinstance(node, ast.Call):
        name = receiver_of(node.func)
        return f"{name}()" if name and not name.endswith(")") else ""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
