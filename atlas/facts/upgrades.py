"""`data/upgrades/<name>.yml`, typed: public projects before they moved to a newer Django, and what a scan should say.

Kept by hand; `data/README.md` says how lines are judged. Places in code alone are written down, never code.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import Field, TypeAdapter, ValidationError

from atlas.facts.packages import NAME
from atlas.facts.reading import every, form, in_words
from atlas.facts.schema import Fact, Feature, Name
from atlas.words.problems import Problem, RecordsBroken, did_you_mean
from atlas.words.texts import faults, read_text
from atlas.words.yaml_lines import line_of, read_yaml

FOLDER: Final = "upgrades"
#: A file and a line of it: `shelves/models.py:12`, from the folder that the archive unpacks to.
Place = Annotated[str, form(r"[^:\n]+:[1-9][0-9]*", "a file and its line such as shelves/models.py:12")]
ChangeId = Annotated[str, form(r"[a-z0-9.]+/[a-z0-9.-]+", "the id of a change such as 4.1/logout-by-post")]
Places = Annotated[list[Place], Field(min_length=1)]


class Upgrade(Fact):
    """A move of one project. before, after: versions on the package index; start, to: feature releases of Django.

    judged: `known` where rules may be written from what it shows, `aside` where none may.
    right: by change, lines that the change concerns, found or not; false: lines that a scan finds and should not;
    no_page: what else the project had to change for Django, where no page tells it.
    """

    before: Name
    after: Name
    start: Annotated[Feature, Field(alias="from")]
    to: Feature
    judged: Literal["known", "aside"]
    right: dict[ChangeId, Places] = Field(default_factory=dict)
    false: dict[ChangeId, Places] = Field(default_factory=dict)
    no_page: list[Name] = Field(default_factory=list)


ADAPTER = TypeAdapter(Upgrade)


def read(data: Path, changes: frozenset[str] | None = None) -> dict[str, Upgrade]:
    """All upgrades below `data/`, by the project's name. changes: the ids that there are, where they are to be checked.

    Errors: RecordsBroken with a line for each mistake in any file.
    """
    files = sorted((data / FOLDER).glob("*.yml"))
    return every({path.stem: lambda path=path: _read(path, changes) for path in files})  # type: ignore[misc]


def _read(path: Path, changes: frozenset[str] | None) -> Upgrade:
    shown = Path("data") / FOLDER / path.name
    text = read_text(path, shown)
    found = read_yaml(text, shown)
    problems = [*faults(text, shown), *found.problems]
    if not re.fullmatch(NAME, path.stem):
        problems.append(Problem(shown, 1, "file", f"found '{path.stem}'", "name it as the index writes it"))
    if found.value is None and found.problems:
        raise RecordsBroken(problems)
    try:
        upgrade = ADAPTER.validate_python(found.value or {})
    except ValidationError as error:
        rows = error.errors(include_url=False)
        raise RecordsBroken([*problems, *(_problem(dict(row), shown, found.lines) for row in rows)]) from None
    problems += _contradictions(upgrade, shown, found.lines, changes)
    if problems:
        raise RecordsBroken(problems)
    return upgrade


def _problem(error: Mapping[str, Any], shown: Path, lines: Mapping[str, int]) -> Problem:
    keys = [str(key) for key in error["loc"] if key != "[key]"]
    remedy = ""
    if error["type"] == "extra_forbidden":
        known = [field.alias or name for name, field in Upgrade.model_fields.items()]
        remedy = did_you_mean(keys[-1], known) or f"expected {', '.join(known)}"
    return Problem(shown, line_of(lines, *keys) or 1, ".".join(keys) or "file", in_words(error), remedy)


def _contradictions(
    upgrade: Upgrade, shown: Path, lines: Mapping[str, int], changes: frozenset[str] | None
) -> list[Problem]:
    """Changes that there are not, and lines that are said to be right and false."""
    problems = []
    for field in ("right", "false"):
        for change in getattr(upgrade, field):
            if changes is not None and change not in changes:
                remedy = did_you_mean(change, changes) or "write the id of a change page"
                line = line_of(lines, field, change)
                problems.append(
                    Problem(shown, line, f"{field}.{change}", "found no change of this id", remedy)
                )
    for change, places in upgrade.false.items():
        for place in set(places) & set(upgrade.right.get(change, ())):
            line = line_of(lines, "false", change)
            problems.append(
                Problem(shown, line, f"false.{change}", f"found {place} under right, too", "keep one")
            )
    return problems
