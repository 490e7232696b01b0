"""`data/reach-names.yml`, typed: the public projects of which `make reach` counts how many meet each change.

Kept by hand; its first lines say what belongs where.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field, TypeAdapter, ValidationError

from atlas.facts.packages import PackageName
from atlas.facts.reading import in_words
from atlas.facts.schema import Fact
from atlas.words.problems import Problem, RecordsBroken, did_you_mean
from atlas.words.texts import faults, read_text
from atlas.words.yaml_lines import line_of, read_yaml

FILE: Final = "reach-names.yml"
SHOWN: Final = Path("data") / FILE


class Names(Fact):
    """Names on the package index. packages: those that projects install; applications: whole sites and services."""

    packages: Annotated[list[PackageName], Field(min_length=1)]
    applications: Annotated[list[PackageName], Field(min_length=1)]


ADAPTER = TypeAdapter(Names)


def read(data: Path) -> Names:
    """Read the file below `data/`. Errors: RecordsBroken with a line for each mistake, a name given twice included."""
    text = read_text(data / FILE, SHOWN)
    found = read_yaml(text, SHOWN)
    problems = [*faults(text, SHOWN), *found.problems]
    if found.value is None and found.problems:
        raise RecordsBroken(problems)
    try:
        names = ADAPTER.validate_python({} if found.value is None else found.value)
    except ValidationError as error:
        rows = error.errors(include_url=False)
        raise RecordsBroken([*problems, *(_problem(dict(row), found.lines) for row in rows)]) from None
    if problems := [*problems, *_twice(names, found.lines)]:
        raise RecordsBroken(problems)
    return names


def _problem(error: Mapping[str, Any], lines: Mapping[str, int]) -> Problem:
    keys = [str(key) for key in error["loc"]]
    known = list(Names.model_fields)
    remedy = ""
    if error["type"] == "extra_forbidden":
        remedy = did_you_mean(keys[-1], known) or f"expected {', '.join(known)}"
    return Problem(SHOWN, line_of(lines, *keys) or 1, ".".join(keys) or "file", in_words(error), remedy)


def _twice(names: Names, lines: Mapping[str, int]) -> list[Problem]:
    """Names that would be counted twice."""
    seen: set[str] = set()
    problems = []
    for field in ("packages", "applications"):
        for place, name in enumerate(getattr(names, field)):
            if name in seen:
                line = line_of(lines, field, str(place)) or 1
                problems.append(
                    Problem(SHOWN, line, f"{field}.{place}", f"found '{name}' twice", "take one away")
                )
            seen.add(name)
    return problems
