"""What a built site publishes for programs: `api/v1/`, each file beside its JSON Schema; feed, calendar, ids."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode

from atlas.facts import reach
from atlas.facts.proofs import Proofs
from atlas.publish import calendar, feed, inventory, open_schema
from atlas.publish.api import Export
from atlas.publish.models import FILES
from atlas.publish.packages import packages_file
from atlas.publish.rules import catalog
from atlas.publish.rules_model import RulesFile
from atlas.records import patch_lines
from atlas.records.library import Library

FOLDER = Path("api/v1")
RULES = "rules"
#: Source: https://www.rfc-editor.org/rfc/rfc9309 and https://www.sitemaps.org/protocol.html#submit_robots
ROBOTS = "robots.txt"


def write_api(library: Library, proofs: Proofs, today: date, site_dir: Path, site_url: str) -> list[Path]:
    """Write every file and schema; the same records and day give the same bytes.

    site_url: address of the hosted site; `url` fields begin with it, in an offline copy as well.
    """
    base = site_url.rstrip("/") + "/"
    export = Export(
        library, proofs, today, base, patch_lines.load(library.facts.root)[0], reach.load(library.facts.data)
    )
    # Made one after the other, so that they are not all in memory.
    made: dict[str, Callable[[], Iterable[str]]] = {
        "changes": lambda: _pieces(*export.changes()),
        "releases": lambda: [_json(export.releases())],
        "patch-notes": lambda: [_json(export.patch_notes())],
        "uncovered": lambda: [_json(export.uncovered())],
        "packages": lambda: [_json(packages_file(library, today, base))],
    }
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, make in made.items():
        written.append(_write(folder / f"{name}.json", make()))
        written.append(_write_schema(folder, name, schema(name, FILES[name], base)))
    return [*written, *_write_rules(library, folder, base)]


def _write_rules(library: Library, folder: Path, base: str) -> list[Path]:
    """Write the file of rules, in which what is not there is left out, so that its schema says what may be missing."""
    rules = json.dumps(catalog(library, base), indent=1, ensure_ascii=False)
    described = schema(RULES, RulesFile, base, mode="validation")
    return [_write(folder / f"{RULES}.json", [rules]), _write_schema(folder, RULES, described)]


def _write_schema(folder: Path, name: str, described: dict[str, Any]) -> Path:
    return _write(folder / f"{name}.schema.json", [json.dumps(described, indent=1, ensure_ascii=False)])


def write_subscriptions(library: Library, today: date, site_dir: Path, site_url: str) -> None:
    """Write feed, calendar, inventory of ids and robots.txt; the same records and day give the same bytes.

    site_url: of the hosted site. Without a host there is no feed and no calendar, whose ids are addresses.
    """
    base = site_url.rstrip("/") + "/"
    (site_dir / inventory.NAME).write_bytes(inventory.inventory(library))
    sitemap = f"\nSitemap: {base}sitemap.xml\n" if "://" in base else ""
    (site_dir / ROBOTS).write_text(f"User-agent: *\nAllow: /\n{sitemap}", encoding="utf-8")
    if "://" in base:
        (site_dir / feed.NAME).write_bytes(feed.feed(library.facts, today, base))
        (site_dir / calendar.NAME).write_bytes(calendar.calendar(library.facts, today, base))


def schema(
    name: str, model: type[BaseModel], site_url: str, mode: JsonSchemaMode = "serialization"
) -> dict[str, Any]:
    """The JSON Schema of one published file. mode: `validation` where fields may be missing."""
    return open_schema.schema(f"{site_url}{FOLDER.as_posix()}/{name}.schema.json", model, mode)


def _json(value: BaseModel) -> str:
    return value.model_dump_json(indent=1)


def _pieces(file: BaseModel, rows: Iterable[BaseModel]) -> Iterator[str]:
    """A file whose last field is empty with these rows in it, without having them all in memory."""
    begin, empty, end = _json(file).rpartition("[]")
    assert empty, "the rows go into an empty list"
    yield f"{begin}["
    for place, row in enumerate(rows):
        # No text in JSON has a line break in it, so these all are between values.
        yield ("," if place else "") + f"\n{_json(row)}".replace("\n", "\n  ")
    yield f"\n ]{end}"


def _write(path: Path, pieces: Iterable[str]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(pieces)
        file.write("\n")
    return path
