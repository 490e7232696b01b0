"""Which names each module of Django offers to an import, and where each of them is defined: read, never run.

Source: https://docs.python.org/3/reference/executionmodel.html#naming-and-binding
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from atlas.facts.source_files import PACKAGE, module_of

#: A name to the full name of what it was bound to where it was defined; names from elsewhere keep theirs.
Bound = dict[str, str]


def is_module(path: str) -> bool:
    """Whether a file of the source distribution can be imported by its name."""
    return (
        path.startswith("django/")
        and path.endswith(".py")
        and "_template/" not in path
        and all(part.isidentifier() for part in module_of(path).split("."))
    )


@dataclass
class Bindings:
    """The modules of one release. sources: path to text."""

    sources: Mapping[str, str]
    paths: dict[str, str] = field(default_factory=dict)
    _bound: dict[str, Bound] = field(default_factory=dict)
    _doubtful: dict[str, set[str]] = field(default_factory=dict)
    _definitions: dict[str, dict[str, ast.stmt]] = field(default_factory=dict)
    _trees: dict[str, ast.Module] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.paths = {module_of(path): path for path in self.sources if is_module(path)}

    def every(self) -> Bound:
        """All modules and all names in them, by their full names, with the full names of their homes."""
        found = {
            f"{module}.{name}": home
            for module in self.paths
            for name, home in self.of(module).items()
            if not (name.startswith("__") and name.endswith("__"))
        }
        return {**found, **{module: module for module in self.paths}}

    def doubtful(self) -> set[str]:
        """Names that are bound on some systems or Pythons only: in one branch of an `if`, or after an error."""
        self.every()
        return {f"{module}.{name}" for module, names in self._doubtful.items() for name in names}

    def of(self, module: str) -> Bound:
        """The names that a module binds."""
        if module not in self._bound:
            self._bound[module] = {}  # modules that import each other must not go round for ever
            reader = _Module(self, module)
            self._bound[module] |= reader.read(self.tree(module).body)
            self._doubtful[module] = self._bound[module].keys() - reader.sure
        return self._bound[module]

    def tree(self, module: str) -> ast.Module:
        """The syntax of a module."""
        if module not in self._trees:
            self._trees[module] = ast.parse(self.sources[self.paths[module]])
        return self._trees[module]

    def definition(self, dotted: str) -> str | None:
        """The code that defines a name in its own module, positions aside; None where nothing does."""
        module, _, name = dotted.rpartition(".")
        if module not in self.paths:
            return None
        if module not in self._definitions:
            nodes = list(_statements(self.tree(module).body))
            self._definitions[module] = {one: node for node in reversed(nodes) for one in _defined(node)}
        node = self._definitions[module].get(name)
        return ast.unparse(node) if node else None


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a module, those in branches included, those in functions and classes not."""
    for node in body:
        yield node
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            inner = (part for part in ast.iter_child_nodes(node) if isinstance(part, ast.stmt))
            yield from _statements(list(inner))
            for handler in getattr(node, "handlers", ()):
                yield from _statements(handler.body)


def _defined(node: ast.AST) -> list[str]:
    """The names that a definition or a simple assignment binds."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    return [node.target.id] if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) else []


class _Module:
    """The one pass over a module's statements, those in branches included, whichever of them runs."""

    def __init__(self, bindings: Bindings, module: str) -> None:
        self.bindings = bindings
        self.module = module
        self.is_package = bindings.paths[module].endswith(PACKAGE)
        self.bound: Bound = {}
        #: Names that are bound whichever branches run, as far as the pass has come.
        self.sure: set[str] = set()

    def read(self, body: list[ast.stmt]) -> Bound:
        for node in body:
            self._statement(node)
        return self.bound

    def _statement(self, node: ast.stmt) -> None:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            asked = _asked_for(node) if node.name == "__getattr__" else []
            self._bind(_own(self.module, [node.name, *asked]))
        elif isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.partition(".")[0]
                self._bind({alias.asname or first: alias.name if alias.asname else first})
        elif isinstance(node, ast.ImportFrom):
            self._imported(node)
        elif isinstance(node, ast.Delete):
            for target in node.targets:
                for name in _targets(target):
                    self.bound.pop(name, None)
                    self.sure.discard(name)
        elif isinstance(node, ast.If):
            self.sure |= self._branch(node.body) & self._branch(node.orelse)
        elif isinstance(node, ast.Try):
            self.read([*node.body, *node.orelse, *node.finalbody])
            for handler in node.handlers:
                self._branch(handler.body)
        else:
            self._bind(_own(self.module, _assigned(node)))
            for part in ast.iter_child_nodes(node):
                if isinstance(part, ast.stmt):
                    self._statement(part)

    def _branch(self, body: list[ast.stmt]) -> set[str]:
        """Read what may not run; the names that it binds for sure if it does."""
        before, self.sure = self.sure, set()
        self.read(body)
        found, self.sure = self.sure, before
        return found

    def _bind(self, names: Bound) -> None:
        self.bound |= names
        self.sure |= names.keys()

    def _imported(self, node: ast.ImportFrom) -> None:
        source = self._absolute(node)
        there = self.bindings.of(source) if source in self.bindings.paths else {}
        for alias in node.names:
            if alias.name == "*":
                public = self._public(source) if there else None
                listed = (name for name in there if (name[0] != "_" if public is None else name in public))
                self._bind({name: there[name] for name in listed})
            else:
                full = f"{source}.{alias.name}"
                self._bind({alias.asname or alias.name: there.get(alias.name, full)})

    def _public(self, module: str) -> list[str] | None:
        """What a module lists in `__all__`; None where it has none, or more than a list of texts."""
        for node in self.bindings.tree(module).body:
            if "__all__" in _defined(node) and isinstance(node, ast.Assign):
                try:
                    return list(ast.literal_eval(node.value))
                except ValueError:
                    return None
        return None

    def _absolute(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        parts = self.module.split(".")
        above = len(parts) - node.level + self.is_package
        return ".".join([*parts[:above], *([node.module] if node.module else [])])


def _own(module: str, names: list[str]) -> Bound:
    """Names that a module defines itself."""
    return {name: f"{module}.{name}" for name in names}


def _assigned(node: ast.AST) -> list[str]:
    """The names that a statement binds by itself: an assignment, a loop, `with`."""
    targets: list[ast.expr | None] = []
    if isinstance(node, ast.Assign):
        targets = [*node.targets]
    elif isinstance(node, ast.For | ast.AsyncFor | ast.AugAssign):
        targets = [node.target]
    elif isinstance(node, ast.AnnAssign):
        targets = [node.target if node.value else None]
    elif isinstance(node, ast.With | ast.AsyncWith):
        targets = [item.optional_vars for item in node.items]
    return [name for target in targets if target for name in _targets(target)]


def _targets(target: ast.expr) -> Iterator[str]:
    if isinstance(target, ast.Name):
        yield target.id
    elif isinstance(target, ast.Tuple | ast.List):
        for part in target.elts:
            yield from _targets(part)
    elif isinstance(target, ast.Starred):
        yield from _targets(target.value)


def _asked_for(function: ast.stmt) -> list[str]:
    """The names that a module's `__getattr__` looks for: the texts in it."""
    texts = (node.value for node in ast.walk(function) if isinstance(node, ast.Constant))
    return [text for text in texts if isinstance(text, str) and text.isidentifier()]
