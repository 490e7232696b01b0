"""The one file under `data/` that is kept by hand, typed: ends of support, and releases that are planned.

Its first lines say how to update it. `atlas.check.support_dates` has what its values must say of each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, TypeAdapter, ValidationError

from atlas.facts.reading import form, in_words
from atlas.facts.schema import Date, Fact, Feature, Name
from atlas.words.dates import When
from atlas.words.problems import Problem, RecordsBroken, did_you_mean
from atlas.words.texts import decoded, faults
from atlas.words.yaml_lines import line_of, read_yaml

SHOWN: Final = Path("data/support.yml")
#: What to do about a mistake, by the last part of the field's name.
REMEDIES: Final[Mapping[str, str]] = {
    "date": 'write "2027-04-05", or "2027-04" where the source gives only the month',
    "checked": "write the day for which the source's state is known",
    "source": "name the entry of `sources` that says so",
    "lts": "write `lts: true` or `lts: false`",
    **dict.fromkeys(("bug_fixes_end", "security_fixes_end"), "add the date with its source"),
}


def _moment(value: object) -> When:
    return When.parse(value if isinstance(value, str) else "")


def _flag(value: object) -> bool:
    if value not in ("true", "false"):
        raise ValueError("expected true or false")
    return value == "true"


class Dated(Fact):
    """A day or a month, and the key of the source that says so."""

    date: Annotated[When, BeforeValidator(_moment)]
    source: Name


class Ends(Fact):
    """When the support of a release ends: mainstream support, and extended support."""

    bug_fixes_end: Dated
    security_fixes_end: Dated


class Planned(Ends):
    """A release to come; `date` is the day or month for which it is planned."""

    lts: Annotated[bool, BeforeValidator(_flag)]
    date: Dated


class Source(Fact):
    """A file in a public repository at a commit, and the day for which its state is known."""

    repository: Annotated[str, form(r"[\w.-]+/[\w.-]+", "owner/name")]
    path: Annotated[str, form(r"[^/\s]\S*", "a path inside the repository")]
    commit: Annotated[str, form(r"[0-9a-f]{40}", "the 40 hex digits of a commit")]
    checked: Date

    @property
    def address(self) -> str:
        """Where to read it."""
        return f"https://github.com/{self.repository}/blob/{self.commit}/{self.path}"


class SupportDates(Fact):
    """Everything in the file; releases and planned ones by feature release."""

    sources: dict[Name, Source]
    releases: dict[Feature, Ends]
    planned: dict[Feature, Planned] = Field(default_factory=dict)


@dataclass(frozen=True)
class SupportFile:
    """The dates, and the line of each key in the file (`releases.4.1.bug_fixes_end`)."""

    dates: SupportDates
    lines: Mapping[str, int] = field(default_factory=dict)

    def problem(self, keys: tuple[str, ...], message: str, remedy: str) -> Problem:
        """A mistake at a key."""
        return Problem(SHOWN, line_of(self.lines, *keys), ".".join(keys), message, remedy)


ADAPTER = TypeAdapter(SupportDates)


def read(path: Path) -> SupportFile:
    """Read the file. Errors: RecordsBroken with a line for each mistake in its form."""
    try:
        text = decoded(path.read_bytes(), SHOWN)
    except OSError as error:
        message = "missing" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
        raise RecordsBroken([Problem(SHOWN, 0, "file", message, "take it back with git")]) from None
    found = read_yaml(text, SHOWN)
    problems = [*faults(text, SHOWN), *found.problems]
    if found.value is None and found.problems:
        raise RecordsBroken(problems)
    try:
        dates = ADAPTER.validate_python({} if found.value is None else found.value)
    except ValidationError as error:
        rows = error.errors(include_url=False)
        raise RecordsBroken([*problems, *(_problem(dict(row), found.lines) for row in rows)]) from None
    if problems:
        raise RecordsBroken(problems)
    return SupportFile(dates, found.lines)


def _problem(error: Mapping[str, Any], lines: Mapping[str, int]) -> Problem:
    keys = [str(key) for key in error["loc"] if key != "[key]"]
    remedy = REMEDIES.get(keys[-1] if keys else "", "")
    if error["type"] == "extra_forbidden":
        allowed = _fields(keys[:-1])
        remedy = did_you_mean(keys[-1], allowed) or f"expected {', '.join(allowed)}"
    return Problem(SHOWN, line_of(lines, *keys) or 1, ".".join(keys) or "file", in_words(error), remedy)


def _fields(place: list[str]) -> list[str]:
    """The fields that may stand at a place, by its keys."""
    if not place:
        return list(SupportDates.model_fields)
    rows: dict[str, type[Fact]] = {"sources": Source, "releases": Ends, "planned": Planned}
    return list((rows[place[0]] if len(place) == 2 else Dated).model_fields)
