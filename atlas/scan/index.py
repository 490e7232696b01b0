"""Rules arranged by the names they look for, so that each fact of a file is one look-up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from atlas.scan.reexports import REEXPORTS

#: Kinds of rules that name things; each has a table in the index.
NAMING = (
    *("name", "call", "method", "attribute", "setting", "unset"),
    *("variable", "override", "string", "tag", "filter", "load"),
)
WORD = re.compile(r"\w+", re.ASCII)
#: What settings modules have, and hardly anything else.
SETTINGS_MODULE = "INSTALLED_APPS"


class Ref(NamedTuple):
    """One rule of one change, as positions in the list of changes and in its rules."""

    change: int
    rule: int


@dataclass(slots=True)
class Index:
    """All rules of a scan."""

    changes: list[dict[str, Any]]
    reexports: dict[str, str] = field(default_factory=lambda: REEXPORTS)
    #: Kind, then name, to the rules that look for it.
    tables: dict[str, dict[str, list[Ref]]] = field(default_factory=lambda: {kind: {} for kind in NAMING})
    #: Expressions, and the files that each is for.
    patterns: list[tuple[Ref, re.Pattern[str], list[str]]] = field(default_factory=list)
    template_patterns: bool = False
    #: A file without any of these words has nothing that a rule looks for, patterns aside.
    words: set[str] = field(default_factory=set)

    def rule(self, ref: Ref) -> dict[str, Any]:
        """The rule itself."""
        found: dict[str, Any] = self.changes[ref.change]["rules"][ref.rule]
        return found

    def release(self, ref: Ref) -> tuple[int, ...]:
        """The release on which code has to have changed."""
        return tuple(int(part) for part in self.changes[ref.change]["bites"].split("."))

    def under(self, kind: str, dotted: str) -> Iterator[tuple[Ref, str]]:
        """Rules that name `dotted` or something it is part of, and the name in the rule."""
        table = self.tables[kind]
        name = dotted
        while name:
            for ref in table.get(name, ()):
                yield ref, name
            name = name.rpartition(".")[0]

    def patterns_for(self, shown: str, kind: str) -> list[tuple[Ref, re.Pattern[str]]]:
        """Expressions that are for a file. kind: `python`, `template` or `other`."""
        name = shown.rpartition("/")[2].lower()
        own = {"python": "python", "template": "templates"}.get(kind)
        return [
            (ref, pattern)
            for ref, pattern, files in self.patterns
            if any(glob == own or fnmatchcase(name, glob.lower()) for glob in files)
        ]

    @property
    def globs(self) -> list[str]:
        """Names of further files that patterns ask for."""
        every = {glob for *_, files in self.patterns for glob in files}
        return sorted(every - {"python", "templates"})

    def concerns(self, text: str) -> bool:
        """Whether a text has any word that a rule looks for, or a template for which there are patterns."""
        if self.template_patterns and ("{%" in text or "{{" in text):
            return True
        return not self.words.isdisjoint(WORD.findall(text))


def index_of(changes: list[dict[str, Any]], reexports: dict[str, str] | None = None) -> Index:
    """The index of changes: each a dict with `id`, `rules`, `bites` and perhaps `exclude`."""
    index = Index(changes, REEXPORTS if reexports is None else reexports)
    for at, change in enumerate(changes):
        for number, rule in enumerate(change["rules"]):
            _add(index, Ref(at, number), rule)
    if index.tables["unset"]:
        index.words.add(SETTINGS_MODULE)
    return index


def _add(index: Index, ref: Ref, rule: dict[str, Any]) -> None:
    for kind in NAMING:
        for name in rule.get(kind, ()):
            index.tables[kind].setdefault(name, []).append(ref)
            index.words.update(WORD.findall(name)[-1:])
    for pattern in rule.get("pattern", ()):
        compiled = re.compile(pattern, re.ASCII | re.MULTILINE)
        files = rule.get("files", ["templates"])
        index.patterns.append((ref, compiled, files))
        index.template_patterns |= "templates" in files
