"""The search box as readers use it, in a real browser on the built site."""

import base64
import gzip
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Locator, Page, expect

from atlas.built.pages import read_page
from tests.browser.serving import QuietHandler, served, settle

CHANGE = "releases/4.1/logout-by-post/"
#: What a first view of a page may weigh in all, compressed, in bytes.
BUDGET = 90_000
TRACEBACK = """Traceback (most recent call last):
  File "manage.py", line 22, in <module>
    main()
  File "catalog/clock.py", line 3, in <module>
    now = timezone.utc
AttributeError: module 'django.utils.timezone' has no attribute 'utc'
"""


@pytest.fixture
def page(live_page: Page) -> Page:
    """Here the clock runs."""
    return live_page


def _box(page: Page) -> Locator:
    return page.locator("input.md-search__input")


def _results(page: Page) -> Locator:
    return page.locator(".md-search-result__item")


def _requests(page: Page, site: str) -> list[str]:
    """The addresses that the page asks for from now on, below the site's root."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    return asked


def test_the_index_is_read_when_the_box_is_opened_and_not_before(page: Page, site: str) -> None:
    asked = _requests(page, site)
    page.goto(f"{site}{CHANGE}")
    settle(page)
    assert not [address for address in asked if "search/index.js" in address]
    with page.expect_request("**/search/index.js*"):
        page.keyboard.press("/")
    expect(_box(page)).to_have_value("")
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.keyboard.type("log")
    expect(_results(page).first).to_be_visible()
    assert len([address for address in asked if "search/index.js" in address]) == 1


def test_the_first_view_of_a_change_stays_within_its_budget(page: Page, site: str) -> None:
    asked = _requests(page, site)
    page.goto(f"{site}{CHANGE}")
    settle(page)
    assert all(not address.startswith("http") for address in asked), "a request leaves the site"
    weights = {address: len(gzip.compress(urlopen(site + address).read(), 6)) for address in asked}
    assert sum(weights.values()) <= BUDGET, weights


def test_a_result_names_release_and_kind_and_leads_to_the_page_with_the_words_marked(
    page: Page, site: str
) -> None:
    page.goto(site)
    page.keyboard.press("/")
    _box(page).fill("django.utils.timezone.utc")
    first = _results(page).first
    expect(first.locator(".badge")).to_have_text(["4.1", "Deprecated"])
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}releases/4.1/timezone-utc/?h=django.utils.timezone.utc")
    expect(page.locator("mark[data-md-highlight]").first).to_have_text("django.utils.timezone.utc")


def test_results_can_be_reached_by_arrow_keys_and_left_by_escape(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    _box(page).fill("logout")
    expect(_results(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(_results(page).first).to_be_hidden()


def test_the_word_that_is_being_typed_is_suggested_and_taken_with_the_arrow_key(
    page: Page, site: str
) -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("assertFormE")
    expect(page.locator(".md-search__suggest")).to_have_text("assertFormError")
    page.keyboard.press("ArrowRight")
    expect(_box(page)).to_have_value("assertFormError")


def test_an_address_can_carry_the_query(page: Page, site: str) -> None:
    page.goto(f"{site}?q=%2315619")
    expect(_results(page).first).to_contain_text("Logging out takes a POST request")


def test_the_page_for_a_wrong_address_has_a_search_that_works(page: Page, site: str) -> None:
    page.goto(f"{site}releases/4.1/no-such-page/")
    page.locator("main input[name=q]").fill("timezone.utc")
    page.locator("main input[name=q]").press("Enter")
    expect(_results(page).first.locator(".badge").first).to_have_text("4.1")


def test_text_that_comes_without_a_key_is_searched_too(page: Page, site: str) -> None:
    page.goto(site)
    _box(page).fill("timezone.utc")
    expect(_results(page).first.locator("a").first).to_have_attribute(
        "href", f"{site}releases/4.1/timezone-utc/?h=timezone.utc"
    )


def test_of_a_pasted_traceback_the_error_is_searched(page: Page, site: str) -> None:
    page.goto(site)
    _box(page).focus()
    _box(page).evaluate(
        """(box, text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        TRACEBACK,
    )
    expect(_box(page)).to_have_value(TRACEBACK.strip().replace("\n", "⏎"))
    expect(_results(page).first).to_contain_text("has no attribute")
    expect(_results(page).first.locator("a").first).to_have_attribute(
        "href", re.compile("releases/4.1/timezone-utc/")
    )


def test_an_index_that_cannot_be_read_is_said_and_tried_again(page: Page, site: str) -> None:
    page.route("**/search/index.js*", lambda route: route.abort())
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("logout")
    expect(_results(page).first).to_contain_text("The search index could not be read")
    page.unroute("**/search/index.js*")
    _box(page).fill("logging out")
    expect(_results(page).first).to_contain_text("Logging out takes a POST request")


def test_without_a_result_the_box_says_what_can_be_searched_for(page: Page, site: str) -> None:
    page.goto(f"{site}?q=xyzzyplugh")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Nothing found")
    expect(_results(page)).to_have_count(0)


@pytest.fixture
def guarded_site(built_site: Path) -> Iterator[str]:
    """The site behind a Content-Security-Policy that knows its inline scripts by hash and lets nothing else in."""
    scripts = read_page("index.html", (built_site / "index.html").read_text(encoding="utf-8")).scripts
    hashes = " ".join(sorted(f"'sha256-{_digest(script)}'" for script in scripts))
    policy = (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:;"
        " connect-src 'self'; font-src 'self'; worker-src 'self'"
    )

    class Guarded(QuietHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

    with served(built_site, Guarded) as address:
        yield address


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def test_it_works_where_the_server_allows_nothing_but_its_own_files(page: Page, guarded_site: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(guarded_site)
    page.keyboard.press("/")
    page.keyboard.type("timezone.utc")
    expect(_results(page).first.locator(".badge").first).to_have_text("4.1")
    assert [text for text in said if "Content Security Policy" in text and "search" in text] == []
