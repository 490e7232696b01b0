"""Names in `symbols:` that are in no release, where a name beside them shows what was meant.

The indexes in `data/` have what Django documents and what its packages import, not every name there is: a name that is
in neither may be right, and is a mistake only if it is one slip of the fingers away from one that is there.
"""

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from atlas.facts.docs_pages import Inventory
from atlas.facts.source_files import SourceIndex
from atlas.records.library import Library
from atlas.words.problems import Problem

#: How alike a slip and what was meant are: one letter of seven; with all the same letters, two of five.
ALIKE: Final = 0.85
ALIKE_IN_LETTERS: Final = 0.8
SETTINGS: Final = "std-setting-"
MODULES: Final = "module-"


def check(library: Library, docs: Inventory, code: SourceIndex) -> Iterator[Problem]:
    """Every name that neither index has, with the one that was meant."""
    known = _known(docs, code)
    for change in library.changes:
        for number, symbol in enumerate(change.symbols):
            if meant := _meant(symbol.removesuffix("()"), known):
                line = change.page.line_of("symbols", number)
                message = f"'{symbol}' is in no release"
                yield Problem(
                    change.page.path, line, f"symbols.{number}", message, f"did you mean '{meant}'?"
                )


def _known(docs: Inventory, code: SourceIndex) -> Mapping[str, frozenset[str]]:
    """The names beside each other, by what is before their last dot; settings by nothing."""
    beside: dict[str, set[str]] = defaultdict(set)

    def add(name: str) -> None:
        while name:
            name, _, last = name.rpartition(".")
            beside[name].add(last)

    pages = chain.from_iterable(series.values() for series in docs.pages.values())
    for anchor in frozenset().union(*pages):
        if anchor.startswith(("django.", f"{MODULES}django.")):
            add(anchor.removeprefix(MODULES))
        elif anchor.startswith(SETTINGS):
            beside[SETTINGS].add(anchor.removeprefix(SETTINGS))
    for name in frozenset().union(*code.names.values(), *code.files.values()):
        add(name)
    return {name: frozenset(names) for name, names in beside.items()}


def _meant(symbol: str, known: Mapping[str, frozenset[str]]) -> str:
    """The name that a slip stands for; empty where the symbol is known, or near to nothing."""
    if symbol.isupper() and symbol.isidentifier():
        return _near(symbol, known[SETTINGS])
    if not symbol.startswith("django."):
        return ""
    before = "django"
    for part in symbol.split(".")[1:]:
        beside = known.get(before, frozenset())
        if near := _near(part, beside):
            return f"{before}.{near}{symbol.removeprefix(f'{before}.{part}')}"
        if part not in beside:
            return ""
        before = f"{before}.{part}"
    return ""


def _near(word: str, beside: frozenset[str]) -> str:
    """The word that differs by a slip: as long give or take a letter, with the same first and last one."""
    if word in beside:
        return ""
    for one in sorted(beside):
        if abs(len(one) - len(word)) <= 1 and (one[0], one[-1]) == (word[0], word[-1]):
            least = ALIKE_IN_LETTERS if sorted(one) == sorted(word) else ALIKE
            if difflib.SequenceMatcher(None, word, one).ratio() >= least:
                return one
    return ""
