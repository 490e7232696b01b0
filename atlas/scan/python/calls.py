"""Calls, strings, and what is inside f-strings."""

# ruff: noqa: N802 - methods are named for the syntax nodes that they visit, as in `ast.NodeVisitor`

import ast

from atlas.scan.python.base import Base, receiver_of
from atlas.scan.python.facts import Arguments, Call, Text
from atlas.scan.python.values import chain_of


class Calls(Base):
    """The part of the reader that follows calls and literals."""

    def visit_Call(self, node: ast.Call) -> None:
        chain, start = chain_of(node.func), self.start(node)
        if isinstance(node.func, ast.Attribute):
            method, receiver = node.func.attr, receiver_of(node.func.value)
            at = self.start_of_attribute(node.func)
            call = Call(
                chain, method, receiver, self.scope, Arguments(node, self.pinned), start, at, self.when
            )
            self.facts.calls.append(call)
        elif chain:
            call = Call(chain, "", "", self.scope, Arguments(node, self.pinned), start, start, self.when)
            self.facts.calls.append(call)
        self.visit(node.func)
        self.each(node.args)
        self.each(node.keywords)

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, str) and (
            len(value) <= self.tables.longest_name or self.tables.may_hold_template(value)
        ):
            self.facts.texts.append(Text(value, self.start(node), self.when))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        before = self.pinned
        self.pinned = before or self.start(node)
        # Only the expressions: the literal pieces between them are not whole texts.
        self.each(value for value in node.values if isinstance(value, ast.FormattedValue))
        self.pinned = before
