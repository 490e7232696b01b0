"""Questions about versions: what the facts answer in the result list itself, on the reader's day."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from atlas.decide.support import windows
from atlas.facts.django import Facts
from tests.browser.search_scripts import loaded_search
from tests.building import ROOT

TODAY = "2026-11-21"


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    with loaded_search(browser, []) as page:
        yield page


def facts_for(page: Page, query: str, day: str = TODAY) -> list[dict[str, Any]]:
    """What the facts say to a query on a day."""
    found: list[dict[str, Any]] = page.evaluate("([query, day]) => factsFor(query, day)", [query, day])
    return found


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("django 4.2 postgres version", "Django 4.2 needs PostgreSQL 12 or newer"),
        ("postgres version django 4.2.11", "Django 4.2 needs PostgreSQL 12 or newer"),
        ("minimum mariadb django 5.2", "Django 5.2 needs MariaDB 10.5 or newer"),
        ("which sqlite3 does django 5.1 need?", "Django 5.1 needs SQLite 3.31.0 or newer"),
        ("does Django 4.2 support Python 3.12", "Django 4.2 runs on Python 3.8 to 3.12"),
        ("python for django 5.0", "Django 5.0 runs on Python 3.10 to 3.12"),
        ("newest django for python 3.9", "Django 4.2 is the newest that runs on Python 3.9"),
        ("newest django for python 3.9.2", "Django 4.2 is the newest that runs on Python 3.9.2"),
        ("django with postgresql 12.4", "Django 5.0 is the newest that runs on PostgreSQL 12.4"),
        ("mariadb 10.7", "Django 6.0 is the newest that runs on MariaDB 10.7"),
        ("mysql 8", "Django 6.1 is the newest that runs on MySQL 8, from 8.4 on"),
        ("mysql 8.0", "Django 6.0 is the newest that runs on MySQL 8.0, from 8.0.11 on"),
        ("mysql 8.0.40", "Django 6.0 is the newest that runs on MySQL 8.0.40"),
        ("oracle 19c", "Django 6.1 is the newest that runs on Oracle 19c"),
        ("supported mysql versions", "MySQL for each Django release"),
        ("is django 3.2 still supported", "Django 3.2 LTS is no longer supported."),
        ("5.2 end of life", "Django 5.2 LTS gets security fixes only."),
        ("upgrade 3.2 to 5.2", "The plan from Django 3.2 to 5.2"),
        ("from django 3.2.12 to django 4.2.30", "The plan from Django 3.2.12 to 4.2"),
    ],
)
def test_a_question_about_versions_is_answered(scripts: Page, query: str, title: str) -> None:
    assert [one["title"] for one in facts_for(scripts, query)] == [title]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "django 4.2",
        "oracle",
        "python",
        "python 2.7",
        "django 9.9 postgres version",
        "postgres full text search django 4.2",
        "upgrade 5.2 to 3.2",
        "3.2 4.2 5.2",
        "django 2.2 mariadb version",
        "timezone.utc",
        "support",
    ],
)
def test_what_facts_cannot_answer_they_do_not(scripts: Page, query: str) -> None:
    assert facts_for(scripts, query) == []


def test_the_answer_holds_on_the_readers_day(scripts: Page) -> None:
    said = [
        facts_for(scripts, "is 4.2 supported", day)[0]["title"] for day in ("2023-06-01", "2025-06-01", TODAY)
    ]
    assert said == [
        "Django 4.2 LTS is supported.",
        "Django 4.2 LTS gets security fixes only.",
        "Django 4.2 LTS is no longer supported.",
    ]
    newest = facts_for(scripts, "newest django for python 3.9", "2025-06-01")[0]["text"]
    assert newest == "Django 2.2 to 4.2 run on Python 3.9. Django 4.2 LTS gets security fixes only."


def test_every_release_has_an_answer_on_every_day(scripts: Page) -> None:
    for release, window in windows(Facts(ROOT)).items():
        if not window.planned:
            for day in ("2000-01-01", TODAY, "2099-01-01"):
                assert len(facts_for(scripts, f"{release} support", day)) == 1, (release, day)


def test_the_plan_is_chosen_in_the_address(scripts: Page) -> None:
    (found,) = facts_for(scripts, "3.2.12 to 4.1")
    assert found["location"] == "upgrade/?from=3.2.12&to=4.1"
    assert found["text"] == "One release at a time: 4.0, 4.1."
