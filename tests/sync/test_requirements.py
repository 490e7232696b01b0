"""Pythons and databases as the notes state them, and what is in force where they are silent."""

import pytest

from atlas.sync.errors import SyncError
from atlas.sync.requirements import dropped, in_force, pythons, stated_minimums
from atlas.sync.sources.rst import Document, parse

COMPATIBILITY = "Python compatibility\n====================\n\n"


def notes(*sentences: str) -> Document:
    return parse("docs/releases/4.1.txt", "=====\nNotes\n=====\n\n" + "\n\n".join(sentences) + "\n")


def test_a_python_added_later_names_the_patch_release() -> None:
    text = "Django 3.2 supports Python 3.6, 3.9, and 3.10 (as of\n3.2.9). We like the newest."
    assert pythons(notes(COMPATIBILITY + text), "3.2") == {"3.6": "3.2", "3.9": "3.2", "3.10": "3.2.9"}


def test_a_paragraph_without_pythons_is_refused() -> None:
    with pytest.raises(SyncError, match=r"4\.1\.txt:\d+: found no list of Pythons"):
        pythons(notes(COMPATIBILITY + "Any Python will do."), "4.1")


def test_notes_without_the_heading_are_refused() -> None:
    with pytest.raises(SyncError, match="no heading Python compatibility"):
        pythons(notes("Hello."), "4.1")


@pytest.mark.parametrize(
    ("sentence", "minimum"),
    [
        ("Django 4.1 supports PostgreSQL 11 and higher.", {"PostgreSQL": "11"}),
        ("It officially supports `MariaDB <https://example.org/>`_ 10.1 and\nhigher.", {"MariaDB": "10.1"}),
        ("Django 4.0 officially supports Oracle 19c.", {"Oracle": "19c"}),
        ("Django 3.0 officially supports Oracle 12.2 and 18c.", {"Oracle": "12.2"}),
        ("Django 2.0 officially supports Oracle 12.1+.", {"Oracle": "12.1"}),
        ("The minimum supported version of SQLite is increased from 3.8.3 to 3.9.0.", {"SQLite": "3.9.0"}),
        ("* Support for PROJ < 5 is removed.", {"PROJ": "5"}),
        ("Django 1.11 sets PostgreSQL 9.3 as the minimum version.", {"PostgreSQL": "9.3"}),
        ("Upstream support for PostgreSQL 10 ends in November 2022.", {}),
        ("* The minimum supported version of ``asgiref`` is increased from 3.4 to 3.5.", {}),
    ],
)
def test_minimums_are_read_as_django_words_them(sentence: str, minimum: dict[str, str]) -> None:
    assert stated_minimums(notes(sentence)) == minimum


def test_dropped_libraries_keep_each_their_versions() -> None:
    said = notes(
        "* Support for GDAL 2.0 and GEOS 3.5 is removed.", "* Support for PostGIS 2.1 is also dropped."
    )
    assert dropped(said) == {"PostGIS": ["2.1"], "GDAL": ["2.0"], "GEOS": ["3.5"]}


def test_a_minimum_stays_in_force_until_other_notes_state_one() -> None:
    found = in_force(
        {
            "4.0": notes("Django 4.0 supports MySQL 5.7 and higher."),
            "4.1": notes("Nothing."),
            "4.2": notes("Django 4.2 supports MySQL 8 and higher."),
        }
    )
    assert [(row["MySQL"].minimum, row["MySQL"].stated_in) for row in found.values()] == [
        ("5.7", "4.0"),
        ("5.7", "4.0"),
        ("8", "4.2"),
    ]


def test_a_minimum_is_forgotten_when_that_version_is_dropped() -> None:
    found = in_force(
        {
            "1.11": notes("* Support for SpatiaLite < 4.0 is dropped."),
            "2.1": notes("* Support for SpatiaLite 4.0 is removed."),
        }
    )
    assert found["1.11"]["SpatiaLite"].minimum == "4.0"
    assert "SpatiaLite" not in found["2.1"]
