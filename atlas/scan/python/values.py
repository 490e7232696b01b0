"""Values as the text that a rule's `value:` is held against.

A string stands in double quotes without escapes; whole numbers, names and dotted names stand as written; of a
list, tuple, set or sum each part counts, of a dictionary each value. Nothing is said of anything else.
"""

import ast
from collections.abc import Iterator

from atlas.scan.python.base import chain_of


def describe(node: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Each simple value in an expression: its text, and where it stands."""
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        for item in node.elts:
            yield from describe(item)
    elif isinstance(node, ast.Dict):
        for item in node.values:
            yield from describe(item)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from describe(node.left)
        yield from describe(node.right)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield f'"{node.value}"', node
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int | None):
        yield str(node.value), node
    elif chain := chain_of(node):
        yield ".".join(chain), node
