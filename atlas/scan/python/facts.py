"""What one pass over a Python file collects; rules are looked up in it. `atlas/scan/FACTS.md` describes the format."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from atlas.scan.python.lines import Position
from atlas.scan.python.scopes import Chain, Class, Scope
from atlas.scan.python.values import Value


class Comparison(NamedTuple):
    """`django.VERSION >= (4, 1)` around a place: operator, numbers, how much of VERSION, which branch."""

    operator: str
    numbers: tuple[int, ...]
    length: int
    holds: bool


When = tuple[Comparison, ...]


class Import(NamedTuple):
    """One imported name. `fallback`: it stands in a `try` with an `except ImportError`."""

    dotted: str
    local: str
    scope: Scope
    fallback: bool
    at: Position
    when: When


class Use(NamedTuple):
    """A name, or a chain of attributes on one, where it is used."""

    chain: Chain
    scope: Scope
    at: Position
    when: When


class Attribute(NamedTuple):
    """`receiver.name` wherever it stands."""

    name: str
    receiver: str
    at: Position
    when: When


class Argument(NamedTuple):
    """One argument of a call.

    key: its keyword or its position from 0. `*` and `**` are themselves; behind a `*` no position is known (None).
    at: where the keyword begins, or the value.
    """

    key: str | int | None
    at: Position
    value: Value


class Arguments:
    """The arguments of a call in order, each worked out when it is asked for, as few calls interest a rule."""

    __slots__ = ("_node", "_pinned")

    def __init__(self, node: ast.Call, pinned: Position | None) -> None:
        self._node = node
        self._pinned = pinned

    def __iter__(self) -> Iterator[Argument]:
        starred = False
        for position, node in enumerate(self._node.args):
            if isinstance(node, ast.Starred):
                starred = True
            key = "*" if isinstance(node, ast.Starred) else None if starred else position
            value = Value(node, self._pinned)
            yield Argument(key, value.at, value)
        for keyword in self._node.keywords:
            at = self._pinned or (keyword.lineno, keyword.col_offset)
            yield Argument(keyword.arg or "**", at, Value(keyword.value, self._pinned))


class Call(NamedTuple):
    """A call: of a chain of names, of a method on anything, or both."""

    chain: Chain | None
    method: str
    receiver: str
    scope: Scope
    arguments: Arguments
    at: Position
    method_at: Position
    when: When


class Assignment(NamedTuple):
    """A value given to a name in a module (`owner` None) or class, or to an attribute anywhere.

    `adds`: it is `+=` or the like, so the name has a value already.
    """

    chain: Chain
    scope: Scope
    owner: Class | None
    value: Value
    adds: bool
    at: Position
    when: When


class Method(NamedTuple):
    """A method that a class defines. `open`: it takes any keyword."""

    name: str
    owner: Class
    parameters: tuple[str, ...]
    open: bool
    at: Position
    when: When


class Text(NamedTuple):
    """A string literal."""

    value: str
    at: Position
    when: When


@dataclass
class Facts:
    """All facts of one file."""

    imports: list[Import] = field(default_factory=list)
    stars: list[str] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    methods: list[Method] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
