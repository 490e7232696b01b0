"""A change's entry holds everything that somebody may type to find it."""

import pytest

from atlas.facts.proof_files import page_proof
from atlas.publish.search.changes import entry_of_change
from atlas.publish.search.entry import Entry
from atlas.records.library import load
from tests.project import GOOD, Project

PROOF = page_proof(
    {
        "Before": {
            "key": "0123456789ab",
            "results": [
                {"releases": ["4.0"], "status": "ok", "output": "200"},
                {
                    "releases": ["4.1", "4.2"],
                    "status": "warns",
                    "messages": [
                        {"category": "RemovedInDjango50Warning", "text": "Close it\n  on Saturdays."}
                    ],
                },
                {
                    "releases": ["5.0"],
                    "status": "fails",
                    "error": {"type": "AttributeError", "text": "module 'shelf' has no attribute 'sunday'"},
                },
            ],
        }
    }
)


@pytest.fixture
def entry(project: Project) -> Entry:
    """The entry of one page that uses every field that can be searched."""
    project.write(
        "4.1/shelves",
        GOOD.replace("title: Shelves close", 'title: "`shelf.open()` closes"')
        .replace('"`shelf.open()` closes" on Sundays', '"`shelf.open()` closes on Sundays"')
        .replace(
            "tickets: [15619]",
            "tickets: [15619, 33953]\ncves: [CVE-2022-34265]\nkeywords: [weekend, day off]",
        )
        .replace("covers: []", "covers: []\ndetect:\n  - tag: [ifopen]\n  - setting: [OPENING_DAYS]"),
    )
    library, problems = load(project.root)
    assert not problems
    return entry_of_change(library.changes[0], "releases/4.1/shelves/", PROOF)


def test_the_result_can_show_release_and_kind(entry: Entry) -> None:
    assert (entry.release, entry.kind, entry.label) == ("4.1", "deprecated", "Deprecated")
    assert entry.location == "releases/4.1/shelves/"
    assert entry.title == "shelf.open() closes on Sundays"


def test_names_come_from_symbols_title_and_detection_rules(entry: Entry) -> None:
    assert entry.names.startswith("django.contrib.auth.views.LogoutView shelf.open()")
    assert "{% ifopen %}" in entry.names
    assert "OPENING_DAYS" in entry.names


def test_tickets_are_found_as_people_write_them_and_cves_whole(entry: Entry) -> None:
    assert entry.numbers == "ticket #15619 ticket #33953 CVE-2022-34265"


def test_facts_are_words(entry: Entry) -> None:
    assert entry.facts == (
        "Deprecated in Django 4.1 Authentication and passwords removed in Django 5.0 Low impact"
    )


def test_recorded_warnings_and_errors_stand_as_a_log_shows_them(entry: Entry) -> None:
    assert entry.messages.split("\n") == [
        "RemovedInDjango50Warning: Close it on Saturdays.",
        "AttributeError: module 'shelf' has no attribute 'sunday'",
    ]


def test_keywords_the_words_of_the_address_and_body_are_there(entry: Entry) -> None:
    assert entry.keywords == "shelves, weekend, day off"
    assert entry.text.startswith("Shelves rest. Whoever reads on Sundays. print(1)")


def test_what_is_empty_takes_no_place() -> None:
    assert Entry("about/", "About").row() == {"location": "about/", "title": "About"}
