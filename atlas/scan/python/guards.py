"""Code that already provides for both releases: `except ImportError`, and comparisons of Django's version."""

import ast
import re

from atlas.scan.python.facts import Comparison, When
from atlas.scan.python.lines import Lines

CATCHES = frozenset({"ImportError", "ModuleNotFoundError", "Exception", "BaseException"})
#: `django.VERSION >= (4, 1)`, `DJANGO_VERSION[:2] < (4, 1)`, `VERSION[0] >= 4`
VERSION = re.compile(
    r"\s*(?:django\.VERSION|VERSION|DJANGO_VERSION|django_version)(?:\[(?P<slice>:\s*[1-3]|0)\])?"
    r"\s*(?P<operator><=|>=|<|>|==|!=)\s*"
    r"\(?\s*(?P<numbers>\d+(?:\s*,\s*\d+)*)\s*,?\s*\)?\s*"
)


def catches_import_error(handler: ast.ExceptHandler) -> bool:
    """Whether an `except` clause runs after a failed import."""
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(kind, ast.Name) and kind.id in CATCHES for kind in kinds)


def comparison(test: ast.expr, lines: Lines) -> Comparison | None:
    """The comparison of Django's version that a condition makes, if that is all it does."""
    if not isinstance(test, ast.Compare) or test.lineno != test.end_lineno:
        return None
    text = lines.line(test.lineno).encode("utf-8", "surrogatepass")
    match = VERSION.fullmatch(text[test.col_offset : test.end_col_offset].decode("utf-8", "replace"))
    if not match:
        return None
    numbers = tuple(int(number) for number in match["numbers"].split(","))
    length = 1 if match["slice"] == "0" else int((match["slice"] or "5").lstrip(": "))
    return Comparison(match["operator"], numbers, length, True)


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
