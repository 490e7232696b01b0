"""What people write about the entries of patch notes: one file for each series, `docs/releases/<series>/patches.yml`.

    7d349854:
      text: "On PostgreSQL, `dbshell` did not pass the password."
      broke: 2.2

The text tells the fault in the past tense, as the reader met it; for security, what an attacker could do. What is
different from the patch on follows in the present tense.

Keys are the hashes of data/patch-notes.json. An entry of several series is told in the series of its oldest release.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, StringConstraints, TypeAdapter, ValidationError

from atlas.facts.reading import form, in_words
from atlas.facts.schema import Fact, UnitHash, Version
from atlas.words.forms import SLUG
from atlas.words.problems import Problem, RecordsBroken
from atlas.words.texts import faults, read_text
from atlas.words.versions import FEATURE, feature_release, sort_key
from atlas.words.yaml_lines import line_of, read_yaml

NAME: Final = "patches.yml"


def _flag(value: object) -> object:
    # The reader leaves every value the text it is.
    return True if value == "true" else value


class PatchLine(Fact):
    """What an entry means to a project.

    text: one line of Markdown; broke: the release that brought the fault; again: the release that had to repair
    it once more, or to repair what the first repair broke; change: the id of the page that tells it in full;
    may_break: whether code or data in ordinary use that worked before may fail or give something else after it.
    """

    text: Annotated[str, StringConstraints(min_length=15, max_length=240, pattern=r"^[^\n]+$")]
    may_break: Annotated[bool, BeforeValidator(_flag)] = False
    broke: Version | None = None
    again: Version | None = None
    change: Annotated[str, form(f"{FEATURE}/{SLUG}", "a change such as 4.1/logout-by-post")] | None = None


ADAPTER = TypeAdapter(dict[UnitHash, PatchLine])


@dataclass(frozen=True)
class SeriesLines:
    """One file. series: its feature release; lines: the entries by hash; places: the line of each key in the file."""

    series: str
    shown: Path
    lines: Mapping[str, PatchLine] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)

    def problem(self, keys: tuple[str, ...], message: str, remedy: str) -> Problem:
        """A mistake at a key."""
        return Problem(self.shown, line_of(self.places, *keys), ".".join(keys), message, remedy)


def load(root: Path) -> tuple[list[SeriesLines], list[Problem]]:
    """Every file, oldest series first. Problems: a line for each mistake in its form."""
    found: list[SeriesLines] = []
    problems: list[Problem] = []
    paths = [path for path in root.glob(f"docs/releases/*/{NAME}") if _is_series(path.parent.name)]
    for path in sorted(paths, key=lambda path: sort_key(path.parent.name)):
        made, wrong = _read(path, path.relative_to(root))
        found.append(made)
        problems += wrong
    return found, problems


def page(version: str) -> str:
    """The source of a patch release's page: `releases/4.2/4.2.14/index.md`."""
    return f"releases/{feature_release(version)}/{version}/index.md"


def told(files: list[SeriesLines]) -> dict[str, PatchLine]:
    """What is told of each entry, by hash."""
    return {unit: line for file in files for unit, line in file.lines.items()}


def _is_series(name: str) -> bool:
    try:
        return bool(sort_key(name))
    except ValueError:
        return False


def _read(path: Path, shown: Path) -> tuple[SeriesLines, list[Problem]]:
    empty = SeriesLines(path.parent.name, shown)
    try:
        text = read_text(path, shown)
    except RecordsBroken as broken:
        return empty, broken.problems
    read = read_yaml(text, shown)
    problems = [*read.problems, *faults(text, shown)]
    if read.problems:
        return empty, problems
    try:
        lines = ADAPTER.validate_python(read.value or {})
    except ValidationError as error:
        return empty, [*problems, *(_problem(shown, read.lines, dict(row)) for row in error.errors())]
    return SeriesLines(empty.series, shown, lines, read.lines), problems


def _problem(shown: Path, places: Mapping[str, int], error: dict[str, Any]) -> Problem:
    keys = [str(part) for part in error["loc"] if part != "[key]"]
    remedy = "keys are hashes of data/patch-notes.json, fields are text, may_break, broke, again and change"
    return Problem(shown, line_of(places, *keys), ".".join(keys) or "file", in_words(error), remedy)
