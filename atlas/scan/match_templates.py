"""Facts of a template held against the rules."""

from collections.abc import Iterable, Iterator

from atlas.scan.index import Index, Pattern, Ref
from atlas.scan.tables import Tables
from atlas.scan.templates import read


def match(index: Index, text: str, patterns: Iterable[Pattern]) -> Iterator[tuple[Ref, int, str]]:
    """Every rule that a template meets: which, the offset in the text, what was found."""
    tables = index.tables
    facts, named = read(text, tables), index.named
    for name, offset in facts.tags:
        for ref in named["tag"].get(name, ()):
            yield ref, offset, tables.found("tag", name)
    for name, offset in facts.filters:
        for ref in named["filter"].get(name, ()):
            yield ref, offset, tables.found("filter", name)
    for name, offset in facts.loads:
        for ref in named["load"].get(name, ()):
            yield ref, offset, tables.found("load", name)
    for name, receiver, offset in facts.attributes:
        yield from _attribute(index, name, receiver, offset)
    yield from by_pattern(patterns, facts.code, tables)


def by_pattern(patterns: Iterable[Pattern], text: str, tables: Tables) -> Iterator[tuple[Ref, int, str]]:
    """Every place that an expression matches: which rule, the offset in the text, the first line of it."""
    for ref, expression, *_ in patterns:
        for found in expression.finditer(text):
            words = found.group().split("\n")[0].split()
            yield ref, found.start(), " ".join(words)[: tables.longest_match]


def _attribute(index: Index, name: str, receiver: str, offset: int) -> Iterator[tuple[Ref, int, str]]:
    """An attribute or, since templates call what can be called, a method without arguments."""
    for kind in ("attribute", "method"):
        for ref in index.named[kind].get(name, ()):
            rule = index.rule(ref)
            if "passes" in rule or ("on" in rule and receiver not in rule["on"]):
                continue
            yield ref, offset, name
