"""Facts of a template held against the rules."""

import re
from collections.abc import Iterator

from atlas.scan.arguments import fits, limited
from atlas.scan.index import Index, Ref
from atlas.scan.templates import read

Patterns = list[tuple[Ref, re.Pattern[str]]]


def match(index: Index, text: str, patterns: Patterns) -> Iterator[tuple[Ref, int, str]]:
    """Every rule that a template meets: which, the offset in the text, what was found."""
    facts, tables = read(text), index.tables
    for name, rest, offset in facts.tags:
        for ref in tables["tag"].get(name, ()):
            if not limited(index.rule(ref)) or fits(index.rule(ref), rest):
                yield ref, offset, f"{{% {name} %}}"
    for name, offset in facts.filters:
        for ref in tables["filter"].get(name, ()):
            yield ref, offset, f"|{name}"
    for name, offset in facts.loads:
        for ref in tables["load"].get(name, ()):
            yield ref, offset, f"{{% load {name} %}}"
    for name, receiver, offset in facts.attributes:
        yield from _attribute(index, name, receiver, offset)
    yield from by_pattern(patterns, facts.code)


def by_pattern(patterns: Patterns, text: str) -> Iterator[tuple[Ref, int, str]]:
    """Every place that an expression matches: which rule, the offset in the text, the first line of it."""
    for ref, pattern in patterns:
        for found in pattern.finditer(text):
            yield ref, found.start(), " ".join(found.group().split("\n")[0].split())[:80]


def _attribute(index: Index, name: str, receiver: str, offset: int) -> Iterator[tuple[Ref, int, str]]:
    """An attribute or, since templates call what can be called, a method without arguments."""
    for kind in ("attribute", "method"):
        for ref in index.tables[kind].get(name, ()):
            rule = index.rule(ref)
            if "passes" in rule or ("on" in rule and receiver not in rule["on"]):
                continue
            yield ref, offset, name
