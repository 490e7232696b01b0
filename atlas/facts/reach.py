"""`data/reach.json`: how many public projects met each change when its release came out.

`python -m atlas reach` writes the file; a line for each project, and for each change.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, TypeAdapter

from atlas.facts import reading
from atlas.facts.package_runs import RunKey
from atlas.facts.packages import PackageName
from atlas.facts.reading import form
from atlas.facts.schema import Date, Fact, Feature, Name
from atlas.words.forms import SLUG
from atlas.words.versions import FEATURE, sort_key

NAME: Final = "reach.json"
SHOWN: Final = Path("data") / NAME
REMEDY: Final = reading.written_by("make reach")

ChangeId = Annotated[str, form(f"{FEATURE}/{SLUG}", "a change such as 4.1/logout-by-post")]
Count = Annotated[int, Field(ge=0)]


class Met(Fact):
    """How many projects met a change. rules: the key of the rules that looked for it (`atlas.records.rule_keys`)."""

    rules: RunKey
    packages: Count
    applications: Count


class ReleaseReach(Fact):
    """One release. day: on which it came out; packages, applications: the version that was current on it, by name.

    Each of `changes` was looked for in all of these.
    """

    day: Date
    packages: dict[PackageName, Name]
    applications: dict[PackageName, Name]
    changes: dict[ChangeId, Met]


#: By release.
Reach = dict[Feature, ReleaseReach]
ADAPTER: TypeAdapter[Reach] = TypeAdapter(Reach)


def load(data: Path) -> Reach:
    """Read the file; nothing where there is none yet. Errors: RecordsBroken with a line for each mistake."""
    return reading.read(ADAPTER, data / NAME, SHOWN, REMEDY) if (data / NAME).exists() else {}


def parse(text: str) -> Reach:
    """What is about to be written. Errors: RecordsBroken where a reader would not take it."""
    return reading.parsed(ADAPTER, text, SHOWN, reading.NOT_WRITTEN)


def to_json(reach: Reach) -> str:
    """The file's text: oldest release first, projects and changes in the order of their names."""
    blocks = [f' "{release}": {_block(reach[release])}' for release in sorted(reach, key=sort_key)]
    return "{\n" + ",\n".join(blocks) + "\n}\n" if blocks else "{}\n"


def _block(row: ReleaseReach) -> str:
    changes = {change: met.model_dump() for change, met in row.changes.items()}
    return (
        f'{{\n  "day": "{row.day}",\n  "packages": {_lines(row.packages)},\n'
        f'  "applications": {_lines(row.applications)},\n  "changes": {_lines(changes)}\n }}'
    )


def _lines(rows: Mapping[str, object]) -> str:
    body = ",\n".join(f"   {json.dumps(key)}: {json.dumps(rows[key])}" for key in sorted(rows))
    return f"{{\n{body}\n  }}" if rows else "{}"
