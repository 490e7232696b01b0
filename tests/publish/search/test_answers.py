"""What the search knows of versions: the facts, said once for each release."""

from pathlib import Path

import pytest

from atlas.decide.requirements import requirements
from atlas.publish.search.answers import WORDS, answers
from atlas.records.library import Library, load


@pytest.fixture(scope="module")
def library() -> Library:
    return load(Path(__file__).parents[3])[0]


def test_every_minimum_of_every_release_is_said(library: Library) -> None:
    said = answers(library, flat=False)["needs"]
    for release, one in requirements(library.facts).items():
        assert said["Python"]["releases"][release][0] == f"Django {release} runs on Python {one.range}"
        for database in one.databases:
            title, _ = said[database.name]["releases"][release]
            assert title == f"Django {release} needs {database.name} {database.minimum} or newer"


def test_the_newest_release_for_a_python_or_a_database(library: Library) -> None:
    needs = answers(library, flat=False)["needs"]
    python = {version: release for version, release, _, _ in needs["Python"]["newest"]}
    assert (python["3.7"], python["3.9"], python["3.11"]) == ("3.2", "4.2", "5.2")
    assert [row[:2] for row in needs["MariaDB"]["newest"]][:2] == [("10.1", "3.0"), ("10.2", "4.0")]


def test_answers_lead_to_pages_of_the_offline_copy(library: Library) -> None:
    flat = answers(library, flat=True)
    assert flat["places"]["plan"] == "upgrade/index.html"
    assert flat["pages"]["PostgreSQL"]["4.2"] == "releases/4.2/postgresql-11-dropped.html"
    assert answers(library, flat=False)["pages"]["Python"]["4.1"] == "releases/4.1/python-versions/"


def test_words_of_questions_are_in_lower_case() -> None:
    assert all(words == words.lower() for words in WORDS.values())
