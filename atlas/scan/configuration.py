"""`[tool.upgrade-atlas]` in the `pyproject.toml` of the project: options that need not be typed each time."""

from __future__ import annotations

import ast
import os
import re
import sys
from pathlib import Path
from typing import Any, Final

from atlas.scan.source import leads_out

if sys.version_info >= (3, 11):
    import tomllib

TABLE: Final = "upgrade-atlas"
#: Options, and whether each has a list of texts.
OPTIONS: Final = {"from": False, "to": False, "impact": False, "baseline": False, "only": True}
HEADING: Final = re.compile(r"^\[tool\.upgrade-atlas\][ \t]*(?:#[^\n]*)?$", re.MULTILINE)
ENTRY: Final = re.compile(r"([A-Za-z0-9_-]+)[ \t]*=[ \t]*")


def read(folder: Path) -> dict[str, Any]:
    """The options that a project sets; nothing where there is no such table. Errors: ValueError with one line."""
    path = folder / "pyproject.toml"
    try:
        if not path.is_file() or leads_out(path, os.path.realpath(folder)):
            return {}
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeError) as error:
        raise ValueError(f"{path} cannot be read ({error})") from None
    if "tool.upgrade-atlas" not in text:
        return {}
    try:
        table = _toml(text) if sys.version_info >= (3, 11) else by_hand(text)
    except ValueError as error:
        raise ValueError(f"{path} cannot be read ({error})") from None
    for name, value in table.items():
        if name not in OPTIONS:
            raise ValueError(f"{path}: [tool.{TABLE}] has {name!r}, expected one of {', '.join(OPTIONS)}")
        if not (_is_list(value) if OPTIONS[name] else isinstance(value, str)):
            expected = "a list of texts" if OPTIONS[name] else "a text"
            raise ValueError(f"{path}: [tool.{TABLE}] {name}: found {value!r}, expected {expected}")
    return table


if sys.version_info >= (3, 11):

    def _toml(text: str) -> dict[str, Any]:
        table: dict[str, Any] = tomllib.loads(text).get("tool", {}).get(TABLE, {})
        return table


def by_hand(text: str) -> dict[str, Any]:
    """The table, read without `tomllib`, which Python has from 3.11 on: texts and lists of texts alone.

    These are written as in Python, so Python reads them. Errors: ValueError for anything else.
    """
    found = HEADING.search(text)
    if not found:
        return {}
    table = {}
    lines = iter(text[found.end() :].split("\n"))
    for line in lines:
        code = line.strip()
        if code.startswith("["):
            break
        if not code or code.startswith("#"):
            continue
        entry = ENTRY.match(code)
        if not entry:
            raise ValueError(
                f"Python {sys.version_info[0]}.{sys.version_info[1]} does not understand {code!r}"
            )
        value = code[entry.end() :]
        while value.startswith("[") and not _is_whole(value) and (more := next(lines, None)) is not None:
            value += f"\n{more}"
        table[entry[1]] = _literal(value)
    return table


def _is_whole(value: str) -> bool:
    return any(line.split("#")[0].rstrip().endswith("]") for line in value.split("\n"))


def _literal(value: str) -> Any:
    try:
        return ast.literal_eval(value)
    except (ValueError, SyntaxError):
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise ValueError(f"Python {version} understands texts and lists of texts, not {value!r}") from None


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
