"""The search answers from the first part of its index as soon as that has all words, and from the whole behind it."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from atlas.publish.search.index import FIRST, LATER
from tests.browser.search_scripts import loaded_search
from tests.browser.test_search_ranking import UTC_ERROR, labeled

pytestmark = pytest.mark.slow

SHELF = labeled()
QUERIES = [
    "logout",
    "utc",
    "value",
    UTC_ERROR,
    "405 Method Not Allowed",
    "CVE-2022-34265",
    "assertForm",
    "attribu",
]
TEXT_ALONE = "405 Method Not Allowed"


@pytest.fixture(scope="module")
def shelf(browser: Browser) -> Iterator[Page]:
    """A page with the shelf indexed as a whole (`index`), and its first part (`part`)."""
    with loaded_search(browser, SHELF) as page:
        columns = {name: [getattr(entry, name) for entry in SHELF] for name in FIRST}
        page.evaluate("([columns, later]) => { window.part = firstIndex(columns, later) }", [columns, LATER])
        yield page


def answer(page: Page, index: str, query: str) -> dict[str, Any]:
    """What one of the indexes answers."""
    found: dict[str, Any] = page.evaluate(f"query => search({index}, query)", query)
    return found


@pytest.mark.parametrize(
    ("query", "sure"),
    [
        ("logout", True),
        ("logou", True),
        ("logging out", True),
        (TEXT_ALONE, False),
        ("logout pytz", False),
        ("logoot", False),
    ],
)
def test_the_first_part_is_sure_of_an_answer_with_all_words(shelf: Page, query: str, sure: bool) -> None:
    shelf.evaluate(
        "([columns, later]) => { window.fresh = firstIndex(columns, later) }",
        [{name: [getattr(entry, name) for entry in SHELF] for name in FIRST}, LATER],
    )
    assert answer(shelf, "fresh", query)["sure"] is sure


def test_with_its_rest_it_answers_as_an_index_that_was_made_at_once(shelf: Page) -> None:
    rows = [[getattr(entry, name) for name in LATER] for entry in SHELF]
    shelf.evaluate("rows => addRest(part, rows)", rows)
    for query in QUERIES:
        assert answer(shelf, "part", query) == answer(shelf, "index", query), query


@pytest.fixture
def slow(live_page: Page) -> Iterator[list[Route]]:
    """Requests for the rest of the index, which wait until a test lets them go."""
    held: list[Route] = []
    live_page.route("**/search/rest.js*", lambda route: held.append(route))
    yield held


def test_a_name_is_answered_before_the_rest_is_there(live_page: Page, site: str, slow: list[Route]) -> None:
    live_page.goto(f"{site}?q=timezone.utc")
    expect(live_page.locator(".md-search-result__item").first).to_contain_text("4.1")
    assert len(slow) == 1


def test_a_word_of_running_text_is_answered_when_the_rest_is_there(
    live_page: Page, site: str, slow: list[Route]
) -> None:
    with live_page.expect_request("**/search/rest.js*"):
        live_page.goto(f"{site}?q=xyzzyplugh")
    said = live_page.locator(".md-search-result__meta")
    live_page.wait_for_timeout(500)
    expect(said).not_to_contain_text("Nothing found")
    slow[0].continue_()
    expect(said).to_contain_text("Nothing found")


def test_without_the_rest_the_first_part_still_answers(live_page: Page, site: str) -> None:
    live_page.route("**/search/rest.js*", lambda route: route.abort())
    live_page.goto(f"{site}?q=timezone.utc+xyzzyplugh")
    expect(live_page.locator(".md-search-result__item").first).to_contain_text("4.1")
