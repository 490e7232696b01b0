"""`make serve` in a real browser: an open page follows every edit by itself."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.preview.project_copy import Preview, copy_project

pytestmark = pytest.mark.slow

SOURCE = "docs/releases/4.1/logout-by-post.md"
PAGE = "releases/4.1/logout-by-post/"
AFTER_FRONT_MATTER = "\n---\n"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a copy of the project. Tests leave the copy as it was."""
    running = Preview(copy_project(tmp_path_factory.mktemp("project")))
    yield running
    running.interrupt()


@pytest.fixture
def opened(live_page: Page, preview: Preview) -> Page:
    """The change's page, read to the end of its load."""
    live_page.goto(f"http://{preview.address}{PAGE}")
    return live_page


def test_an_edited_page_is_loaded_again_and_the_reader_stays_where_they_are(
    opened: Page, preview: Preview
) -> None:
    opened.evaluate("window.scrollTo(0, 700)")
    with preview.edited(SOURCE, "removed: 5.0", "removed: 5.1"):
        expect(opened.locator(".facts").first).to_contain_text("5.1")
        opened.wait_for_function("document.readyState === 'complete'")
        assert opened.evaluate("window.scrollY") == 700


def test_an_edited_style_sheet_is_taken_up_without_loading_the_page(opened: Page, preview: Preview) -> None:
    opened.evaluate("window.untouched = true")
    with preview.edited("docs/assets/stylesheets/text.css", "{", "{ --zebra: 7;"):
        opened.wait_for_function(
            "[...document.styleSheets].some(one => [...one.cssRules].some(rule => rule.cssText.includes('--zebra')))"
        )
    assert opened.evaluate("window.untouched")


def test_a_mistake_takes_the_place_of_the_page_until_it_is_mended(opened: Page, preview: Preview) -> None:
    with preview.edited(SOURCE, "title: ", "title: ["):
        expect(opened.locator("h1")).to_have_text(f"{SOURCE} cannot be drawn")
        expect(opened.locator("pre")).to_contain_text(f"{SOURCE}:3: front matter: not valid YAML")
    expect(opened.locator(".sheet")).to_be_visible()


def test_what_the_checks_find_on_the_page_is_listed_below_it(opened: Page, preview: Preview) -> None:
    with preview.edited(SOURCE, AFTER_FRONT_MATTER, f"{AFTER_FRONT_MATTER}[a](../9.9/nothing.md)\n\n"):
        expect(opened.locator("#preview-problems")).to_contain_text("../9.9/nothing.md")
    expect(opened.locator("#preview-problems")).to_have_count(0)


def test_the_search_finds_what_has_just_been_written(opened: Page, preview: Preview) -> None:
    with preview.edited(SOURCE, AFTER_FRONT_MATTER, f"{AFTER_FRONT_MATTER}Quaggas.\n\n"):
        expect(opened.locator(".sheet")).to_contain_text("Quaggas.")
        opened.keyboard.press("/")
        opened.locator(".md-search__input").fill("quaggas")
        expect(opened.locator(".md-search-result__item").first).to_be_visible(timeout=120_000)
