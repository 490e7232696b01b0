"""Pythons and databases of each release, and what rose since the one before."""

from pathlib import Path

import pytest

from atlas.decide.requirements import Requirements, all_databases, all_geo, all_pythons, requirements
from atlas.facts.django import Facts


@pytest.fixture(scope="module")
def needs(root: Path) -> dict[str, Requirements]:
    return requirements(Facts(root))


def test_a_python_that_a_patch_release_added_names_it(needs: dict[str, Requirements]) -> None:
    assert [(python.version, python.since) for python in needs["4.1"].pythons] == [
        ("3.8", ""),
        ("3.9", ""),
        ("3.10", ""),
        ("3.11", "4.1.3"),
    ]


def test_the_range_runs_from_the_oldest_to_the_newest_python(needs: dict[str, Requirements]) -> None:
    assert needs["3.2"].range == "3.6 to 3.10"


def test_pythons_that_a_release_no_longer_runs_on_are_named(needs: dict[str, Requirements]) -> None:
    assert needs["4.0"].gone == ("3.6", "3.7")
    assert needs["2.2"].gone == ()


def test_a_raised_minimum_is_marked_with_what_it_was(needs: dict[str, Requirements]) -> None:
    postgresql = needs["4.1"].databases[0]
    assert (postgresql.name, postgresql.minimum, postgresql.before) == ("PostgreSQL", "11", "10")
    assert postgresql.raised


def test_an_equal_minimum_is_not_raised_nor_one_that_is_new(needs: dict[str, Requirements]) -> None:
    raised = {database.name for database in needs["3.0"].databases if database.raised}
    assert raised == {"PostgreSQL", "Oracle"}


def test_lists_run_as_readers_look_for_them(root: Path) -> None:
    facts = Facts(root)
    assert all_pythons(facts)[:6] == ["3.5", "3.6", "3.7", "3.8", "3.9", "3.10"]
    assert all_databases(facts) == ["PostgreSQL", "MySQL", "MariaDB", "SQLite", "Oracle"]


def test_libraries_for_geographic_data_are_no_databases(root: Path, needs: dict[str, Requirements]) -> None:
    assert all_geo(Facts(root)) == ["GDAL", "GEOS", "PROJ", "PostGIS", "SpatiaLite"]
    assert [(library.name, library.minimum, library.dropped) for library in needs["4.1"].geo] == [
        ("GDAL", "", ("2.1",)),
        ("PostGIS", "", ("2.4",)),
    ]
