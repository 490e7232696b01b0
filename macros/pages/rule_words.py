"""Detection rules in words, for the reader who wants to know what a scan looks for."""

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup, escape

from atlas.records.rules import Rule

#: What each kind of rule finds, before the names that it looks for.
KINDS_IN_WORDS: Final = {
    "name": "imports and uses of",
    "call": "calls of",
    "method": "calls of a method named",
    "attribute": "uses of an attribute named",
    "setting": "the setting",
    "unset": "settings modules that leave at its default",
    "variable": "the variable",
    "override": "classes that define",
    "string": "strings that name",
    "tag": "the template tag",
    "filter": "the template filter",
    "load": "templates that load",
    "pattern": "text that matches",
}
#: How a name is written in code, where it is not the name alone.
FORMS: Final = {"tag": "{{% {} %}}", "load": "{{% load {} %}}", "filter": "|{}"}
SCOPES: Final = {"module": " at the top of a module", "class": " in the body of a class"}


def in_words(rules: Iterable[Rule]) -> list[Markup]:
    """One line of HTML for each rule."""
    return [_line(rule) for rule in rules]


def _line(rule: Rule) -> Markup:
    form = FORMS.get(rule.kind, "{}")
    line = _names(KINDS_IN_WORDS[rule.kind], (form.format(name) for name in getattr(rule, rule.kind)))
    verb = "has" if rule.kind == "override" else "passes"
    conditions = {
        " on": rule.on,
        " where the class derives from": rule.base,
        f" that {verb} the argument": rule.passes,
        " without the argument": rule.lacks,
        " whose value matches": (rule.value,) if rule.value else (),
    }
    for words, names in conditions.items():
        if names:
            line += _names(words, names)
    if rule.scope:
        line += escape(SCOPES[rule.scope])
    return line + _names(" in", rule.files) if rule.files else line


def _names(words: str, names: Iterable[str]) -> Markup:
    code = Markup(" or ").join(Markup("<code>{}</code>").format(name) for name in names)
    return escape(words) + " " + code
