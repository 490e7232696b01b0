"""The conditions of a rule on the arguments of a call, the parameters of a method, or a value."""

import ast
import re
from functools import cache

from atlas.scan.python.facts import Method
from atlas.scan.python.values import describe
from atlas.words.rule_kinds import PlainRule


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII | re.DOTALL)


def values_that_fit(rule: PlainRule, value: ast.expr) -> list[ast.expr]:
    """Where the simple values stand that a rule asks for: its `value` matches the whole of them."""
    return [node for text, node in describe(value) if _compiled(rule["value"]).fullmatch(text)]


def argument(call: ast.Call, which: str | int) -> ast.expr | None:
    """The argument with this keyword, or at this position unless `*args` may stand before it."""
    if isinstance(which, str):
        return next((keyword.value for keyword in call.keywords if keyword.arg == which), None)
    plain = call.args[: which + 1]
    if len(plain) <= which or any(isinstance(item, ast.Starred) for item in plain):
        return None
    return plain[which]


def call_nodes(rule: PlainRule, node: ast.Call) -> list[ast.expr | ast.keyword] | None:
    """Where a call meets a rule's conditions: its arguments, an empty list for the call itself, or None."""
    for which in rule.get("lacks", ()):
        hidden = keyword_hidden(node) if isinstance(which, str) else position_hidden(node)
        if hidden or argument(node, which) is not None:
            return None
    if "passes" not in rule:
        return []
    places: list[ast.expr | ast.keyword] = []
    for which in rule["passes"]:
        value = argument(node, which)
        if value is None:
            continue
        if "value" in rule:
            places += values_that_fit(rule, value)[:1]
        else:
            places.append(next((word for word in node.keywords if word.value is value), value))
    return places[:1] or None


def keyword_hidden(call: ast.Call) -> bool:
    """Whether `**kwargs` may pass any keyword."""
    return any(keyword.arg is None for keyword in call.keywords)


def position_hidden(call: ast.Call) -> bool:
    """Whether `*args` may pass any position."""
    return any(isinstance(item, ast.Starred) for item in call.args)


def parameters_fit(rule: PlainRule, method: Method) -> bool:
    """Whether a method's parameters meet `passes` (has one of them) and `lacks` (has none of them)."""
    passes, lacks = rule.get("passes"), rule.get("lacks", ())
    if lacks and (method.open or any(name in method.parameters for name in lacks)):
        return False
    return not passes or any(name in method.parameters for name in passes)
