"""YAML that people write: values as the text they are, the line of each key, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.reader import ReaderError

from atlas.words.problems import Problem

QUOTES = 'put text that holds ": ", "#", a bracket or a quote inside quotation marks'
TAB = "write spaces in place of the tab"


@dataclass(frozen=True)
class Yaml:
    """value: tables, lists and texts, None where nothing is written; lines: dotted keys to lines."""

    value: Any = None
    lines: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def line_of(lines: Mapping[str, int], *keys: object) -> int:
    """The line of a key, or of the nearest key around it; 0 where there is none. lines: dotted keys to lines."""
    names = [str(key) for key in keys]
    while names:
        if (line := lines.get(".".join(names))) is not None:
            return line
        names.pop()
    return 0


def read_yaml(text: str, shown: Path, what: str = "the file", before: int = 0) -> Yaml:
    """Read a document, or a part of one. what: its name in errors; before: how many lines stand above it."""
    # The base loader leaves every value the text it is: `5.10` stays 5.10, `1e234567` stays a hash.
    loader = yaml.CBaseLoader(text)
    try:
        node = loader.get_single_node()
        value = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        return Yaml(problems=(_not_yaml(error, text, shown, what, before),))
    finally:
        loader.dispose()
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for name, line in _keys(node, ""):
        if name in lines:
            problems.append(
                Problem(shown, line + before, name, f"stands twice in {what}", "keep one of them")
            )
        lines[name] = line + before
    return Yaml(value, lines, tuple(problems))


def _not_yaml(error: yaml.YAMLError, text: str, shown: Path, what: str, before: int) -> Problem:
    lines = text.split("\n")
    if isinstance(error, ReaderError):  # a character that YAML does not know; this error has no mark
        line, reason = text.count("\n", 0, int(error.position)), str(error.reason)
    else:
        mark = getattr(error, "problem_mark", None)
        line = min(mark.line, len(lines) - 1) if mark else 0
        reason = getattr(error, "problem", None) or str(error).partition("\n")[0]
    remedy = TAB if "\t" in lines[line] else QUOTES
    return Problem(shown, line + 1 + before, what.removeprefix("the "), f"not valid YAML ({reason})", remedy)


def _keys(node: Any, prefix: str) -> list[tuple[str, int]]:
    """Every key with its line, those inside of tables and lists after the one that they stand under."""
    rows: list[tuple[str, Any, Any]] = []
    if isinstance(node, yaml.MappingNode):
        rows = [(str(key.value), key, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        rows = [(str(index), item, item) for index, item in enumerate(node.value)]
    found: list[tuple[str, int]] = []
    for name, place, value in rows:
        found.append((f"{prefix}{name}", place.start_mark.line + 1))
        found += _keys(value, f"{prefix}{name}.")
    return found
