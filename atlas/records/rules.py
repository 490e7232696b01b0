"""Detection rules as authors write them (`detect:`): what to look for in a code base.

One kind and its conditions per rule; `docs/about/detection-rules.md` is the reference. The engine in
`atlas.scan` and the planner in the browser run the same rules as plain data (`Rule.plain`).
"""

import re
from typing import Annotated, Any, Final, Literal, cast

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from atlas.facts.reading import form
from atlas.records.expressions import not_shared
from atlas.records.needs import Needs, needs_of
from atlas.words.rule_kinds import RULE_KINDS, PlainRule


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str | int | dict) else value


def _shared_pattern(value: str) -> str:
    try:
        compiled = re.compile(value, re.ASCII)
    except re.error as error:
        raise ValueError(f"expected a regular expression ({error})") from None
    if piece := not_shared(value):
        raise ValueError(f"expected what Python and JavaScript both understand, not {piece!r}")
    if compiled.fullmatch(""):
        raise ValueError("expected an expression that does not match the empty text")
    return value


def _has_digits_alone(word: str) -> bool:
    return word.lstrip("*").isdigit()


def _index(value: str) -> str | int:
    return int(value) if str(value).isdigit() else value


IDENTIFIER = r"[A-Za-z_]\w*"
Dotted = Annotated[
    str, form(rf"{IDENTIFIER}(\.{IDENTIFIER})+", "a full dotted name such as django.urls.path")
]
ClassName = Annotated[str, form(rf"{IDENTIFIER}(\.{IDENTIFIER})*", "a class name, full or its last part")]
Library = Annotated[str, form(r"[\w.-]+", "the name of a template library")]
Word = Annotated[str, form(IDENTIFIER, "one name without dots")]
Receiver = Annotated[str, form(rf"{IDENTIFIER}(\(\))?", "a name, or a call such as super()")]
Setting = Annotated[str, form(r"[A-Z][A-Z0-9_]*", "the name of a setting")]
Argument = Annotated[str, form(rf"\d|{IDENTIFIER}", "a keyword, or a position counted from 0")]
Text = Annotated[
    str, Field(min_length=3), form(r"\S*\w\S*", "a text without blanks, with a letter or a digit in it")
]
Pattern = Annotated[str, AfterValidator(_shared_pattern)]
Glob = Annotated[str, form(r"[\w*.-]+", "python, templates, or a file name such as requirements*.txt")]


#: Files that a pattern is for where it does not say.
DEFAULT_FILES: Final = ("templates",)


