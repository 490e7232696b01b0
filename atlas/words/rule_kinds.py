"""What a detection rule may look for, the conditions that may stand beside each kind, and a rule as plain data."""

from typing import Final, Literal, TypedDict, Union, get_args

#: Kinds that look for names; `pattern` looks for text.
NamingKind = Literal[
    "name",
    "call",
    "method",
    "attribute",
    "setting",
    "unset",
    "variable",
    "override",
    "string",
    "tag",
    "filter",
    "load",
]
NAMING: Final[tuple[NamingKind, ...]] = get_args(NamingKind)
#: What the engines look up: kinds of rules, and the names that a release lacks, which no author writes down.
LookedUp = Literal[NamingKind, "gone"]
LOOKED_UP: Final[tuple[LookedUp, ...]] = (*NAMING, "gone")

#: What each kind of rule finds, and the conditions that may stand beside it.
RULE_KINDS: Final[dict[str, frozenset[str]]] = {
    "name": frozenset(),
    "call": frozenset({"passes", "lacks", "value"}),
    "method": frozenset({"passes", "lacks", "value", "on"}),
    "attribute": frozenset({"on"}),
    "setting": frozenset({"value"}),
    "unset": frozenset(),
    "variable": frozenset({"value", "base", "scope"}),
    "override": frozenset({"base", "passes", "lacks"}),
    "string": frozenset(),
    "tag": frozenset(),
    "filter": frozenset(),
    "load": frozenset(),
    "pattern": frozenset({"files"}),
}


class PlainRule(TypedDict, total=False):
    """One rule: the names that one kind looks for, or expressions, and conditions. Nothing in it is empty.

    Read at run time (`atlas.scan.shape`), so in the words of Python 3.9.
    """

    name: list[str]
    call: list[str]
    method: list[str]
    attribute: list[str]
    setting: list[str]
    unset: list[str]
    variable: list[str]
    override: list[str]
    string: list[str]
    tag: list[str]
    filter: list[str]
    load: list[str]
    gone: list[str]
    #: Expressions; `files` stands beside them.
    pattern: list[str]
    #: Keywords, and positions from 0.
    passes: list[Union[str, int]]
    lacks: list[Union[str, int]]
    value: str
    base: list[str]
    on: list[str]
    scope: Literal["module", "class"]
    files: list[str]
    #: Lists of words of which a text has one each, or the rule finds nothing in it: see `atlas.scan.words`. Of names,
    #: what is needed besides the words that they are made of.
    needs: list[list[str]]
