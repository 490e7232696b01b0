"""The files under `data/defaults/`, which `python -m atlas defaults` writes by running every release."""

import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Final, TypeVar

from pydantic import Field, TypeAdapter

from atlas.facts import reading
from atlas.facts.defaults import Defaults, Texts
from atlas.facts.schema import Fact, Feature, Name, Version
from atlas.words.spans import to_text
from atlas.words.versions import sort_key

FOLDER: Final = "defaults"
SHOWN: Final = Path("data") / FOLDER
SETTINGS, FILES = "settings.json", "files.json"
REMEDY: Final = reading.written_by("python -m atlas defaults")
Value = TypeVar("Value")


class SettingsFile(Fact):
    """settings.json as it is stored: the version run of each release; by name what spans of releases have."""

    read: Annotated[dict[Feature, Version], Field(min_length=1)]
    settings: dict[Name, dict[Name, str]]
    database: dict[Name, dict[Name, str]]
    announced: dict[Name, Name]


class FilesFile(Fact):
    """files.json as it is stored: the lines of each generated file by its path and spans of releases."""

    files: dict[Name, dict[Name, tuple[str, ...]]]


SETTINGS_ADAPTER = TypeAdapter(SettingsFile)
FILES_ADAPTER = TypeAdapter(FilesFile)


def load(data: Path) -> Defaults:
    """Read `data/defaults/`. Errors: RecordsBroken with a line for each mistake."""
    folder = data / FOLDER
    return parse({name: reading.raw(folder / name, SHOWN / name, REMEDY) for name in (SETTINGS, FILES)})


def parse(texts: Mapping[str, bytes | str], remedy: str = REMEDY) -> Defaults:
    """The defaults from the texts of both files by name. Errors: RecordsBroken with a line for each mistake."""
    stored = reading.parsed(SETTINGS_ADAPTER, texts[SETTINGS], SHOWN / SETTINGS, remedy)
    files = reading.parsed(FILES_ADAPTER, texts[FILES], SHOWN / FILES, remedy).files
    series = sorted(stored.read, key=sort_key)
    spread = partial(_spread, series, remedy)
    return Defaults(
        stored.read,
        {name: spread(SETTINGS, f"settings.{name}", spans) for name, spans in stored.settings.items()},
        {name: spread(SETTINGS, f"database.{name}", spans) for name, spans in stored.database.items()},
        {
            name: reading.covered(spans, series, SHOWN / SETTINGS, f"announced.{name}", remedy)
            for name, spans in stored.announced.items()
        },
        {
            path: {
                release: "".join(f"{line}\n" for line in lines)
                for release, lines in spread(FILES, f"files.{path}", spans).items()
            }
            for path, spans in files.items()
        },
    )


def _spread(
    series: Sequence[str], remedy: str, file: str, field: str, spans: Mapping[str, Value]
) -> dict[str, Value]:
    """What each release has, from what stands once for its spans."""
    found = {
        release: value
        for span, value in spans.items()
        for release in reading.covered(span, series, SHOWN / file, field, remedy)
    }
    return {release: found[release] for release in series if release in found}


def to_json(defaults: Defaults) -> dict[str, str]:
    """The text of each file by name: a line for each default, and for each line of a generated file."""
    series = defaults.releases
    read = json.dumps({release: defaults.read[release] for release in series})
    announced = {name: to_text(known, series) for name, known in sorted(defaults.announced.items())}
    parts = {
        "settings": _one_line_each(_folded(defaults.settings, series)),
        "database": _one_line_each(_folded(defaults.database, series)),
        "announced": _one_line_each(announced),
    }
    settings = ",\n".join(f' "{key}": {text}' for key, text in parts.items())
    files = {
        path: {span: text.splitlines() for span, text in spans.items()}
        for path, spans in _folded(defaults.files, series).items()
    }
    return {
        SETTINGS: f'{{\n "read": {read},\n{settings}\n}}\n',
        FILES: json.dumps({"files": files}, indent=1, ensure_ascii=False) + "\n",
    }


def _folded(rows: Mapping[str, Texts], series: Sequence[str]) -> dict[str, dict[str, str]]:
    """Each distinct text once, with the spans of releases that have it, in order of the first one."""
    found: dict[str, dict[str, str]] = {}
    for name, texts in sorted(rows.items()):
        where: dict[str, list[str]] = {}
        for release in series:
            if release in texts:
                where.setdefault(texts[release], []).append(release)
        found[name] = {to_text(held, series): text for text, held in where.items()}
    return found


def _one_line_each(rows: Mapping[str, object]) -> str:
    body = []
    for name, value in rows.items():
        text = json.dumps(value, ensure_ascii=False)
        if isinstance(value, dict) and len(value) > 1:
            text = json.dumps(value, indent=1, ensure_ascii=False).replace("\n", "\n  ")
        body.append(f"  {json.dumps(name)}: {text}")
    return "{\n" + ",\n".join(body) + "\n }"
