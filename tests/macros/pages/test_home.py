"""The front page answers: where am I, where can I go, who still gets fixes."""

import re
from dataclasses import replace
from datetime import date

from atlas.facts.django import Facts
from atlas.facts.proofs import Environment, Proofs
from macros.build.here import Here
from macros.pages.home import article, security_days
from tests.html_tables import text
from tests.macros.one_page import PAGES, TODAY, build_of
from tests.project import GOOD, PLANNED, Project


def home(project: Project, today: date = TODAY) -> str:
    return article(Here(build_of(project, today=today), "index.md"), "<p>From the author.</p>")


def chosen(html: str, name: str) -> str | None:
    """The value that a select offers first."""
    select = html.partition(f'<select name="{name}">')[2].partition("</select>")[0]
    found = re.search(r'value="([^"]+)" selected', select)
    return found[1] if found else None


def test_the_form_goes_to_the_planner_without_a_script(project: Project) -> None:
    html = home(project)
    assert '<form class="way" action="upgrade/" method="get">' in html
    assert chosen(html, "from") == "3.2"
    assert 'value="2.2"' in html
    assert f'value="{PLANNED[0]}"' not in html, "nobody can be on a planned release"


def test_the_way_ends_at_a_release_that_is_supported_on_the_day(project: Project) -> None:
    assert chosen(home(project), "to") == "5.2"
    assert chosen(home(project, date(2024, 1, 1)), "to") == "4.2"


def test_both_central_releases_are_told_at_a_glance(project: Project) -> None:
    project.write("4.1/shelves", GOOD)
    shown = text(home(project))
    assert "Django 3.2 LTS Ended more than 2 years ago" in shown
    assert "Django 4.1 Ended more than 2 years ago" in shown
    assert re.search(r"Described here\s*1 deprecated", shown)


def test_nothing_is_called_complete_that_is_not(project: Project) -> None:
    assert "Every change of" not in text(home(project))


def test_the_newest_security_releases_come_first_and_days_are_not_repeated(project: Project) -> None:
    days = security_days(Facts(project.root))
    assert len(days) == 3
    assert [day.when.first for day in days] == sorted({day.when.first for day in days}, reverse=True)
    for day in days:
        assert day.cves or day.patches
        assert all(version in url for version, url in day.patches)


def test_the_page_says_how_much_of_djangos_notes_is_covered(project: Project) -> None:
    shown = text(home(project))
    assert re.search(
        r"Of \d+ entries in Django’s own release notes, 0 have a page here or a reason why not", shown
    )


def test_ways_in_lead_only_to_pages_that_exist(project: Project) -> None:
    assert "Django ticket number" not in home(project)
    with_tickets = replace(build_of(project), sources=frozenset({*PAGES, "reference/tickets.md"}))
    html = article(Here(with_tickets, "index.md"), "")
    assert '<a href="reference/tickets/">a Django ticket number</a>' in html


def test_what_the_author_writes_is_kept(project: Project) -> None:
    assert "<p>From the author.</p>" in home(project)


def test_the_age_of_the_facts_is_told_for_any_day_and_loudly_where_it_is_old(project: Project) -> None:
    runs = {
        "4.1": Environment("4.1.13", "3.10.4", "2026-03-01"),
        "4.2": Environment("4.2.1", "3.10.4", "2026-03-08"),
    }
    here = Here(build_of(project, proofs=Proofs({}, runs), today=date(2026, 3, 9)), "index.md")
    html = article(here, "")
    assert '<div class="facts-age" role="note" data-by-day>' in html
    assert "Facts and runs are of March 8, 2026, with Django" in html.partition("<template")[0]
    loud = html.partition('<template class="facts-age facts-age--old" data-begins="2026-04-23">')[2]
    assert "more than 45 days ago" in loud.partition("</template>")[0]
    old = article(replace(here, build=replace(here.build, today=date(2026, 6, 1))), "")
    assert '<div class="facts-age facts-age--old"' in old


def test_without_any_run_nothing_is_said_of_age(project: Project) -> None:
    assert "facts-age" not in home(project)
