"""Rules arranged by the names they look for, so that each fact of a file is one look-up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from typing import NamedTuple

from atlas.scan.rules import Ruled
from atlas.scan.tables import DEFAULT, Tables
from atlas.scan.words import Need, Words, needed
from atlas.words.rule_kinds import LOOKED_UP, PlainRule


class Ref(NamedTuple):
    """One rule of one change, as positions in the list of changes and in its rules.

    Those of `only_with` are counted on from its rules.
    """

    change: int
    rule: int


class Pattern(NamedTuple):
    """An expression of a rule, the files that it is for, and the words that a text needs for it to match."""

    ref: Ref
    expression: re.Pattern[str]
    files: list[str]
    needs: tuple[Need, ...]


@dataclass
class Index:
    """All rules of a scan."""

    changes: Sequence[Ruled]
    tables: Tables
    #: Kind, then name, to the rules that look for it.
    named: dict[str, dict[str, list[Ref]]] = field(default_factory=lambda: {kind: {} for kind in LOOKED_UP})
    patterns: list[Pattern] = field(default_factory=list)
    #: The last word of each name, to the words that a text needs for a rule to find the name in it.
    sought: dict[str, list[tuple[Need, ...]]] = field(default_factory=dict)
    #: What files ask for, to the expressions that are for it.
    _asked: dict[frozenset[str], list[Pattern]] = field(default_factory=dict)

    def rule(self, ref: Ref) -> PlainRule:
        """The rule itself."""
        return rules_of(self.changes[ref.change])[ref.rule]

    def is_condition(self, ref: Ref) -> bool:
        """Whether it only says in which projects the other rules of its change count."""
        return ref.rule >= len(self.changes[ref.change]["rules"])

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

    def patterns_for(self, shown: str, kind: str) -> list[Pattern]:
        """Expressions that are for a file. kind: `python`, `template` or `other`."""
        name = shown.rpartition("/")[2].lower()
        globs = (glob for glob in self.globs if fnmatchcase(name, glob.lower()))
        asked = frozenset((self.tables.file_words.get(kind, ""), *globs))
        if asked not in self._asked:
            self._asked[asked] = [one for one in self.patterns if not asked.isdisjoint(one.files)]
        return self._asked[asked]

    @cached_property
    def globs(self) -> list[str]:
        """Names of further files that patterns ask for."""
        every = {glob for pattern in self.patterns for glob in pattern.files}
        return sorted(every - set(self.tables.file_words.values()))

    @cached_property
    def template_patterns(self) -> list[Pattern]:
        """Expressions that are for templates."""
        return self.patterns_for("", "template")

    def concerns(self, words: Words) -> bool:
        """Whether a text has the words that one of the names needs which rules look for."""
        met = self.sought.keys() & words.all
        return any(words.meet(needs) for word in met for needs in self.sought[word])

    def concerns_python(self, words: Words) -> bool:
        """Whether a Python file has those, or strings in which there may be a template or anything."""
        if self.concerns(words):
            return True
        patterns = self.template_patterns if self.tables.may_hold_template(words.text) else []
        if any(words.meet(pattern.needs) for pattern in patterns):
            return True
        return bool(self.sought or patterns) and words.are_spelled_in_pieces


def rules_of(change: Ruled) -> Sequence[PlainRule]:
    """The rules of a change, and behind them those of `only_with`."""
    conditions = change.get("only_with")
    return [*change["rules"], *conditions] if conditions else change["rules"]


def index_of(changes: Sequence[Ruled], tables: Tables = DEFAULT) -> Index:
    """The index of the rules of changes."""
    index = Index(changes, tables)
    for at, change in enumerate(changes):
        for number, rule in enumerate(rules_of(change)):
            _add(index, Ref(at, number), rule)
    if index.named["unset"]:
        _seek(index, tables.settings_mark, ())
    return index


def _add(index: Index, ref: Ref, rule: PlainRule) -> None:
    needs = needed(rule.get("needs", ()))
    for kind in LOOKED_UP:
        for name in rule.get(kind, ()):
            index.named[kind].setdefault(name, []).append(ref)
            _seek(index, name, needs)
    for pattern in rule.get("pattern", ()):
        compiled = re.compile(pattern, re.ASCII | re.MULTILINE)
        index.patterns.append(Pattern(ref, compiled, rule["files"], needs))


def _seek(index: Index, name: str, needs: tuple[Need, ...]) -> None:
    """Look for files with all words of a name. needs: of its rule."""
    words = index.tables.word.findall(name)
    own = tuple(Need(frozenset((word,)), ()) for word in words[:-1])
    for last in words[-1:]:
        index.sought.setdefault(last, []).append((*own, *needs))
