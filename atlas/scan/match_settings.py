"""Settings: assigned in a module or class, passed as a keyword, set on or read from `settings`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from atlas.scan.arguments import places_that_fit
from atlas.scan.index import Index, Ref
from atlas.scan.python.facts import Call, Facts, When
from atlas.scan.python.lines import Position
from atlas.scan.python.values import Value
from atlas.scan.resolve import Resolver


class Found(NamedTuple):
    """A rule that was met: which, where, under which comparisons of Django's version, and what was found there."""

    ref: Ref
    at: Position
    when: When
    what: str


def match(index: Index, facts: Facts, names: Resolver) -> Iterator[Found]:
    """Every setting that a rule asks for."""
    table = index.named["setting"]
    if not table:
        return
    for item in facts.assignments:
        if table.keys().isdisjoint(item.chain):
            continue
        name = item.chain[0] if len(item.chain) == 1 else names.setting(item.chain, item.scope)
        if name in table:
            yield from _given(index, name, item.value, item.at, item.when)
    for call in facts.calls:
        yield from _in_call(index, names, call)
    for use in facts.uses:
        if not table.keys().isdisjoint(use.chain):
            yield from _named(index, names.setting(use.chain, use.scope), use.at, use.when)
    for text in facts.texts:
        if text.value.startswith(names.settings_object + "."):
            rest = text.value[len(names.settings_object) + 1 :]
            yield from _named(index, rest.partition(".")[0], text.at, text.when)


def _given(index: Index, name: str, value: Value, at: Position, when: When) -> Iterator[Found]:
    """A setting that is given a value."""
    for ref in index.named["setting"][name]:
        rule = index.rule(ref)
        places = places_that_fit(rule, value) if "value" in rule else [at]
        yield from (Found(ref, place, when, name) for place in places)


def _named(index: Index, name: str, at: Position, when: When) -> Iterator[Found]:
    """A setting that is read, or set to something unknown."""
    for ref in index.named["setting"].get(name, ()):
        if "value" not in index.rule(ref):
            yield Found(ref, at, when, name)


def _in_call(index: Index, names: Resolver, call: Call) -> Iterator[Found]:
    """`override_settings(X=…)`, `self.settings(X=…)`, `dict(X=…)`; `getattr(settings, "X")` and the like."""
    table = index.named["setting"]
    before: Value | None = None
    for key, at, value in call.arguments:
        if isinstance(key, str):
            if key in table:
                yield from _given(index, key, value, at, call.when)
        elif value.text in table and before and names.is_settings(before.chain, call.scope):
            yield from _named(index, value.text, at, call.when)
        before = value


def assigned(index: Index, facts: Facts) -> tuple[set[str], Position | None]:
    """Settings that `unset` rules ask for and this file assigns; where it is a settings module, if it is."""
    found: set[str] = set()
    at: Position | None = None
    for item in facts.assignments:
        if len(item.chain) == 1 and item.chain[0] in index.named["unset"]:
            found.add(item.chain[0])
        elif item.chain == (index.tables.settings_mark,) and at is None and not item.adds:
            at = item.at
    return found, at
