"""Searches as readers type them, on the real pages: the right page is among the first three results, or the first.

Each query is typed into the box and answered by the worker behind it. Drawing the results takes ten times as long as
finding them, so the answer is read on its way to the box; for one query of each hand-full it is drawn as well, and
must be the same.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE

QUERIES = Path(__file__).parent / "search_queries.yml"
ROWS: list[dict[str, str]] = yaml.load(QUERIES.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
FIRST = 3
#: Of so many queries, one is drawn.
DRAWN_OF = 20
#: Before the scripts of the page: answers of the search's worker (Material's messages of type 3) go to `told`, and on
#: to the box only while they are to be drawn.
KEEP_ANSWERS = """
self.answers = { drawn: true, told: () => {} };
self.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", event => {
      if (event.data.type !== 3) return;
      if (!answers.drawn) event.stopImmediatePropagation();
      answers.told(event.data.data.items);
    });
  }
};
"""
#: Types a query that is not in the box yet; the paths of the pages that the worker finds, best first.
ANSWERED = """([query, patience]) => new Promise((done, fail) => {
  setTimeout(() => fail(new Error(`no answer to ${query}`)), patience);
  answers.drawn = false;
  answers.told = items => done(items.map(([{location: place}]) => new URL(place, new URL(base, location)).pathname));
  const base = JSON.parse(document.getElementById("__config").textContent).base + "/";
  const input = document.querySelector("input.md-search__input");
  input.value = query;
  input.dispatchEvent(new Event("input", { bubbles: true }));
})"""


@pytest.fixture(scope="module")
def box(browser: Browser, site: str) -> Iterator[Page]:
    """One page with the box open, its index read: only the whole of it can say that there is no such word."""
    page = browser.new_page()
    page.add_init_script(KEEP_ANSWERS)
    page.goto(f"{site}?q=xyzzyplugh")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Nothing found", timeout=PATIENCE)
    yield page
    page.close()


def answered(page: Page, query: str) -> list[str]:
    """Type a query; the paths of the first pages that the worker answers with."""
    found: list[str] = page.evaluate(ANSWERED, [query, PATIENCE])
    return found[:FIRST]


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
    page = row["page"]
    path = f"/{page}" if page.endswith("/") else f"/releases/{page}/"
    found = answered(box, row["query"])
    assert path in (found[:1] if row.get("leads") == "first" else found)


@pytest.mark.parametrize("query", [row["query"] for row in ROWS[::DRAWN_OF]])
def test_the_box_draws_what_the_worker_answers(box: Page, query: str) -> None:
    found = answered(box, query)
    assert drawn(box, query) == found


def test_there_are_enough_of_them_and_every_page_exists(built_site: Path) -> None:
    assert len(ROWS) >= 20
    for row in ROWS:
        folder = row["page"] if row["page"].endswith("/") else f"releases/{row['page']}"
        assert (built_site / folder / "index.html").is_file(), row
