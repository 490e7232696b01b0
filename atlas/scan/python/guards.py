"""Code that already provides for both releases: `except ImportError`, and comparisons of Django's version."""

from __future__ import annotations

import ast

from atlas.scan.python.facts import Comparison, When
from atlas.scan.python.lines import Lines
from atlas.scan.tables import Tables


def catches_import_error(handler: ast.ExceptHandler, tables: Tables) -> bool:
    """Whether an `except` clause runs after a failed import."""
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(kind, ast.Name) and kind.id in tables.import_errors for kind in kinds)


def comparison(test: ast.expr, lines: Lines, tables: Tables) -> Comparison | None:
    """The comparison of Django's version that a condition makes, if that is all it does."""
    if not isinstance(test, ast.Compare) or test.lineno != test.end_lineno:
        return None
    text = lines.line(test.lineno).encode("utf-8", "surrogatepass")
    code = text[test.col_offset : test.end_col_offset].decode("utf-8", "replace")
    match = tables.version_comparison.fullmatch(code)
    if not match:
        return None
    part, operator, numbers = match.groups()
    length = 1 if part == "0" else int((part or "5").lstrip(": "))
    return Comparison(operator, tuple(map(int, numbers.split(","))), length, True)


def runs_on(when: When, release: tuple[int, ...]) -> bool:
    """Whether code under these comparisons runs on the first patch of a feature release such as `(4, 1)`."""
    # django.VERSION of a final release: (4, 1, 0, "final", 0); as numbers, only its length matters past 0.
    version = (*release, *(0 for _ in range(3 - len(release))), 9, 0)
    return all(_compare(version[: test.length], test) is test.holds for test in when)


def _compare(version: tuple[int, ...], test: Comparison) -> bool:
    other = test.numbers
    return {
        "<": version < other,
        "<=": version <= other,
        ">": version > other,
        ">=": version >= other,
        "==": version == other,
        "!=": version != other,
    }[test.operator]
