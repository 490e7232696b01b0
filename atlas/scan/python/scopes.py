"""Which import a name stands for: Python's scopes, with what is bound in each.

Source: https://docs.python.org/3/reference/executionmodel.html#naming-and-binding
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

#: What a name is bound to: the dotted name of an import, or this for anything else.
OTHER = ""

Chain = tuple[str, ...]


@dataclass(eq=False)
class Scope:
    """A module, class, function or comprehension, and the origins of the names that it binds."""

    kind: str
    parent: Scope | None = None
    names: dict[str, list[str]] = field(default_factory=dict)
    classes: dict[str, Class] = field(default_factory=dict)
    #: Names declared `global` or `nonlocal`, and the scope that binds them.
    elsewhere: dict[str, Scope] = field(default_factory=dict)
    #: Origins of one name that are kept; the module's counts for all scopes in it.
    most: int = 0

    def __post_init__(self) -> None:
        if self.parent:
            self.most = self.parent.most

    def bind(self, name: str, origin: str | None = OTHER) -> None:
        """Bind a name. Origin None binds it without saying to what (`url = None` in a fallback)."""
        origins = self.elsewhere.get(name, self).names.setdefault(name, [])
        fits = origin == OTHER or len(origins) < self.most
        if origin is not None and fits and origin not in origins:
            origins.append(origin)

    def holder(self, name: str) -> Scope | None:
        """The scope in which a name is looked up from here; class bodies are seen from themselves only."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names and (scope.kind != "class" or scope is self):
                return scope
            scope = scope.parent
        return None

    def declare(self, names: list[str], word: str) -> None:
        """`global` or `nonlocal` names: the module's, or those of the function around that binds them."""
        outer = self.parent or self
        if word == "global":
            while outer.parent:
                outer = outer.parent
        for name in names:
            self.elsewhere[name] = (outer.holder(name) or outer) if word == "nonlocal" else outer

    def around(self, *kinds: str) -> Scope:
        """The nearest scope, this one included, that is none of these kinds."""
        scope = self
        while scope.kind in kinds and scope.parent:
            scope = scope.parent
        return scope


@dataclass(eq=False)
class Class:
    """A class statement: its name and bases, each with the scope in which to look it up."""

    name: str
    bases: list[tuple[Chain, Scope]] = field(default_factory=list)


def origins(chain: Chain, scope: Scope, stars: list[str]) -> tuple[tuple[str, ...], bool]:
    """The dotted names that `a.b.c` may stand for, and whether it stands for all of them in turn.

    A name bound by imports alone gives the origin of each; a name bound in any other way gives none. A
    name bound nowhere may come from any `from module import *`.
    """
    holder = scope.holder(chain[0])
    tail = "".join(f".{part}" for part in chain[1:])
    if holder is None:
        return tuple(f"{module}.{chain[0]}{tail}" for module in stars), False
    found = holder.names[chain[0]]
    if OTHER in found:
        return (), True
    return tuple(origin + tail for origin in found), True


def ancestry(class_: Class, stars: list[str], most: int) -> list[str]:
    """The bases of a class and of its bases in the same file: dotted where known, else as written.

    most: how many bases are looked into.
    """
    found: list[str] = []
    seen = {id(class_)}
    queue = list(class_.bases)
    for chain, scope in itertools.islice(queue, most):  # which grows meanwhile
        holder = scope.holder(chain[0])
        local = holder.classes.get(chain[0]) if holder and len(chain) == 1 else None
        if local and id(local) not in seen:
            seen.add(id(local))
            queue += local.bases
        names, _ = origins(chain, scope, stars)
        found += names or (".".join(chain),)
    return found
