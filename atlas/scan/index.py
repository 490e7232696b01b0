"""Rules arranged by the names they look for, so that each fact of a file is one look-up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import NamedTuple

from atlas.scan.rules import Ruled
from atlas.scan.tables import DEFAULT, Tables
from atlas.words.rule_kinds import LOOKED_UP, PlainRule


class Ref(NamedTuple):
    """One rule of one change, as positions in the list of changes and in its rules."""

    change: int
    rule: int


@dataclass
class Index:
    """All rules of a scan."""

    changes: Sequence[Ruled]
    tables: Tables
    #: Kind, then name, to the rules that look for it.
    named: dict[str, dict[str, list[Ref]]] = field(default_factory=lambda: {kind: {} for kind in LOOKED_UP})
    #: Expressions, and the files that each is for.
    patterns: list[tuple[Ref, re.Pattern[str], list[str]]] = field(default_factory=list)
    template_patterns: bool = False
    #: A file without any of these words has nothing that a rule looks for, patterns aside.
    words: set[str] = field(default_factory=set)
    #: The first and the last word of names that are gone: many are called `os`, so one alone tells nothing.
    gone_words: set[tuple[str, str]] = field(default_factory=set)

    def rule(self, ref: Ref) -> PlainRule:
        """The rule itself."""
        return self.changes[ref.change]["rules"][ref.rule]

    def release(self, ref: Ref) -> tuple[int, ...]:
        """The release on which code has to have changed."""
        return tuple(int(part) for part in self.changes[ref.change]["necessary_by"].split("."))

    def under(self, kind: str, dotted: str) -> Iterator[tuple[Ref, str]]:
        """Rules that name `dotted` or something it is part of, and the name in the rule."""
        table = self.named[kind]
        name = dotted
        while name:
            for ref in table.get(name, ()):
                yield ref, name
            name = name.rpartition(".")[0]

    def gone(self, dotted: str) -> dict[Ref, str]:
        """The name of a release's missing names that `dotted` is, or lies below."""
        return next(({ref: name} for ref, name in self.under("gone", dotted)), {})

    def patterns_for(self, shown: str, kind: str) -> list[tuple[Ref, re.Pattern[str]]]:
        """Expressions that are for a file. kind: `python`, `template` or `other`."""
        name = shown.rpartition("/")[2].lower()
        own = self.tables.file_words.get(kind)
        return [
            (ref, pattern)
            for ref, pattern, files in self.patterns
            if any(glob == own or fnmatchcase(name, glob.lower()) for glob in files)
        ]

    @property
    def globs(self) -> list[str]:
        """Names of further files that patterns ask for."""
        every = {glob for *_, files in self.patterns for glob in files}
        return sorted(every - set(self.tables.file_words.values()))

    def concerns(self, text: str) -> bool:
        """Whether a text has any word that a rule looks for, or a template for which there are patterns."""
        if self.template_patterns and self.tables.may_hold_template(text):
            return True
        words = set(self.tables.word.findall(text))
        if not self.words.isdisjoint(words):
            return True
        return any(first in words and last in words for first, last in self.gone_words)


def index_of(changes: Sequence[Ruled], tables: Tables = DEFAULT) -> Index:
    """The index of the rules of changes."""
    index = Index(changes, tables)
    for at, change in enumerate(changes):
        for number, rule in enumerate(change["rules"]):
            _add(index, Ref(at, number), rule)
    if index.named["unset"]:
        index.words.add(tables.settings_mark)
    return index


def _add(index: Index, ref: Ref, rule: PlainRule) -> None:
    for kind in LOOKED_UP:
        for name in rule.get(kind, ()):
            index.named[kind].setdefault(name, []).append(ref)
            words = index.tables.word.findall(name)
            if kind == "gone":
                index.gone_words.add((words[0], words[-1]))
            else:
                index.words.update(words[-1:])
    for pattern in rule.get("pattern", ()):
        compiled = re.compile(pattern, re.ASCII | re.MULTILINE)
        index.patterns.append((ref, compiled, rule["files"]))
        index.template_patterns |= index.tables.file_words["template"] in rule["files"]
