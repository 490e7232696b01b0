"""The conditions of a rule on the arguments of a call, the parameters of a method, or a value."""

import ast
import re
from functools import cache
from typing import Any

from atlas.scan.python.facts import Method
from atlas.scan.python.values import describe

Rule = dict[str, Any]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII | re.DOTALL)


def fits(rule: Rule, text: str, literal: bool = True) -> bool:
    """Whether a described value meets `value` and `value_not`, each against the whole of it.

    What a name stands for is unknown, so `value_not` says nothing of it.
    """
    wanted, unwanted = rule.get("value"), rule.get("value_not")
    if wanted and not _compiled(wanted).fullmatch(text):
        return False
    return not unwanted or (literal and not _compiled(unwanted).fullmatch(text))


def limited(rule: Rule) -> bool:
    """Whether a rule asks for particular values."""
    return "value" in rule or "value_not" in rule


def values_that_fit(rule: Rule, value: ast.expr) -> list[ast.expr]:
    """Where the simple values stand that a rule asks for."""
    return [node for text, node in describe(value) if fits(rule, text, isinstance(node, ast.Constant))]


def argument(call: ast.Call, which: str | int) -> ast.expr | None:
    """The argument with this keyword, or at this position unless `*args` may stand before it."""
    if isinstance(which, str):
        return next((keyword.value for keyword in call.keywords if keyword.arg == which), None)
    plain = call.args[: which + 1]
    if len(plain) <= which or any(isinstance(item, ast.Starred) for item in plain):
        return None
    return plain[which]


def call_nodes(rule: Rule, node: ast.Call) -> list[ast.expr | ast.keyword] | None:
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
        if limited(rule):
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


def parameters_fit(rule: Rule, method: Method) -> bool:
    """Whether a method's parameters meet `passes` (has one of them) and `lacks` (has none of them)."""
    passes, lacks = rule.get("passes"), rule.get("lacks", ())
    if lacks and (method.open or any(name in method.parameters for name in lacks)):
        return False
    return not passes or any(name in method.parameters for name in passes)
