"""Statements that open a scope or a branch: functions, classes, comprehensions, `try`, `if`, `match`."""

# ruff: noqa: N802, N815 - methods are named for the syntax nodes that they visit, as in `ast.NodeVisitor`

from __future__ import annotations

import ast
from typing import Union

from atlas.scan.python.base import Base
from atlas.scan.python.facts import Method, When
from atlas.scan.python.guards import catches_import_error, comparison
from atlas.scan.python.scopes import OTHER, Class, Scope
from atlas.scan.python.values import chain_of

Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]
Comprehension = Union[ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp]


class Blocks(Base):
    """The part of the reader that follows scopes and branches."""

    def visit_FunctionDef(self, node: Function) -> None:
        self.scope.bind(node.name)
        self.each(node.decorator_list)
        self._outside(node.args)
        self.each([node.returns])
        if self.scope.kind == "class" and self.owner:
            self._method(node, self.owner)
        self._function(node.args, node.body)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._outside(node.args)
        self._function(node.args, [node.body])

    def _outside(self, arguments: ast.arguments) -> None:
        """Defaults and annotations, which are read in the scope around the function."""
        self.each([*arguments.defaults, *arguments.kw_defaults])
        self.each([argument.annotation for argument in _parameters(arguments)])

    def _function(self, arguments: ast.arguments, body: list[ast.stmt] | list[ast.expr]) -> None:
        owner, self.owner = self.owner, None
        self.scope = Scope("function", self.scope)
        settings = self.tables.settings_parameter
        for argument in _parameters(arguments):
            self.scope.bind(argument.arg, self.tables.settings_object if argument.arg == settings else OTHER)
        self.each(body)
        self.leave()
        self.owner = owner

    def _method(self, node: Function, owner: Class) -> None:
        names = tuple(a.arg for a in _parameters(node.args) if a not in (node.args.vararg, node.args.kwarg))
        # The keyword `def` or the first decorator begins the node; the name is what a reader looks for.
        words = "async def " if isinstance(node, ast.AsyncFunctionDef) else "def "
        at = (node.lineno, node.col_offset + len(words))
        self.facts.methods.append(Method(node.name, owner, names, node.args.kwarg is not None, at, self.when))

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.each(node.decorator_list)
        self.each(node.bases)
        self.each(node.keywords)
        class_ = Class(node.name)
        for base in node.bases:
            chain = chain_of(base.value if isinstance(base, ast.Subscript) else base)
            if chain:
                class_.bases.append((chain, self.scope))
        self.scope.bind(node.name)
        self.scope.classes[node.name] = class_
        owner, self.owner = self.owner, class_
        self.scope = Scope("class", self.scope)
        self.each(node.body)
        self.leave()
        self.owner = owner

    def visit_ListComp(self, node: Comprehension) -> None:
        # The first iterable is read in the scope around; all else inside.
        self.visit(node.generators[0].iter)
        owner, self.owner = self.owner, None
        self.scope = Scope("comprehension", self.scope)
        for number, generator in enumerate(node.generators):
            self.each([generator.target, generator.iter if number else None, *generator.ifs])
        self.each([node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt])
        self.leave()
        self.owner = owner

    visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_ListComp

    def visit_Try(self, node: ast.Try) -> None:
        before = self.fallback
        self.fallback = before or any(catches_import_error(handler, self.tables) for handler in node.handlers)
        self.each(node.body)
        for handler in node.handlers:
            self.fallback = before or catches_import_error(handler, self.tables)
            self.visit(handler)
        self.fallback = before
        self.each([*node.orelse, *node.finalbody])

    visit_TryStar = visit_Try

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self.scope.bind(node.name)
        self.children(node)

    def visit_If(self, node: ast.If | ast.IfExp) -> None:
        self.visit(node.test)
        found = comparison(node.test, self.lines, self.tables)
        body = node.body if isinstance(node.body, list) else [node.body]
        orelse = node.orelse if isinstance(node.orelse, list) else [node.orelse]
        before: When = self.when
        self.when = (*before, found) if found else before
        self.each(body)
        self.when = (*before, found._replace(holds=False)) if found else before
        self.each(orelse)
        self.when = before

    visit_IfExp = visit_If

    def visit_MatchAs(self, node: ast.MatchAs | ast.MatchStar) -> None:
        if node.name:
            self.scope.bind(node.name)
        self.children(node)

    visit_MatchStar = visit_MatchAs

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        if node.rest:
            self.scope.bind(node.rest)
        self.children(node)


def _parameters(arguments: ast.arguments) -> list[ast.arg]:
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return named + [argument for argument in (arguments.vararg, arguments.kwarg) if argument]
