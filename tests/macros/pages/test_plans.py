"""Guides say what to do before, with and after each hop, and how much of the official notes they know."""

import pytest

from atlas.facts.django import Facts
from macros.pages import plans
from tests.html_tables import text
from tests.macros.one_page import here_on
from tests.project import GOOD, Project


@pytest.fixture
def facts(project: Project) -> Facts:
    return Facts(project.root)


CHANGED = GOOD.replace("kind: deprecated", "kind: changed").replace("removed: 5.0\n", "")


def headings(drawn: str) -> list[str]:
    return [line for line in drawn.split("\n") if line.startswith("#")]


def test_a_hop_without_work_names_no_group(project: Project) -> None:
    assert headings(plans.hop(here_on(project), "4.0", "4.1")) == ["## 4.0 to 4.1 { #4-0-4-1 }"]


def test_each_group_of_a_hop_has_its_count_and_anchor(project: Project) -> None:
    project.write("4.1/warns")
    project.write("4.1/breaks", CHANGED.replace("Shelves close", "Doors close"))
    assert headings(plans.hop(here_on(project), "4.0", "4.1")) == [
        "## 4.0 to 4.1 { #4-0-4-1 }",
        "### With the switch (1) { #4-0-4-1-at }",
        "### Afterwards (1) { #4-0-4-1-after }",
    ]


def test_a_way_goes_hop_by_hop_and_ends_with_what_is_still_to_come(project: Project) -> None:
    project.write("3.2/warns")
    drawn = plans.way(here_on(project), "3.2", "4.1")
    assert [line for line in headings(drawn) if line.startswith("## ")] == [
        "## 3.2 to 4.0 { #3-2-4-0 }",
        "## 4.0 to 4.1 { #4-0-4-1 }",
        "## Still to come after 4.1 { #after-4-1 }",
    ]


def test_a_hop_says_which_python_and_database_have_to_rise(project: Project) -> None:
    said = text(plans.hop(here_on(project), "3.2", "4.0"))
    assert "3.8, 3.9, 3.10 run on both: move to one of them first, while still on 3.2" in said
    assert "PostgreSQL 9.6 must become 10 or newer" in said


def test_an_automatic_fix_is_named(project: Project) -> None:
    project.write("4.1/breaks", CHANGED.replace("fixer: manual", "fixer: utils_timezone"))
    said = text(plans.hop(here_on(project), "4.0", "4.1"))
    assert "django-upgrade rewrites the common form (utils_timezone)" in said


def test_notes_that_nobody_has_read_yet_are_counted_and_linked(project: Project) -> None:
    drawn = plans.hop(here_on(project), "4.0", "4.1")
    assert "118 of the 118 entries of Django’s own notes for 4.1 have no page here yet" in text(drawn)
    assert 'href="https://docs.djangoproject.com/en/6.1/releases/4.1/"' in drawn


def test_the_table_of_hops_says_how_much_of_the_notes_it_knows(project: Project, facts: Facts) -> None:
    unit = next(row.hash for row in facts.notes["4.1"] if row.unit)
    project.write("4.1/warns", GOOD.replace("covers: []", f"covers: [{unit}]"))
    assert "1 of 118" in text(plans.ways(here_on(project)))


def test_a_way_says_how_much_of_it_nobody_has_read(project: Project, facts: Facts) -> None:
    units = sum(row.unit for release in ("4.0", "4.1") for row in facts.notes[release])
    said = text(plans.unread(here_on(project), "4.0", "4.1"))
    assert (
        f"{units} of the {units} entries of Django’s own notes for 4.0 and 4.1 have no page here yet" in said
    )


def test_a_way_of_which_everything_is_read_says_nothing_about_it(project: Project, facts: Facts) -> None:
    hashes = [row.hash for release in ("4.0", "4.1") for row in facts.notes[release] if row.unit]
    project.write("4.1/warns", GOOD.replace("covers: []", f"covers: [{', '.join(map(repr, hashes))}]"))
    assert plans.unread(here_on(project), "4.0", "4.1") == ""


def test_a_hop_leads_to_the_settings_that_differ(project: Project) -> None:
    drawn = plans.hop(here_on(project), "4.2", "5.0")
    assert "Settings3 changed, 1 new, 3 gone" in text(drawn)
    assert 'reference/settings/?from=4.2&amp;to=5.0#every-setting"' in drawn
