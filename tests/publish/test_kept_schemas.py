"""A schema that a reader kept goes on holding for as long as `version` stays the same.

`kept_schemas.json` has those of the first publication after which they had to hold. Lines are added for new files, and
none is ever changed: what would need it gets another number.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from atlas.facts.proofs import Proofs
from atlas.publish.models import FILES
from atlas.publish.write import schema, write_api
from atlas.records.library import load
from tests.project import GOOD, Project

SITE = "https://atlas.example/"
KEPT: dict[str, Any] = json.loads(Path(__file__).with_name("kept_schemas.json").read_text(encoding="utf-8"))


def objects(described: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every part of a schema that is an object, by its place."""
    if isinstance(described, dict):
        yield place, described
        for name, value in described.items():
            yield from objects(value, f"{place}/{name}")


def test_every_published_file_has_a_kept_schema() -> None:
    assert KEPT.keys() == FILES.keys()


def test_a_kept_schema_holds_for_todays_files(project: Project, tmp_path: Path) -> None:
    project.write("4.1/sundays", GOOD)
    write_api(load(project.root)[0], Proofs({}, {}), date(2026, 11, 21), tmp_path, SITE)
    for name, kept in KEPT.items():
        file = json.loads((tmp_path / f"api/v1/{name}.json").read_text(encoding="utf-8"))
        assert [error.message for error in jsonschema.Draft202012Validator(kept).iter_errors(file)] == []


@pytest.mark.parametrize("name", KEPT)
def test_nothing_that_a_kept_schema_promises_is_taken_back(name: str) -> None:
    today = dict(objects(schema(name, FILES[name], SITE)))
    for place, kept in objects(KEPT[name]):
        assert place in today, f"{place} is gone"
        for promise in ("type", "enum", "const", "pattern", "required"):
            if promise in kept and isinstance(kept[promise], list):
                missing = set(kept[promise]) - set(today[place].get(promise, ()))
                assert not missing, f"{place}: {promise} has no {missing}"
                assert promise == "required" or kept[promise] == today[place][promise], f"{place}: {promise}"
            elif promise in kept and not isinstance(kept[promise], dict):
                assert kept[promise] == today[place].get(promise), f"{place}: {promise}"


@pytest.mark.parametrize("name", FILES)
def test_a_schema_lets_fields_be_that_it_does_not_name(name: str) -> None:
    closed = [
        place
        for place, part in objects(schema(name, FILES[name], SITE))
        if "properties" in part and "additionalProperties" in part
    ]
    assert closed == []
