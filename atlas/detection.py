"""Detection rules as data: what to look for in a code base to know that a change concerns it.

A rule names what is hit; the engine in `atlas.scan` runs it, and the planner runs the same data.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Names = tuple[Annotated[str, Field(pattern=r"^[A-Za-z_][\w.]*$")], ...]


class CallRule(BaseModel):
    """A call of `call` that passes keyword `arg`, passes position `position`, or lacks keyword `without`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    call: Names
    arg: str | None = None
    position: Annotated[int, Field(ge=0)] | None = None
    without: str | None = None


class OverrideRule(BaseModel):
    """A class that derives from one of `base` and defines one of `methods` or sets one of `variables`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    base: Names
    methods: Names = ()
    variables: Names = ()


class TemplateRule(BaseModel):
    """A tag, a filter, or a regular expression in Django templates."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    tag: Names = ()
    filter: Names = ()
    pattern: str | None = None


class Rule(BaseModel):
    """One detection rule. Exactly one of the fields is set.

    name: dotted names, imported or used under any alias; method: names called on any object;
    setting: settings assigned in a settings module; module_variable: names assigned at module level;
    string: dotted paths inside string literals; pattern: a regular expression over Python source lines.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Names = ()
    call: CallRule | None = None
    method: Names = ()
    setting: Names = ()
    module_variable: Names = ()
    override: OverrideRule | None = None
    string: Names = ()
    template: TemplateRule | None = None
    files: Literal["python", "templates", "settings", "tests"] | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> "Rule":
        kinds = [name for name in type(self).model_fields if name != "files" and getattr(self, name)]
        if len(kinds) != 1:
            raise ValueError(
                f"expected exactly one kind of rule in each entry, found {', '.join(kinds) or 'none'}"
            )
        return self
