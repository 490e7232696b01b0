"""The search box with the answers of its worker, read on their way to it: drawing them takes ten times as long."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE

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


@contextmanager
def open_box(browser: Browser, site: str) -> Iterator[Page]:
    """One page with the box open, its index read: only the whole of it can say that there is no such word."""
    page = browser.new_page()
    page.add_init_script(KEEP_ANSWERS)
    page.goto(f"{site}?q=xyzzyplugh")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Nothing found", timeout=PATIENCE)
    yield page
    page.close()


def place_of(page: str) -> str:
    """The path of a page that a list of queries names: the id of a change, or a path with a slash at its end."""
    return f"/{page}" if page.endswith("/") else f"/releases/{page}/"


def answered(page: Page, query: str) -> list[str]:
    """Type a query; the paths of all pages that the worker answers with, best first."""
    found: list[str] = page.evaluate(ANSWERED, [query, PATIENCE])
    return found
