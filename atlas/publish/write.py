"""What a built site publishes for programs: `api/v1/`, each file beside its JSON Schema; feed, calendar, ids."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from atlas.facts.proofs import Proofs
from atlas.publish import calendar, feed, inventory
from atlas.publish.api import Export
from atlas.publish.models import FILES
from atlas.records.library import Library

FOLDER = Path("api/v1")


def write_api(library: Library, proofs: Proofs, today: date, site_dir: Path, site_url: str) -> list[Path]:
    """Write every file and schema; the same records and day give the same bytes.

    site_url: address of the hosted site; `url` fields begin with it, in an offline copy as well.
    """
    base = site_url.rstrip("/") + "/"
    export = Export(library, proofs, today, base)
    made = {"changes": export.changes(), "releases": export.releases(), "uncovered": export.uncovered()}
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, file in made.items():
        written.append(_write(folder / f"{name}.json", file.model_dump(mode="json")))
        written.append(_write(folder / f"{name}.schema.json", schema(name, FILES[name], base)))
    return written


def write_subscriptions(library: Library, today: date, site_dir: Path, site_url: str) -> None:
    """Write the feed, the calendar and the inventory of ids; the same records and day give the same bytes."""
    base = site_url.rstrip("/") + "/"
    (site_dir / feed.NAME).write_bytes(feed.feed(library.facts, today, base))
    (site_dir / calendar.NAME).write_bytes(calendar.calendar(library.facts, today, base))
    (site_dir / inventory.NAME).write_bytes(inventory.inventory(library))


def schema(name: str, model: type[BaseModel], site_url: str) -> dict[str, Any]:
    """The JSON Schema of one published file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{site_url}{FOLDER.as_posix()}/{name}.schema.json",
        **model.model_json_schema(mode="serialization"),
    }


def _write(path: Path, value: Any) -> Path:
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
