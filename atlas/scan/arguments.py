"""The conditions of a rule on the arguments of a call, the parameters of a method, or a value."""

from __future__ import annotations

import re
from functools import cache

from atlas.scan.python.facts import Call, Method
from atlas.scan.python.lines import Position
from atlas.scan.python.values import Value
from atlas.words.rule_kinds import PlainRule


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII | re.DOTALL)


def places_that_fit(rule: PlainRule, value: Value) -> list[Position]:
    """Where the simple values stand that a rule asks for: its `value` matches the whole of them."""
    return [at for text, at in value.parts if _compiled(rule["value"]).fullmatch(text)]


def call_places(rule: PlainRule, call: Call) -> list[Position] | None:
    """Where a call meets a rule's conditions: an argument, an empty list for the call itself, or None."""
    passed = {argument.key: argument for argument in call.arguments}
    for which in rule.get("lacks", ()):
        # `**` may pass any keyword, `*` any position.
        if which in passed or ("**" if isinstance(which, str) else "*") in passed:
            return None
    if "passes" not in rule:
        return []
    for which in rule["passes"]:
        if which not in passed:
            continue
        found = passed[which]
        places = places_that_fit(rule, found.value) if "value" in rule else [found.at]
        if places:
            return places[:1]
    return None


def parameters_fit(rule: PlainRule, method: Method) -> bool:
    """Whether a method's parameters meet `passes` (has one of them) and `lacks` (has none of them)."""
    passes, lacks = rule.get("passes"), rule.get("lacks", ())
    if lacks and (method.open or any(name in method.parameters for name in lacks)):
        return False
    return not passes or any(name in method.parameters for name in passes)
