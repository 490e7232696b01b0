"""The search answers from the first part of its index as soon as that has all words, and again with each behind it."""

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
        page.evaluate("first => { window.part = firstIndex(...first) }", first_part())
        yield page


def first_part() -> tuple[dict[str, list[str]], list[tuple[str, ...]]]:
    """What the first part has of the shelf, by columns, and the fields of those behind it."""
    return {name: [getattr(entry, name) for entry in SHELF] for name in FIRST}, list(LATER.values())


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
    shelf.evaluate("first => { window.fresh = firstIndex(...first) }", first_part())
    assert answer(shelf, "fresh", query)["sure"] is sure


def test_with_all_parts_it_answers_as_an_index_that_was_made_at_once(shelf: Page) -> None:
    for names in LATER.values():
        rows = [[getattr(entry, name) for name in names] for entry in SHELF]
        shelf.evaluate("rows => addPart(part, rows)", rows)
    for query in QUERIES:
        assert answer(shelf, "part", query) == answer(shelf, "index", query), query


@pytest.fixture
def slow(live_page: Page) -> Iterator[list[Route]]:
    """Requests for the rest of the index, which wait until a test lets them go."""
    held: list[Route] = []
    live_page.route("**/search/rest.js*", lambda route: held.append(route))
    yield held


def tops(page: Page) -> list[float]:
    """Where results begin, in pixels, once there are any."""
    results = page.locator(".md-search-result__item")
    results.first.wait_for()
    found: list[float] = results.evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    return found


def test_nothing_moves_when_summaries_come_behind_the_titles(
    live_page: Page, site: str, slow: list[Route]
) -> None:
    held: list[Route] = []
    live_page.route("**/search/said.js*", lambda route: held.append(route))
    with live_page.expect_request("**/search/said.js*"):
        live_page.goto(f"{site}?q=timezone.utc")
    first, teaser = tops(live_page), live_page.locator(".search-teaser").first
    expect(teaser).to_be_empty()
    held[0].continue_()
    expect(teaser).not_to_be_empty()
    assert tops(live_page)[:2] == first[:2]


def test_a_result_that_has_the_focus_keeps_it_when_results_are_drawn_again(
    live_page: Page, site: str, slow: list[Route]
) -> None:
    with live_page.expect_request("**/search/rest.js*"):
        live_page.goto(f"{site}?q=logout")
    links = live_page.locator(".md-search-result__link")
    links.first.wait_for()
    old = links.element_handles()
    live_page.keyboard.press("ArrowDown")
    live_page.keyboard.press("ArrowDown")
    chosen = live_page.evaluate("document.activeElement.pathname")
    slow[0].continue_()
    old[0].wait_for_element_state("hidden")
    assert chosen and live_page.evaluate("document.activeElement.pathname") == chosen


def test_a_name_is_answered_before_the_rest_is_there(live_page: Page, site: str, slow: list[Route]) -> None:
    with live_page.expect_request("**/search/rest.js*"):
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
