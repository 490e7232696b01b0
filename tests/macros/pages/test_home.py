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
from tests.project import PLANNED, Project


def home(project: Project, today: date = TODAY) -> str:
    return article(Here(build_of(project, today=today), "index.md"), "<p>From the author.</p>")


def chosen(html: str, name: str) -> str | None:
    """The value that a select offers first."""
    select = html.partition(f'<select name="{name}"')[2].partition("</select>")[0]
    found = re.search(r" selected>([^<]+)<", select)
    return found[1] if found else None


def test_the_form_goes_to_the_planner_without_a_script(project: Project) -> None:
    html = home(project)
    assert '<form class="way" action="upgrade/" method="get">' in html
    assert chosen(html, "from") == "3.2"
    assert ">2.2</option>" in html
    assert ">3.2.12</option>" in html
    assert f">{PLANNED[0]}</option>" not in html, "nobody can be on a planned release"


def test_one_answer_is_shown_and_the_others_wait_for_the_reader(project: Project) -> None:
    html = home(project)
    found = re.findall(r'<div class="answer" data-answer="([\d.]+)"( hidden)?>', html)
    assert [release for release, hidden in found if not hidden] == ["3.2"]
    assert {release for release, _ in found} == set(Facts(project.root).releases)


def test_the_verdict_names_a_release_that_is_supported_on_the_day_and_its_reasons(project: Project) -> None:
    shown = text(home(project))
    assert "Django 3.2 has had no security fixes since April 1, 2024. Move to Django 5.2 LTS" in shown
    earlier = text(home(project, date(2023, 6, 1)))
    assert "Django 3.2 gets security fixes until April 1, 2024, and no other fixes. Plan the move" in earlier


def test_each_target_has_its_column_and_links_to_its_plan(project: Project) -> None:
    html = home(project)
    own = html.partition('data-answer="3.2"')[2].partition('<div class="answer"')[0]
    assert re.findall(r"<h3>.*?>Django ([^<]*)</a></h3>", own) == ["4.2 LTS", "5.2 LTS", "6.1"]
    assert 'href="upgrade/?from=3.2&amp;to=5.2"' in own
    shown = text(own)
    assert "6: 4.0, 4.1, 4.2, 5.0, 5.1, 5.2" in shown
    assert "Python 3.10, PostgreSQL 14" in shown


def test_releases_without_support_are_marked_in_the_list(project: Project) -> None:
    assert '<optgroup label="Django 4.1 (ended)" data-release="4.1"' in home(project)


def test_the_newest_security_releases_come_first_and_days_are_not_repeated(project: Project) -> None:
    days = security_days(Facts(project.root))
    assert len(days) == 3
    assert [day.when.first for day in days] == sorted({day.when.first for day in days}, reverse=True)
    for day in days:
        assert day.cves or day.patches
        assert all(version in url for version, url in day.patches)


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
