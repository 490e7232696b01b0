"""Names that Django's packages import from the modules that define them (`django.db.models.CharField`)."""

import ast
from collections.abc import Iterator, Mapping

from atlas.facts.source_files import PACKAGE, module_of


def imported_names(sources: Mapping[str, str]) -> dict[str, str]:
    """Each public name that a package imports from another module of Django, and the file that defines it.

    sources: path to text, of one source distribution.
    """
    index = _Index(sources)
    found: dict[str, str] = {}
    for path in sources:
        if path.endswith(PACKAGE):
            module = module_of(path)
            for name, home in index.bindings(module).items():
                if home != module and not name.startswith("_"):
                    found[f"{module}.{name}"] = index.paths[home]
    return found


class _Index:
    """Which module of Django each top-level name of a module comes from."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self.sources = sources
        self.paths = {module_of(path): path for path in sources}
        self.known: dict[str, dict[str, str]] = {}

    def bindings(self, module: str) -> dict[str, str]:
        """Top-level names of a module to the module that defines them."""
        if module not in self.known:
            self.known[module] = {}  # modules that import each other must not go round for ever
            tree = ast.parse(self.sources[self.paths[module]])
            self.known[module] = dict(self._walk(tree, module))
        return self.known[module]

    def _walk(self, tree: ast.Module, module: str) -> Iterator[tuple[str, str]]:
        for node in tree.body:
            if isinstance(node, ast.ImportFrom):
                yield from self._imported(node, module)
            elif isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                yield node.name, module
            elif isinstance(node, ast.Assign):
                yield from ((one.id, module) for one in node.targets if isinstance(one, ast.Name))

    def _imported(self, node: ast.ImportFrom, module: str) -> Iterator[tuple[str, str]]:
        home = self._absolute(node, module)
        if home not in self.paths:
            return
        there = self.bindings(home)
        for alias in node.names:
            if alias.name == "*":
                yield from there.items()
            elif f"{home}.{alias.name}" not in self.paths:  # a name, not a module of the package
                yield alias.asname or alias.name, there.get(alias.name, home)

    def _absolute(self, node: ast.ImportFrom, module: str) -> str:
        if not node.level:
            return node.module or ""
        package = module.split(".")
        drop = node.level - (1 if self.paths[module].endswith(PACKAGE) else 0)
        return ".".join([*package[: len(package) - drop], *([node.module] if node.module else [])])
