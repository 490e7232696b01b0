"""Releases in the form of endoflife.date's API: its fields, with the dates of this site."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from atlas.facts.django import Facts
from atlas.publish.endoflife import FOLDER, write_endoflife
from tests.project import PLANNED, Project

SITE = "https://atlas.example/"


@pytest.fixture
def folder(project: Project, tmp_path: Path) -> Path:
    write_endoflife(Facts(project.root), date(2024, 4, 2), tmp_path, SITE)
    return tmp_path / FOLDER


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_v0_lists_releases_newest_first_and_each_is_a_file(folder: Path) -> None:
    cycles = read(folder / "api/django.json")
    assert read(folder / "api/all.json") == ["django"]
    assert [cycles[0]["cycle"], cycles[-1]["cycle"]] == ["6.1", "2.2"]
    assert not {cycle["cycle"] for cycle in cycles} & set(PLANNED)
    (found,) = [cycle for cycle in cycles if cycle["cycle"] == "4.1"]
    assert found == read(folder / "api/django/4.1.json")
    assert found == {
        "cycle": "4.1",
        "releaseDate": "2022-08-03",
        "support": "2023-04-05",
        "eol": "2023-12-01",
        "latest": "4.1.13",
        "latestReleaseDate": "2023-11-01",
        "link": "https://docs.djangoproject.com/en/6.1/releases/4.1.13/",
        "lts": False,
    }


def test_v1_says_what_holds_on_the_day_of_the_build_and_names_that_day(folder: Path) -> None:
    answer = read(folder / "api/v1/products/django/releases/4.2/index.json")
    assert answer["generated_at"] == "2024-04-02T00:00:00Z"
    found = answer["result"]
    assert (found["label"], found["isLts"], found["latest"]["name"][:4]) == ("4.2 LTS", True, "4.2.")
    assert (found["isEoas"], found["isEol"], found["isMaintained"]) == (True, False, True)
    product = read(folder / "api/v1/products/django/index.json")["result"]
    assert found in product["releases"]
    newest = read(folder / "api/v1/products/django/releases/latest/index.json")["result"]
    assert newest == product["releases"][0]


def test_a_month_without_a_day_ends_with_its_last_day(folder: Path) -> None:
    found = read(folder / "api/django/6.1.json")
    assert (found["support"], found["eol"]) == ("2027-04-30", "2027-12-31")


def test_every_list_leads_to_the_product(folder: Path) -> None:
    links = read(folder / "api/v1/index.json")["result"]
    assert [one["name"] for one in links] == ["products", "categories", "tags"]
    for place in ("products", "categories/framework", "tags/framework"):
        answer = read(folder / f"api/v1/{place}/index.json")
        assert (answer["total"], answer["result"][0]["name"]) == (1, "django")
    (one,) = read(folder / "api/v1/products/full/index.json")["result"]
    assert len(one["releases"]) >= 12


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("cycles", "api/django.json"),
        ("cycle", "api/django/4.2.json"),
        ("product", "api/v1/products/django/index.json"),
        ("release", "api/v1/products/django/releases/4.2/index.json"),
        ("list", "api/v1/index.json"),
        ("list", "api/v1/products/full/index.json"),
    ],
)
def test_an_answer_fits_the_schema_beside_it(folder: Path, schema: str, name: str) -> None:
    described = read(folder / f"{schema}.schema.json")
    assert described["$id"] == f"{SITE}endoflife/{schema}.schema.json"
    jsonschema.Draft202012Validator(described).validate(read(folder / name))