class Rule(BaseModel):
    """One rule: exactly one kind, and conditions that go with it. A single value needs no brackets."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    #: A dotted name: imported, used under any alias, or named in a string.
    name: Annotated[tuple[Dotted, ...], BeforeValidator(_listed)] = ()
    #: A call of what a dotted name stands for.
    call: Annotated[tuple[Dotted, ...], BeforeValidator(_listed)] = ()
    #: A call of a method of this name on any object.
    method: Annotated[tuple[Word, ...], BeforeValidator(_listed)] = ()
    #: An attribute of this name on any object, read, set or called.
    attribute: Annotated[tuple[Word, ...], BeforeValidator(_listed)] = ()
    #: A setting: assigned, overridden in a test, or read.
    setting: Annotated[tuple[Setting, ...], BeforeValidator(_listed)] = ()
    #: A setting that the project leaves at its default.
    unset: Annotated[tuple[Setting, ...], BeforeValidator(_listed)] = ()
    #: A variable of a module or a class.
    variable: Annotated[tuple[Word, ...], BeforeValidator(_listed)] = ()
    #: A method that a class defines.
    override: Annotated[tuple[Word, ...], BeforeValidator(_listed)] = ()
    #: A string that is this text, or begins with it and a dot.
    string: Annotated[tuple[Text, ...], BeforeValidator(_listed)] = ()
    #: A template tag, a template filter, a library named by `{% load %}`.
    tag: Annotated[tuple[Word, ...], BeforeValidator(_listed)] = ()
    filter: Annotated[tuple[Word, ...], BeforeValidator(_listed)] = ()
    load: Annotated[tuple[Library, ...], BeforeValidator(_listed)] = ()
    #: A regular expression over whole files, the last resort.
    pattern: Annotated[tuple[Pattern, ...], BeforeValidator(_listed)] = ()

    #: One of these arguments is passed (call, method) or is a parameter (override).
    passes: Annotated[tuple[Argument, ...], BeforeValidator(_listed)] = ()
    #: None of these arguments is passed, or is a parameter.
    lacks: Annotated[tuple[Argument, ...], BeforeValidator(_listed)] = ()
    #: The value matches this expression as a whole.
    value: Pattern | None = None
    #: The class derives from one of these.
    base: Annotated[tuple[ClassName, ...], BeforeValidator(_listed)] = ()
    #: What stands before the dot: `request`, `super()`.
    on: Annotated[tuple[Receiver, ...], BeforeValidator(_listed)] = ()
    scope: Literal["module", "class"] | None = None
    files: Annotated[tuple[Glob, ...], BeforeValidator(_listed)] = ()

    @property
    def kind(self) -> str:
        """Which kind of rule this is."""
        return next(name for name in RULE_KINDS if getattr(self, name))

    @property
    def words(self) -> tuple[str, ...]:
        """What a reader may type to find the page: the names looked for, tags in their braces; no patterns."""
        if self.kind in ("tag", "load"):
            verb = "load " if self.kind == "load" else ""
            return tuple(f"{{% {verb}{name} %}}" for name in getattr(self, self.kind))
        named = () if self.pattern else getattr(self, self.kind)
        return (*named, *(name for name in (*self.passes, *self.base) if not name.isdigit()))

    @model_validator(mode="after")
    def _one_kind_and_its_conditions(self) -> "Rule":
        kinds = [name for name in RULE_KINDS if getattr(self, name)]
        if len(kinds) != 1:
            found = " and ".join(kinds) or "none"
            raise ValueError(f"found {found}, expected exactly one of {', '.join(RULE_KINDS)} in each rule")
        extra = [
            name
            for name in self.model_fields_set
            if name not in RULE_KINDS and name not in RULE_KINDS[kinds[0]]
        ]
        if extra:
            allowed = ", ".join(sorted(RULE_KINDS[kinds[0]])) or "no condition"
            raise ValueError(f"found {', '.join(sorted(extra))} beside {kinds[0]}, expected {allowed}")
        if kinds[0] in ("call", "method") and self.value and not self.passes:
            raise ValueError("expected `passes:` beside value, to say which argument is meant")
        if kinds[0] == "override" and any(str(name).isdigit() for name in (*self.passes, *self.lacks)):
            raise ValueError("expected names of parameters in passes and lacks of an override")
        return self

    def plain(self) -> PlainRule:
        """The rule as plain data for the engines: lists and texts, positions as numbers, nothing empty."""
        found: dict[str, Any] = {"files": list(DEFAULT_FILES)} if self.pattern else {}
        for name in type(self).model_fields:
            value = getattr(self, name)
            if value and name in ("passes", "lacks"):
                found[name] = [_index(item) for item in value]
            elif value:
                found[name] = list(value) if isinstance(value, tuple) else value
        if needs := self._needs():
            found["needs"] = needs
        return cast(PlainRule, found)

    def _needs(self) -> Needs:
        """The words that any text has in which the rule finds something, those of its names aside."""
        if self.pattern:
            return needs_of(self.pattern)
        valued = needs_of((self.value,)) if self.value else []
        # A whole number is written in many ways: 0x10, 1_000.
        found = [words for words in valued if not any(map(_has_digits_alone, words))]
        if self.passes and not any(map(_has_digits_alone, self.passes)):
            found.append(list(self.passes))
        if self.on:
            found.append([one.removesuffix("()") for one in self.on])
        if self.base:
            found.append([one.rpartition(".")[2] for one in self.base])
        if self.load:
            found.append(["load"])
        return found


#: `detect:` of a page: one rule or a list of rules.
Rules = Annotated[tuple[Rule, ...], BeforeValidator(_listed)]
