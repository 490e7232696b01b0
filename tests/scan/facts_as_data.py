"""The facts of a file as plain data, in the format of `atlas/scan/FACTS.md`, to compare those of the two engines."""

import ast
import json
import re
import warnings
from typing import Any

from atlas.scan import templates
from atlas.scan.python import read
from atlas.scan.python.comments import comments
from atlas.scan.python.facts import Facts
from atlas.scan.python.lines import Lines, Position
from atlas.scan.python.scopes import Class, Scope
from atlas.scan.python.values import Value
from atlas.scan.tables import DEFAULT

Row = dict[str, Any]
#: Runs of blanks: of what a template's comments are replaced by, only where it stands counts.
BLANKS = re.compile(" +")


def facts_of(kind: str, text: str) -> Row:
    """The facts of a file. kind: `python` or `template`. A file that is no Python has none but `unread`."""
    return _template(text) if kind == "template" else _python(text)


def _template(text: str) -> Row:
    facts, place = templates.read(text, DEFAULT), _places(text)
    return {
        "tags": [{"name": name, "at": place(at)} for name, at in facts.tags],
        "filters": [{"name": name, "at": place(at)} for name, at in facts.filters],
        "loads": [{"name": name, "at": place(at)} for name, at in facts.loads],
        "attributes": [
            {"name": name, "receiver": receiver, "at": place(at)} for name, receiver, at in facts.attributes
        ],
        "code": BLANKS.sub(" ", facts.code),
    }


def _places(text: str) -> Any:
    def place(offset: int) -> list[int]:
        before = text[:offset]
        return [before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1]

    return place


def _python(text: str) -> Row:
    lines = Lines(text.split("\n"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            facts = read(ast.parse(text), lines, DEFAULT)
    except (SyntaxError, ValueError, RecursionError):
        return {"unread": True}
    place = _places(text)
    return {
        **_Plain(lines).data(facts),
        "comments": [[place(start), place(end)] for start, end in comments(text)],
    }


class _Plain:
    """Facts of one file; scopes and classes become numbers in the order in which they are met."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.scopes: list[Row] = []
        self.classes: list[Row] = []
        self.known: dict[int, int] = {}

    def data(self, facts: Facts) -> Row:
        rows = {
            "imports": [self.row(one) for one in facts.imports],
            "stars": facts.stars,
            "uses": [self.row(one) for one in facts.uses],
            "attributes": [self.row(one) for one in facts.attributes],
            "calls": [self.row(one) for one in facts.calls],
            "assignments": [self.row(one) for one in facts.assignments],
            "methods": [self.row(one) for one in facts.methods],
            "texts": [self.row(one) for one in facts.texts],
        }
        return {**rows, "scopes": self.scopes, "classes": self.classes}

    def row(self, fact: Any) -> Row:
        """A fact by its fields."""
        return {name: self.plain(name, value) for name, value in fact._asdict().items()}

    def plain(self, name: str, value: Any) -> Any:
        if name in ("at", "method_at"):
            return self.place(value)
        if name == "arguments":
            return [
                {"key": one.key, "at": self.place(one.at), "value": self.value(one.value)} for one in value
            ]
        if name == "when":
            return [{**one._asdict(), "numbers": list(one.numbers)} for one in value]
        if isinstance(value, Value):
            return self.value(value)
        if isinstance(value, Scope):
            return self.scope(value)
        if isinstance(value, Class):
            return self.class_(value)
        return list(value) if isinstance(value, tuple) else value

    def place(self, at: Position) -> list[int]:
        return list(self.lines.place(at))

    def value(self, value: Value) -> Row:
        return {
            "parts": [[text, self.place(at)] for text, at in value.parts],
            "chain": list(value.chain) if value.chain else None,
            "text": value.text,
        }

    def scope(self, scope: Scope | None) -> int | None:
        if scope is None:
            return None
        if id(scope) not in self.known:
            parent = self.scope(scope.parent)
            self.known[id(scope)] = len(self.scopes)
            row: Row = {"kind": scope.kind, "parent": parent, "names": scope.names}
            self.scopes.append(row)
            row["classes"] = {name: self.class_(one) for name, one in scope.classes.items()}
        return self.known[id(scope)]

    def class_(self, class_: Class) -> int:
        if id(class_) not in self.known:
            self.known[id(class_)] = len(self.classes)
            row: Row = {"name": class_.name}
            self.classes.append(row)
            row["bases"] = [[list(chain), self.scope(scope)] for chain, scope in class_.bases]
        return self.known[id(class_)]


def difference(one: Row, other: Row) -> str:
    """The first fact that only one of two has, for a message; nothing if they have the same."""
    for name in sorted(one.keys() | other.keys()):
        mine, theirs = (_rows(facts.get(name)) for facts in (one, other))
        if mine != theirs:
            at = next(
                (at for at, pair in enumerate(zip(mine, theirs, strict=False)) if len(set(pair)) > 1), None
            )
            where = min(len(mine), len(theirs)) if at is None else at
            return f"{name} {where}: {mine[where : where + 1]} and {theirs[where : where + 1]}"
    return ""


def _rows(facts: Any) -> list[str]:
    rows = facts if isinstance(facts, list) else [facts]
    return [json.dumps(row, sort_keys=True) for row in rows]
