"""The published files hold every record, and what they hold fits the schemas published beside them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import BaseModel

from atlas.facts.proofs import PageProof, Proofs, SampleProof
from atlas.publish.models import FILES
from atlas.publish.rules_model import RuledChangeRow, RulesFile
from atlas.publish.write import RULES, write_api
from atlas.records.library import load
from atlas.scan import rules_file
from atlas.scan.rules import Catalog, Described
from tests.project import GOOD, NO_RULE, PLANNED, Project

TODAY = date(2026, 11, 21)
SITE = "https://atlas.example/"
NOTHING_RUN = Proofs({}, {})
RELEASE_PAGE = """\
---
title: Django 4.1
summary: What a release page needs to be one, and no more.
uncovered:
  932c7e31: It repeats what another entry says in other words.
  026d2478: A page came later and covers it, so it is no longer left out.
---
# Django 4.1
"""


def _publish(
    project: Project, folder: Path, today: date = TODAY, proofs: Proofs = NOTHING_RUN
) -> dict[str, Any]:
    library, problems = load(project.root)
    assert not problems
    written = write_api(library, proofs, today, folder, SITE)
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in written}


@pytest.fixture
def files(project: Project, tmp_path: Path) -> dict[str, Any]:
    project.write("4.1/sundays", GOOD.replace("covers: []", "covers: [026d2478]"))
    project.write("4.1/index", RELEASE_PAGE)
    return _publish(project, tmp_path / "site")


def test_a_change_is_published_with_all_that_its_record_says(files: dict[str, Any]) -> None:
    assert files["changes.json"] == {
        "version": 1,
        "generated": "2026-11-21",
        "changes": [
            {
                "id": "4.1/sundays",
                "url": "https://atlas.example/releases/4.1/sundays/",
                "title": "Shelves close on Sundays",
                "summary": "Asking for a shelf on a Sunday warns now and fails in the release after next.",
                "kind": "deprecated",
                "area": "auth",
                "release": "4.1",
                "removed": "5.0",
                "fix_from": "4.1",
                "impact": "low",
                "severity": None,
                "harm": None,
                "reach": None,
                "reach_measured": None,
                "silent": False,
                "symbols": ["django.contrib.auth.views.LogoutView"],
                "tickets": [15619],
                "cves": [],
                "fixer": "manual",
                "covers": ["026d2478"],
                "detectable": False,
                "proved": False,
                "statements": 0,
            }
        ],
    }


def test_a_release_is_published_with_its_dates_as_they_are_known(files: dict[str, Any]) -> None:
    releases = {row["release"]: row for row in files["releases.json"]["releases"]}
    assert releases["4.1"]["security_fixes_end"] == "2023-12-01"
    assert (releases["4.1"]["status"], releases["4.1"]["status_on"]) == ("ended", "2026-11-21")
    assert releases["4.1"]["pythons"]["3.11"] == "4.1.3"
    assert releases["4.1"]["coverage"] == {"total": 118, "covered": 1, "left_out": 1}
    assert releases["5.2"]["security_fixes_end"] == "2028-04"
    assert releases[PLANNED[0]]["planned"] and releases[PLANNED[0]]["notes_url"] is None


def test_an_entry_of_patch_notes_is_published_with_what_is_told_of_it(
    project: Project, tmp_path: Path
) -> None:
    told = '7d349854:\n  text: "`dbshell` on PostgreSQL runs again."\n  broke: 2.2\n'
    (project.root / "docs/releases/2.2").mkdir()
    (project.root / "docs/releases/2.2/patches.yml").write_text(told, encoding="utf-8")
    first, second, *_ = _publish(project, tmp_path / "site")["patch-notes.json"]["entries"]
    assert first == {
        "hash": "7d349854",
        "kind": "bugfix",
        "regression": True,
        "patches": ["2.2.1"],
        "cves": [],
        "tickets": [30307],
        "symbols": ["dbshell"],
        "text": "`dbshell` on PostgreSQL runs again.",
        "may_break": False,
        "broke": "2.2",
        "again": None,
        "change": None,
    }
    assert second["text"] is None


def test_a_unit_is_left_out_only_while_no_page_covers_it(files: dict[str, Any]) -> None:
    assert files["uncovered.json"] == {"932c7e31": "It repeats what another entry says in other words."}


@pytest.mark.parametrize("name", [*FILES, RULES])
def test_every_file_fits_the_schema_beside_it(files: dict[str, Any], name: str) -> None:
    schema = files[f"{name}.schema.json"]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(files[f"{name}.json"], schema, jsonschema.Draft202012Validator)
    assert schema["$id"] == f"https://atlas.example/api/v1/{name}.schema.json"


def test_the_file_of_rules_is_what_the_scanner_reads(project: Project, tmp_path: Path) -> None:
    project.write("4.1/sundays", GOOD.replace(NO_RULE, "detect: {name: django.conf.urls.url}\n"))
    _publish(project, tmp_path)
    catalog = rules_file.read(tmp_path / "api/v1/rules.json")
    assert catalog["site"] == SITE
    assert [change["rules"] for change in catalog["changes"]] == [[{"name": ["django.conf.urls.url"]}]]
    assert "undetectable" not in catalog["changes"][0]


@pytest.mark.parametrize(("model", "shape"), [(RulesFile, Catalog), (RuledChangeRow, Described)])
def test_the_schema_of_rules_has_the_fields_that_the_scanner_knows(
    model: type[BaseModel], shape: type[Any]
) -> None:
    needed = {name for name, field in model.model_fields.items() if field.is_required()}
    assert model.model_fields.keys() == shape.__annotations__.keys()
    assert needed | {"format"} == set(shape.__required_keys__) | {"format"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "improved"),
        ("area", "The garden"),
        ("impact", "huge"),
        ("release", "four"),
        ("covers", ["not-a-hash"]),
        ("tickets", ["15619"]),
    ],
)
def test_a_schema_refuses_what_no_record_may_hold(files: dict[str, Any], field: str, value: object) -> None:
    files["changes.json"]["changes"][0][field] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(files["changes.json"], files["changes.schema.json"])


def test_a_change_whose_samples_were_run_is_proved(project: Project, tmp_path: Path) -> None:
    project.write("4.1/sundays")
    run = Proofs({"4.1/sundays": PageProof({"Before": SampleProof("0123456789ab", ())})}, {})
    files = _publish(project, tmp_path / "site", proofs=run)
    assert files["changes.json"]["changes"][0]["proved"] is True


def test_new_things_have_no_impact_and_still_fit(project: Project, tmp_path: Path) -> None:
    text = GOOD.replace("kind: deprecated", "kind: added").replace("impact: low\nremoved: 5.0\n", "")
    project.write("4.1/news", text.replace("fixer: manual\n", ""))
    files = _publish(project, tmp_path / "site")
    assert files["changes.json"]["changes"][0]["impact"] is None
    jsonschema.validate(files["changes.json"], files["changes.schema.json"])


def test_the_day_of_the_build_is_the_only_thing_that_a_day_changes(project: Project, tmp_path: Path) -> None:
    one = _publish(project, tmp_path / "one")
    two = _publish(project, tmp_path / "two", date(2026, 11, 22))
    assert (one["changes.json"].pop("generated"), two["changes.json"].pop("generated")) == (
        "2026-11-21",
        "2026-11-22",
    )
    assert one["changes.json"] == two["changes.json"]


def test_the_same_records_and_day_give_the_same_bytes(project: Project, tmp_path: Path) -> None:
    project.write("4.1/sundays")
    for name in ("one", "two"):
        _publish(project, tmp_path / name)
    one, two = (sorted((tmp_path / name).rglob("*.json")) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
