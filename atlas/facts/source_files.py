"""Where in Django's source a name is defined: `data/django-source.json`, a module's file in each series.

Public names are often imported into a package from the module that defines them
(`django.db.models.CharField`); for those the index names the defining file.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, TypeAdapter

from atlas.facts import reading
from atlas.facts.schema import Fact, Feature, Name, Version
from atlas.words.spans import to_text
from atlas.words.versions import sort_key

NAME: Final = "django-source.json"
SHOWN: Final = Path("data") / NAME
REMEDY: Final = reading.written_by("make sync")
PACKAGE = "/__init__.py"
LEFT_OUT = ("/locale/", "/migrations/", "_template/")


class SourceFile(Fact):
    """The file as it is stored: the version read of each series, spans by path, and `path@spans` by name."""

    read: Annotated[dict[Feature, Version], Field(min_length=1)]
    files: dict[Name, Name]
    names: dict[Name, tuple[Name, ...]]


ADAPTER = TypeAdapter(SourceFile)


@dataclass(frozen=True)
class SourceIndex:
    """`tags`: series to version; `files`: series to module to path; `names`: series to imported name to path."""

    tags: Mapping[str, str]
    files: Mapping[str, Mapping[str, str]]
    names: Mapping[str, Mapping[str, str]]

    def path(self, symbol: str, series: str) -> str | None:
        """The file that defines a dotted name, or the module it lies in; None where the series has neither."""
        parts = symbol.removesuffix("()").split(".")
        names, files = self.names.get(series, {}), self.files.get(series, {})
        for size in range(len(parts), 1, -1):
            dotted = ".".join(parts[:size])
            if found := names.get(dotted) or files.get(dotted):
                return found
        return None


def module_of(path: str) -> str:
    """The dotted name of a module's file."""
    return path.removesuffix(PACKAGE).removesuffix(".py").replace("/", ".")


def is_indexed(path: str) -> bool:
    """Whether a file of the source distribution takes part."""
    return path.startswith("django/") and path.endswith(".py") and not any(part in path for part in LEFT_OUT)


def load(data: Path) -> SourceIndex:
    """Read the index. Errors: RecordsBroken with a line for each mistake."""
    return parse(reading.raw(data / NAME, SHOWN, REMEDY))


def parse(text: bytes | str, remedy: str = REMEDY) -> SourceIndex:
    """The index from the file's text. Errors: RecordsBroken with a line for each mistake."""
    stored = reading.parsed(ADAPTER, text, SHOWN, remedy)
    series = sorted(stored.read, key=sort_key)
    files: dict[str, dict[str, str]] = {one: {} for one in series}
    names: dict[str, dict[str, str]] = {one: {} for one in series}
    for path, where in stored.files.items():
        for one in reading.covered(where, series, SHOWN, f"files.{path}", remedy):
            files[one][module_of(path)] = path
    for name, homes in stored.names.items():
        for home in homes:
            path, _, where = home.partition("@")
            for one in reading.covered(where, series, SHOWN, f"names.{name}", remedy):
                names[one][name] = path
    return SourceIndex(stored.read, files, names)


def to_json(index: SourceIndex) -> str:
    """The file's text: a line for each file and each name, sorted."""
    series = sorted(index.tags, key=sort_key)
    where: dict[str, list[str]] = {}
    homes: dict[str, dict[str, list[str]]] = {}
    for one in series:
        for path in index.files[one].values():
            where.setdefault(path, []).append(one)
        for name, path in index.names[one].items():
            homes.setdefault(name, {}).setdefault(path, []).append(one)
    files = {path: to_text(held, series) for path, held in sorted(where.items())}
    names = {
        name: [f"{path}@{to_text(held, series)}" for path, held in found.items()]
        for name, found in sorted(homes.items())
    }
    read = json.dumps({one: index.tags[one] for one in series})
    return f'{{\n "read": {read},\n "files": {_lines(files)},\n "names": {_lines(names)}\n}}\n'


def _lines(rows: Mapping[str, object]) -> str:
    body = ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in rows.items())
    return f"{{\n{body}\n }}"
