"""The recorded runs under `data/proof/`, typed. `atlas.facts.proof_files` reads them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator

from atlas.facts.reading import form
from atlas.facts.schema import STRICT, Date, Version
from atlas.words import forms
from atlas.words.spans import Spans
from atlas.words.versions import sort_key

#: What the names of statements begin with in a record.
HOLDS: Final = "Holds: "
Status = Literal["ok", "warns", "check", "fails"]
#: What may happen to a sample on a release, and what each word means.
STATUSES: Final[dict[Status, str]] = {
    "ok": "It ran, and Django had nothing to say.",
    "warns": "It ran, and Django raised a warning.",
    "check": "It ran, and Django's system checks had something to say.",
    "fails": "It raised an error.",
}
#: What a record depends on, hashed (`atlas.claims.keys`).
Key = Annotated[str, form(forms.RUN_KEY, "twelve hex digits")]
CHECK_ERROR = re.compile(r"\w+\.[EC]\d+")


def _spans(text: str) -> str:
    Spans.parse(text)
    return text


@dataclass(frozen=True)
class Message:
    """A warning (`category` is its class) or a system check (`category` is its id)."""

    __pydantic_config__ = STRICT

    category: str
    text: str

    @property
    def is_error(self) -> bool:
        """Whether it is a system check of level error or critical: `fields.E903`."""
        return CHECK_ERROR.fullmatch(self.category) is not None


@dataclass(frozen=True)
class Raised:
    """The exception that ended a sample."""

    __pydantic_config__ = STRICT

    type: str
    text: str


@dataclass(frozen=True)
class Result:
    """What a sample did, the same on all of `releases`."""

    __pydantic_config__ = STRICT

    releases: tuple[Version, ...]
    status: Status
    output: str = ""
    messages: tuple[Message, ...] = ()
    error: Raised | None = None
    sql: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether it does not work: an exception, or a system check that stops every command."""
        return self.status == "fails" or any(message.is_error for message in self.messages)

    @property
    def warned(self) -> bool:
        """Whether it works and Django says something."""
        return bool(self.messages) and not self.failed

    @property
    def behavior(self) -> tuple[Any, ...]:
        """What a reader would call "the same result": texts of messages and errors may differ."""
        checks = tuple(message.category for message in self.messages if message.is_error)
        return (self.failed, self.output, self.error.type if self.error else "", checks, self.sql)

    def __str__(self) -> str:
        if self.error:
            return f"fails with {self.error.type}: {first_line(self.error.text)}"
        if self.messages:
            said = self.messages[0]
            return f"{'fails' if self.failed else 'warns'} with {said.category}: {first_line(said.text)}"
        return f"runs and prints {first_line(self.output)!r}" if self.output else "runs and prints nothing"


@dataclass(frozen=True)
class SampleProof:
    """The record of one sample: its key (twelve hex digits) and its results, oldest release first."""

    __pydantic_config__ = STRICT

    key: Key
    results: tuple[Result, ...]

    @cached_property
    def by_release(self) -> dict[str, Result]:
        """The result on each release, oldest first."""
        found = {release: result for result in self.results for release in result.releases}
        return {release: found[release] for release in sorted(found, key=sort_key)}


@dataclass(frozen=True)
class FixerProof:
    """What django-upgrade does to Before.

    verdict: `full` where the result runs like After, else `partial`; target: the `--target-version` used;
    fixers: those that change something; text and files: the sample as rewritten.
    """

    __pydantic_config__ = STRICT

    key: Key
    verdict: Literal["full", "partial"]
    target: Version
    fixers: tuple[str, ...] = ()
    text: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class StatementProof:
    """What came of a statement. `on`: the spans that it was run for; `wrong`: what happened instead, by version."""

    __pydantic_config__ = STRICT

    key: Key
    on: Annotated[str, AfterValidator(_spans)]
    wrong: Mapping[Version, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PageProof:
    """All that is recorded of one change. `statements`: by the name of their entry, `Holds: <claim>`."""

    samples: Mapping[str, SampleProof] = field(default_factory=dict)
    fixer: FixerProof | None = None
    statements: Mapping[str, StatementProof] = field(default_factory=dict)


@dataclass(frozen=True)
class Environment:
    """What a release was run with: Django's patch version, Python's, and the day (ISO)."""

    __pydantic_config__ = STRICT

    django: Version
    python: Annotated[str, form(r"\d\.\d+\.\d+", "a Python such as 3.12.4")]
    run: Date


@dataclass(frozen=True)
class Proofs:
    """Everything under `data/proof/`."""

    changes: Mapping[str, PageProof]
    environments: Mapping[str, Environment]
    #: {release: {name: least version}} of Python and packages, as the installed Django's metadata has it.
    metadata: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    #: Versions of the services that samples were run with: `{"postgresql": "15.18"}`.
    services: Mapping[str, str] = field(default_factory=dict)
    #: Guides by id (`upgrade/hosting`); they have statements alone.
    guides: Mapping[str, PageProof] = field(default_factory=dict)

    def of(self, page: str) -> PageProof:
        """The record of a change or a guide by id; an empty one where nothing was run."""
        return self.changes.get(page) or self.guides.get(page) or PageProof()


def first_line(text: str, longest: int = 120) -> str:
    """The first line of a text, cut where it is long."""
    line = text.strip().partition("\n")[0]
    return line if len(line) <= longest else line[: longest - 1] + "…"
