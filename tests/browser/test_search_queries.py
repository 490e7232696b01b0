"""Searches as readers type them, on the real pages: the right page is among the first three results."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

QUERIES = Path(__file__).parent / "search_queries.yml"
ROWS: list[dict[str, str]] = yaml.load(QUERIES.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
FIRST = 3


@pytest.fixture(scope="module")
def box(browser: Browser, site: str) -> Page:
    """One page with the box open, its index read: only the whole of it can say that there is no such word."""
    page = browser.new_page()
    page.goto(f"{site}?q=xyzzyplugh")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Nothing found", timeout=30_000)
    return page


def _first_pages(page: Page, query: str) -> list[str]:
    """Type a query, and wait for the results that belong to it; the paths of the first pages."""
    page.locator("input.md-search__input").fill("")
    page.locator(".md-search-result__item").first.wait_for(state="detached")
    page.locator("input.md-search__input").fill(query)
    page.locator(".md-search-result__item").first.wait_for()
    links = page.locator(".md-search-result__item > a:first-child").evaluate_all(
        "all => all.map(link => new URL(link.href).pathname)"
    )
    return list(links[:FIRST])


@pytest.mark.parametrize("row", ROWS, ids=[row["query"] for row in ROWS])
def test_the_right_page_is_among_the_first_three(box: Page, row: dict[str, str]) -> None:
    page = row["page"]
    path = f"/{page}" if page.endswith("/") else f"/releases/{page}/"
    assert path in _first_pages(box, row["query"])


def test_there_are_enough_of_them_and_every_page_exists(built_site: Path) -> None:
    assert len(ROWS) >= 20
    for row in ROWS:
        folder = row["page"] if row["page"].endswith("/") else f"releases/{row['page']}"
        assert (built_site / folder / "index.html").is_file(), row
