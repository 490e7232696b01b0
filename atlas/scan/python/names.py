"""Names: what is imported, bound, assigned and used."""

# ruff: noqa: N802 - methods are named for the syntax nodes that they visit, as in `ast.NodeVisitor`

import ast

from atlas.scan.python.aliases import places
from atlas.scan.python.base import Base, receiver_of
from atlas.scan.python.facts import Assignment, Attribute, Import, Use
from atlas.scan.python.lines import Position
from atlas.scan.python.values import Value, chain_of


class Names(Base):
    """The part of the reader that follows names."""

    def visit_Import(self, node: ast.Import) -> None:
        for alias, at in zip(node.names, places(node, self.lines)):
            local = alias.asname or alias.name.partition(".")[0]
            self.scope.bind(local, alias.name if alias.asname else local)
            # `import a.b` binds `a` alone, so no other import of `a` can stand in for `a.b`.
            fallback = self.fallback and local != alias.name.partition(".")[0]
            self._imported(alias.name, local, at, fallback)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        module = "." * node.level + (node.module or "")
        for alias, at in zip(node.names, places(node, self.lines)):
            dotted, local = f"{module}.{alias.name}", alias.asname or alias.name
            if alias.name == "*":
                if len(self.facts.stars) < self.tables.most_origins:
                    self.facts.stars.append(module)
            else:
                self.scope.bind(local, dotted)
                self._imported(dotted, local, at, self.fallback)

    def _imported(self, dotted: str, local: str, at: Position, fallback: bool) -> None:
        self.facts.imports.append(Import(dotted, local, self.scope, fallback, at, self.when))

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self.facts.uses.append(Use((node.id,), self.scope, self.start(node), self.when))
        elif isinstance(node.ctx, ast.Store):
            self.scope.bind(node.id)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        chain = chain_of(node)
        if chain:
            self.facts.uses.append(Use(chain, self.scope, self.start(node), self.when))
        part: ast.expr = node
        while isinstance(part, ast.Attribute):
            at = self.start_of_attribute(part)
            self.facts.attributes.append(Attribute(part.attr, receiver_of(part.value), at, self.when))
            part = part.value
        if not chain:
            self.visit(part)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.scope.around("comprehension").bind(node.target.id)
        self.visit(node.value)

    def visit_Global(self, node: ast.Global) -> None:
        self.scope.declare(node.names, "global")

    def visit_Nonlocal(self, node: ast.Nonlocal) -> None:
        self.scope.declare(node.names, "nonlocal")

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        nothing = isinstance(node.value, ast.Constant) and node.value.value is None
        for target in node.targets:
            if nothing and isinstance(target, ast.Name):
                self.scope.bind(target.id, None)
            else:
                self.visit(target)
            self._assigned(target, node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.visit(node.annotation)
        self.visit(node.target)
        if node.value:
            self.visit(node.value)
            self._assigned(node.target, node.value)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.visit(node.value)
        self.visit(node.target)
        self._assigned(node.target, node.value, adds=True)

    def _assigned(self, target: ast.expr, value: ast.expr, adds: bool = False) -> None:
        if isinstance(target, (ast.Tuple, ast.List)):
            parts = value.elts if isinstance(value, (ast.Tuple, ast.List)) else []
            for number, item in enumerate(target.elts):
                self._assigned(item, parts[number] if len(parts) == len(target.elts) else value)
            return
        chain = chain_of(target)
        if chain and (len(chain) > 1 or self.scope.kind in ("module", "class")):
            at = self.start(target)
            given = Value(value, self.pinned)
            self.facts.assignments.append(
                Assignment(chain, self.scope, self.owner, given, adds, at, self.when)
            )
