"""A plan is a link: what is chosen goes into the address and comes back from it, whatever people paste."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.planner_scripts import loaded_planner
from tests.building import ROOT
from tests.library import library_of

READ = """search => atlasPlanner.choice.read(search, {
  areas: ["admin", "gis", "postgresql"], products: ["PostgreSQL", "Oracle"], pythons: ["3.8", "3.10"],
}, {from: "3.2", to: from => atlasPlanner.choice.goalFrom(from, model)})"""


@pytest.fixture(scope="module")
def planner(browser: Browser) -> Iterator[Page]:
    with loaded_planner(browser, library_of(ROOT)) as page:
        yield page


def read(page: Page, search: str) -> dict[str, Any]:
    choice: dict[str, Any] = page.evaluate(READ, search)
    return choice


def test_without_an_address_the_plan_goes_to_the_newest_lts_release(planner: Page) -> None:
    choice = read(planner, "")
    assert (choice["from"], choice["to"], choice["see"], choice["problems"]) == ("3.2", "5.2", "should", [])


@pytest.mark.parametrize("start", ["5.2", "5.2.3", "6.0"])
def test_from_the_newest_lts_release_on_it_goes_to_the_newest_release(planner: Page, start: str) -> None:
    assert read(planner, f"?from={start}")["to"] == "6.1"


@pytest.mark.parametrize(
    "search",
    [
        "?from=3.2.12&to=4.1",
        "?from=2.2&to=6.1&see=new&without=gis,postgresql&python=3.8&postgresql=9.6&oracle=19c&today=1&q=a+b%26c",
    ],
)
def test_an_address_comes_back_as_it_was(planner: Page, search: str) -> None:
    assert planner.evaluate("choice => atlasPlanner.choice.write(choice)", read(planner, search)) == search


def test_the_form_without_scripts_writes_addresses_that_are_understood(planner: Page) -> None:
    choice = read(planner, "?from=3.2.12&to=4.1&see=must&python=&postgresql=&without=gis&without=admin")
    assert (choice["see"], choice["without"], choice["products"]) == ("must", ["admin", "gis"], {})


@pytest.mark.parametrize("text", ["Django 3.2.12", "django==3.2.12", " v3.2.12 "])
def test_a_version_is_understood_as_people_write_it(planner: Page, text: str) -> None:
    search = planner.evaluate("text => '?' + new URLSearchParams({from: text})", text)
    assert read(planner, search)["from"] == "3.2.12"


def test_a_python_may_be_a_patch_release(planner: Page) -> None:
    assert read(planner, "?python=3.10.4")["python"] == "3.10"


def test_what_makes_no_sense_is_said_and_left_out(planner: Page) -> None:
    choice = read(planner, "?python=snake&postgresql=<b>&see=everything&without=gis,<script>&today=yes")
    assert (choice["python"], choice["products"], choice["without"]) == ("", {}, ["gis"])
    assert (choice["see"], choice["today"]) == ("should", False)
    assert choice["problems"] == [
        "No Django here runs on Python “snake”: the plan takes any Python.",
        "“<b>” is no version of PostgreSQL: write it as 12 or 12.4.",
    ]
