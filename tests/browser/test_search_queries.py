"""Searches as readers type them, on the real pages: the right page is among the first three results, or the first.

Each query is typed into the box and answered by the worker behind it. Drawing the results takes ten times as long as
finding them, so the answer is read on its way to the box; for one query of each hand-full it is drawn as well, and
must be the same.
"""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from tests.browser.search_box import answered, place_of

pytestmark = pytest.mark.slow

QUERIES = Path(__file__).parent / "search_queries.yml"
ROWS: list[dict[str, str]] = yaml.load(QUERIES.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
FIRST = 3
#: Of so many queries, one is drawn.
DRAWN_OF = 20


def drawn(page: Page, query: str) -> list[str]:
    """Type a query, and wait for the results that belong to it; the paths of the first pages as they are drawn."""
    page.evaluate("answers.drawn = true; answers.told = () => {}")
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
    found = answered(box, row["query"])[:FIRST]
    assert place_of(row["page"]) in (found[:1] if row.get("leads") == "first" else found)


@pytest.mark.parametrize("query", [row["query"] for row in ROWS[::DRAWN_OF]])
def test_the_box_draws_what_the_worker_answers(box: Page, query: str) -> None:
    found = answered(box, query)[:FIRST]
    assert drawn(box, query) == found


def test_there_are_enough_of_them_and_every_page_exists(built_site: Path) -> None:
    assert len(ROWS) >= 20
    for row in ROWS:
        assert (built_site / place_of(row["page"]).strip("/") / "index.html").is_file(), row
