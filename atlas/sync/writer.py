"""Facts as JSON files with one fact per line, so that a change of one fact is a change of one line."""

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from atlas.facts.schema import Atlas, Fact

#: Where new files wait, beside `data/` so that moving one is one step.
BESIDE: Final = ".sync"


def plain(row: Fact) -> dict[str, Any]:
    """A row as JSON has it: fields in the order of the shape, those without a value for it left out.

    A field that is always there keeps its null; one that most rows lack (its default is None) does not.
    """
    values = row.model_dump(by_alias=True)
    for name, field in type(row).model_fields.items():
        if field.default is None and not field.is_required() and values[field.alias or name] is None:
            del values[field.alias or name]
    return values


def line(value: Any) -> str:
    """A value on one line."""
    return json.dumps(value, ensure_ascii=False)


def block(pairs: Iterable[tuple[str, str]], indent: int) -> str:
    """An object with a line for each pair of key and ready text."""
    space = " " * indent
    body = ",\n".join(f"{space} {line(key)}: {text}" for key, text in pairs)
    return f"{{\n{body}\n{space}}}" if body else "{}"


def rows_block(rows: Iterable[Fact], indent: int) -> str:
    """An array with a line for each row."""
    space = " " * indent
    body = ",\n".join(f"{space} {line(plain(row))}" for row in rows)
    return f"[\n{body}\n{space}]" if body else "[]"


def releases_text(atlas: Atlas) -> str:
    """releases.json: a line for each date, Python, database and dropped library."""
    releases = []
    for version, release in atlas.releases.items():
        facts = plain(release)
        grids = {
            "pythons": {key: line(value) for key, value in release.pythons.items()},
            "databases": {key: line(plain(value)) for key, value in release.databases.items()},
            "dropped": {key: line(value) for key, value in release.dropped.items()},
        }
        pairs = [(key, block(grids[key].items(), 3) if key in grids else line(facts[key])) for key in facts]
        releases.append((version, block(pairs, 2)))
    return block([("django", line(atlas.django)), ("releases", block(releases, 1))], 0)


def texts(atlas: Atlas) -> dict[str, str]:
    """Path below `data/` to content, for every file that a sync writes."""

    def keyed(rows: Mapping[str, Fact]) -> str:
        return block(((key, line(plain(row))) for key, row in rows.items()), 0)

    files = {
        "releases.json": releases_text(atlas),
        "patches.json": keyed(atlas.patches),
        "patch-notes.json": rows_block(atlas.patch_notes, 0),
        "cves.json": keyed(atlas.cves),
        "deprecations.json": rows_block(atlas.deprecations, 0),
    }
    for release, rows in atlas.notes.items():
        files[f"notes/{release}.json"] = block([("release", line(release)), ("rows", rows_block(rows, 1))], 0)
    return {name: f"{text}\n" for name, text in files.items()}


def write(files: Mapping[str, str], names: Sequence[str], data: Path) -> None:
    """Put the named ones of files into `data`.

    All are first written to a folder beside `data`, and only then moved into place one by one: a full disk leaves
    `data` as it was, a kill leaves every file whole, and the next run goes on. Untouched files keep their times.
    """
    beside = data.parent / BESIDE
    shutil.rmtree(beside, ignore_errors=True)  # what a run left that was killed
    try:
        for name in names:
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[name], encoding="utf-8", newline="\n")
        for name in names:
            (data / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).replace(data / name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def known_version(data: Path) -> str | None:
    """The Django version that the facts in `data` come from; None where there are none that can be read."""
    try:
        return str(json.loads((data / "releases.json").read_text(encoding="utf-8"))["django"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def stale(files: Mapping[str, str], data: Path) -> list[str]:
    """The names of those files that `data` lacks or holds with another content."""

    def same(path: Path, text: str) -> bool:
        return path.is_file() and path.read_bytes() == text.encode()

    return [name for name, text in files.items() if not same(data / name, text)]
