"""A requirement is proved by facts: the notes of releases and the metadata of the installed Django."""

import pytest

from atlas.claims.requirements import Minimums, check
from tests.desk import Desk

METADATA = {"4.0": {"Python": "3.8", "asgiref": "3.4.1"}, "4.1": {"Python": "3.8", "asgiref": "3.5.2"}}


@pytest.fixture
def said(desk):
    table: Desk = desk("4.0", "4.1", "4.2", "5.0")

    def judge(change: str, requires: str) -> str:
        table.write(change, kind="requirement", fixer="", requires=requires)
        library = table.library()
        minimums = Minimums(library.facts.releases, METADATA)
        return "\n".join(map(str, check(library.by_id[change], minimums)))

    return judge


def test_what_the_notes_state_passes(said):
    assert said("4.1/x", '{PostgreSQL: "11", MariaDB: "10.3"}') == ""


def test_what_the_metadata_states_passes(said):
    assert said("4.1/x", "{asgiref: 3.5.2}") == ""


def test_a_page_that_names_nothing_is_told_how_to(said):
    assert "requires: missing, and a requirement is proved by it; say what" in said("4.1/x", "")


def test_a_wrong_version_is_caught(said):
    assert 'claimed PostgreSQL 12, found 11; say `requires: {PostgreSQL: "11"}`' in said(
        "4.1/x", '{PostgreSQL: "12"}'
    )


def test_a_requirement_that_the_release_before_had_is_caught(said):
    words = "claimed that 4.1 asks for Python 3.8, but 4.0 does, too"
    assert words in said("4.1/x", '{Python: "3.8"}')


def test_an_unknown_name_is_caught_and_the_known_ones_are_listed(said):
    words = said("4.1/x", '{Postgres: "11"}')
    assert "nothing is known of 'Postgres' in 4.1, expected one of GDAL, " in words
    assert "PostgreSQL" in words


def test_a_dropped_library_asks_for_the_next_that_is_dropped_later(said):
    assert said("4.1/x", '{GDAL: "2.2"}') == ""
    assert "claimed GDAL 2.3, found 2.2" in said("4.1/x", '{GDAL: "2.3"}')


def test_the_newest_drop_asks_for_anything_newer(said):
    assert said("5.0/x", '{GDAL: "2.4"}') == ""
    assert "claimed GDAL 2.3, but 5.0 drops 2.2, 2.3" in said("5.0/x", '{GDAL: "2.3"}')
