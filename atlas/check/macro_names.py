"""Which macros a page may call, and with what: read from the source of `macros/`, without running any of it."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

#: The code beside this package. An atlas that is used without it knows no macros.
MACROS: Final = Path(__file__).resolve().parents[2] / "macros"
LISTED: Final = "pages/macros.py"


class Parameter(NamedTuple):
    """A parameter of a macro, as its page sees it."""

    name: str
    required: bool


Signatures = Mapping[str, tuple[Parameter, ...]]


@cache  # the code does not change while it runs
def macro_names(folder: Path = MACROS) -> Signatures:
    """The parameters of each macro in the tuple `MACROS`, by name; empty where there is no such folder."""
    if not (folder / LISTED).is_file():
        return {}
    tree = _parsed(folder / LISTED)
    homes = {
        alias.name: folder.joinpath(*node.module.split(".")[1:], f"{alias.name}.py")
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    listed = _listed(tree)
    return {
        name: one
        for module in {home for home, _ in listed}
        for name, one in _macros_of(homes[module], module, listed)
    }


def _macros_of(
    path: Path, module: str, listed: list[tuple[str, str]]
) -> Iterator[tuple[str, tuple[Parameter, ...]]]:
    """Name and parameters of each macro of a module."""
    functions = {node.name: node for node in _parsed(path).body if isinstance(node, ast.FunctionDef)}
    yield from ((name, _parameters(functions[name])) for home, name in listed if home == module)


def _listed(tree: ast.Module) -> list[tuple[str, str]]:
    """Module and function of each entry of the tuple."""
    value = next(
        node.value
        for node in tree.body
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and node.target.id == "MACROS"
    )
    entries = value.elts if isinstance(value, ast.Tuple) else []
    return [
        (entry.value.id, entry.attr)
        for entry in entries
        if isinstance(entry, ast.Attribute) and isinstance(entry.value, ast.Name)
    ]


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _parameters(function: ast.stmt) -> tuple[Parameter, ...]:
    """All but the first, which is given: the build as the page sees it."""
    assert isinstance(function, ast.FunctionDef)
    names = [one.arg for one in function.args.args]
    least = len(names) - len(function.args.defaults)
    return tuple(Parameter(name, number < least) for number, name in enumerate(names) if number)
