"""Settings: assigned in a module or class, passed as a keyword, set on or read from `settings`."""

import ast
from collections.abc import Iterator

from atlas.scan.arguments import values_that_fit
from atlas.scan.found import Found
from atlas.scan.index import Index
from atlas.scan.python.base import chain_of
from atlas.scan.python.facts import Call, Facts, When
from atlas.scan.python.lines import Position
from atlas.scan.resolve import Resolver


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


def _given(index: Index, name: str, value: ast.expr, at: Position, when: When) -> Iterator[Found]:
    """A setting that is given a value."""
    for ref in index.named["setting"][name]:
        rule = index.rule(ref)
        if "value" not in rule:
            yield Found(ref, at, when, name)
        for node in values_that_fit(rule, value) if "value" in rule else ():
            yield Found(ref, (node.lineno, node.col_offset), when, name)


def _named(index: Index, name: str, at: Position, when: When) -> Iterator[Found]:
    """A setting that is read, or set to something unknown."""
    for ref in index.named["setting"].get(name, ()):
        if "value" not in index.rule(ref):
            yield Found(ref, at, when, name)


def _in_call(index: Index, names: Resolver, call: Call) -> Iterator[Found]:
    """`override_settings(X=…)`, `self.settings(X=…)`, `dict(X=…)`; `getattr(settings, "X")` and the like."""
    for keyword in call.node.keywords:
        if keyword.arg in index.named["setting"]:
            at = call.at if call.pinned else (keyword.lineno, keyword.col_offset)
            yield from _given(index, keyword.arg, keyword.value, at, call.when)
    for first, second in zip(call.node.args, call.node.args[1:], strict=False):
        if isinstance(second, ast.Constant) and second.value in index.named["setting"]:
            at = call.at if call.pinned else (second.lineno, second.col_offset)
            if names.is_settings(chain_of(first), call.scope):
                yield from _named(index, second.value, at, call.when)


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
