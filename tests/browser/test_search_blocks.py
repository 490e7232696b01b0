"""A block that is pasted into the search: each message in it has its page, and what no page knows is said."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.search_box import answered, place_of
from tests.words.answered import NOBODYS, PAGES, UNKNOWN
from tests.words.test_pasted import SAID, block

pytestmark = pytest.mark.slow

PASTE = """(box, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@pytest.mark.parametrize("name", SAID)
def test_every_message_of_a_block_has_its_page(box: Page, name: str) -> None:
    found = answered(box, block(name).strip().replace("\n", "⏎"))
    expected = [place_of(page) for page in PAGES[name]]
    assert found[: len(expected)] == expected
    assert len(SAID[name]) == 1 or found == expected


@pytest.mark.parametrize("error", NOBODYS)
def test_where_no_page_knows_an_error_the_first_line_says_so(box: Page, error: str) -> None:
    found = answered(box, error)
    assert found[0] == f"/{UNKNOWN}"
    assert len(found) <= 4


def test_a_block_is_pasted_into_the_box(live_page: Page, site: str) -> None:
    live_page.goto(site)
    box = live_page.locator("input.md-search__input")
    box.focus()
    box.evaluate(PASTE, block("unittest"))
    results = live_page.locator(".md-search-result__item")
    expect(results).to_have_count(3)
    expect(results.nth(0)).to_contain_text("'WSGIRequest' object has no attribute 'is_ajax'")
    expect(results.nth(0)).to_contain_text("line 7")
    expect(results.nth(2)).to_contain_text("No page here knows this message")
    expect(results.nth(2)).to_contain_text("405 != 200")
    live_page.keyboard.press("Enter")
    live_page.wait_for_url(re.compile("request-is-ajax"))


def test_a_block_is_pasted_into_the_door_of_the_front_page(live_page: Page, site: str) -> None:
    live_page.goto(site)
    live_page.get_by_label("The error, the warning").fill(block("checks"))
    live_page.get_by_role("button", name="Find it").click()
    results = live_page.locator(".md-search-result__item")
    expect(results).to_have_count(4)
    expect(results.nth(2)).to_contain_text("2 times")


def test_a_block_is_answered_from_disk(live_page: Page, offline_site: object) -> None:
    live_page.goto(f"file://{offline_site}/index.html")
    live_page.get_by_label("The error, the warning").fill(block("chained"))
    live_page.get_by_role("button", name="Find it").click()
    results = live_page.locator(".md-search-result__item")
    expect(results).to_have_count(2)
    expect(results.nth(1)).to_contain_text("No page here knows this message")
    results.nth(1).locator("a").first.click()
    expect(live_page.locator("h1")).to_contain_text("Messages")
