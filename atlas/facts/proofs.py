"""The recorded runs under `data/proof/`, typed. Written by `python -m atlas prove`; no Django here."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from atlas.words.versions import sort_key
from atlas.words.vocabulary import ROLES

#: What may happen to a sample on a release, and what each word means.
STATUSES = {
    "ok": "It ran, and Django had nothing to say.",
    "warns": "It ran, and Django raised a warning.",
    "check": "It ran, and Django's system checks had something to say.",
    "fails": "It raised an error.",
}


#: What the names of statements begin with in a record.
HOLDS = "Holds: "
CHECK_ERROR = re.compile(r"\w+\.[EC]\d+")


@dataclass(frozen=True)
class Message:
    """A warning (`category` is its class) or a system check (`category` is its id)."""

    category: str
    text: str

    @property
    def is_error(self) -> bool:
        """Whether it is a system check of level error or critical: `fields.E903`."""
        return CHECK_ERROR.fullmatch(self.category) is not None


@dataclass(frozen=True)
class Raised:
    """The exception that ended a sample."""

    type: str
    text: str


@dataclass(frozen=True)
class Result:
    """What a sample did, the same on all of `releases`."""

    releases: tuple[str, ...]
    status: str
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

    key: str
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

    key: str
    verdict: str
    target: str
    fixers: tuple[str, ...] = ()
    text: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class StatementProof:
    """What came of a statement. `on`: the spans that it was run for; `wrong`: what happened instead, by version."""

    key: str
    on: str
    wrong: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PageProof:
    """All that is recorded of one change. `statements`: by the name of their entry, `Holds: <claim>`."""

    samples: Mapping[str, SampleProof] = field(default_factory=dict)
    fixer: FixerProof | None = None
    statements: Mapping[str, StatementProof] = field(default_factory=dict)


@dataclass(frozen=True)
class Environment:
    """What a release was run with: Django's patch version, Python's, and the day (ISO)."""

    django: str
    python: str
    run: str


@dataclass(frozen=True)
class Proofs:
    """Everything under `data/proof/`."""

    changes: Mapping[str, PageProof]
    environments: Mapping[str, Environment]
    #: {release: {name: least version}} of Python and packages, as the installed Django's metadata has it.
    metadata: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    #: Versions of the services that samples were run with: `{"postgresql": "15.18"}`.
    services: Mapping[str, str] = field(default_factory=dict)

    def of(self, change: str) -> PageProof:
        """The record of a change by id; an empty one where nothing was run."""
        return self.changes.get(change, PageProof())


def read(folder: Path) -> Proofs:
    """Read `data/proof` (or another folder of the same form). A folder that is not there holds nothing."""
    files = {
        path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))
    }
    environments = {key: Environment(**row) for key, row in files.pop("environments", {}).items()}
    metadata, services = files.pop("metadata", {}), files.pop("services", {})
    changes = {change: page_proof(row) for rows in files.values() for change, row in rows.items()}
    return Proofs(changes, environments, metadata, services)


def sample_proof(row: Mapping[str, Any]) -> SampleProof:
    """The record of one sample, from its JSON form."""
    return SampleProof(row["key"], tuple(_result(result) for result in row["results"]))


def page_proof(row: Mapping[str, Any]) -> PageProof:
    """The record of one page, from its JSON form."""
    samples = {role: sample_proof(row[role]) for role in ROLES if role in row}
    fixer = row.get("fixer")
    statements = {name: StatementProof(**entry) for name, entry in row.items() if name.startswith(HOLDS)}
    return PageProof(samples, FixerProof(**_tuples(fixer, "fixers")) if fixer else None, statements)


def first_line(text: str, longest: int = 120) -> str:
    """The first line of a text, cut where it is long."""
    line = text.strip().partition("\n")[0]
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _result(row: Mapping[str, Any]) -> Result:
    messages: Iterable[Mapping[str, str]] = row.get("messages", ())
    error = row.get("error")
    return Result(
        releases=tuple(row["releases"]),
        status=row["status"],
        output=row.get("output", ""),
        messages=tuple(Message(**message) for message in messages),
        error=Raised(**error) if error else None,
        sql=tuple(row.get("sql", ())),
    )


def _tuples(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {key: tuple(value) if key in names else value for key, value in row.items()}
