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


def test_a_hop_without_work_is_only_the_hop_itself(project: Project) -> None:
    drawn = plans.hop(here_on(project), "4.0", "4.1")
    assert headings(drawn) == [
        "## 4.0 to 4.1 { #4-0-4-1 }",
        "### Run these (2) { #4-0-4-1-at }",
    ]
    assert "Install Django 4.0.10" in text(drawn)
    assert "Install Django 4.1.13" in text(drawn)


def test_each_group_of_a_hop_has_its_count_and_anchor(project: Project) -> None:
    project.write("4.1/few", GOOD.replace("Shelves close", "Lamps go out"))
    project.write("4.1/warns", GOOD.replace("impact: low", "impact: high"))
    project.write("4.1/breaks", CHANGED.replace("impact: low", "impact: high").replace("Shelves", "Doors"))
    assert headings(plans.hop(here_on(project), "4.0", "4.1")) == [
        "## 4.0 to 4.1 { #4-0-4-1 }",
        "### Run these (2) { #4-0-4-1-at }",
        "### Stops the site (1) { #4-0-4-1-before }",
        "### Warns (1) { #4-0-4-1-after }",
        "### Low impact (1) { #4-0-4-1-low }",
    ]


def test_an_address_of_before_leads_to_the_hop_where_its_heading_is_gone(project: Project) -> None:
    drawn = plans.hop(here_on(project), "4.0", "4.1")
    assert '<a id="4-0-4-1-before"></a><a id="4-0-4-1-after"></a>' in drawn


def test_what_to_type_stands_after_the_pins(project: Project) -> None:
    drawn = plans.hop(here_on(project), "4.0", "4.1")
    assert drawn.index("Install Django 4.1.13") < drawn.index("--target-version 4.1")
    assert "python -Wa manage.py test</code></pre>" in drawn


def test_what_few_projects_meet_is_folded_with_its_count_and_tier(project: Project) -> None:
    project.write("4.1/few", CHANGED)
    fold = (
        plans.hop(here_on(project), "4.0", "4.1")
        .partition('<details class="fold"')[2]
        .partition("</details>")[0]
    )
    assert "<summary>1 step</summary>" in fold
    assert text(fold).index("Stops") < text(fold).index("With 4.1")


def test_hops_follow_one_another_and_end_with_what_is_still_to_come(project: Project) -> None:
    project.write("3.2/warns")
    drawn = plans.hops(here_on(project), "3.2", "4.1")
    assert [line for line in headings(drawn) if line.startswith("## ")] == [
        "## 3.2 to 4.0 { #3-2-4-0 }",
        "## 4.0 to 4.1 { #4-0-4-1 }",
        "## Still to come after 4.1 { #after-4-1 }",
    ]
    assert "These warn on 3.2 already and still only warn on 4.1." in text(drawn)
    assert text(drawn).count("Install Django 4.0.10") == 1, "the second hop starts where the first one ends"


def test_a_hop_says_which_python_and_database_have_to_rise(project: Project) -> None:
    said = text(plans.hop(here_on(project), "3.2", "4.0"))
    assert "Python 3.8 to 3.10 run both 3.2 and 4.0. Move while still on 3.2" in said
    assert "Move from PostgreSQL 9.6 to 10 or newer" in said


def test_a_step_says_when_and_how_it_is_done(project: Project) -> None:
    project.write("4.1/breaks", CHANGED.replace("fixer: manual", "fixer: utils_timezone"))
    said = text(plans.hop(here_on(project), "4.0", "4.1"))
    assert (
        "Changed in 4.1 · only with the hop to 4.1 · django-upgrade rewrites the common form (utils_timezone)"
        in said
    )


def test_notes_that_nobody_has_read_yet_are_counted_and_linked(project: Project) -> None:
    drawn = plans.hop(here_on(project), "4.0", "4.1")
    assert "118 of the 118 entries of Django’s own notes for 4.1 have no page here yet." in text(drawn)
    assert 'href="https://docs.djangoproject.com/en/6.1/releases/4.1/"' in drawn


def test_the_table_of_hops_says_how_much_of_the_notes_it_knows(project: Project, facts: Facts) -> None:
    unit = next(row.hash for row in facts.notes["4.1"] if row.unit)
    project.write("4.1/warns", GOOD.replace("covers: []", f"covers: [{unit}]"))
    assert "1 of 118" in text(plans.hop_table(here_on(project)))


def test_a_path_says_how_much_of_it_nobody_has_read(project: Project, facts: Facts) -> None:
    units = sum(row.unit for release in ("4.0", "4.1") for row in facts.notes[release])
    said = text(plans.unread(here_on(project), "4.0", "4.1"))
    assert (
        f"{units} of the {units} entries of Django’s own notes for 4.0 and 4.1 have no page here yet" in said
    )


def test_a_path_of_which_everything_is_read_says_nothing_about_it(project: Project, facts: Facts) -> None:
    hashes = [row.hash for release in ("4.0", "4.1") for row in facts.notes[release] if row.unit]
    project.write("4.1/warns", GOOD.replace("covers: []", f"covers: [{', '.join(map(repr, hashes))}]"))
    assert plans.unread(here_on(project), "4.0", "4.1") == ""


def test_a_hop_leads_to_the_settings_that_differ(project: Project) -> None:
    drawn = plans.hop(here_on(project), "4.2", "5.0")
    assert "Settings3 changed, 1 new, 3 gone" in text(drawn)
    assert 'reference/settings/?from=4.2&amp;to=5.0#every-setting"' in drawn
