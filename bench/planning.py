"""The first plan in Chromium: how long its drawing takes, and the whole page against an empty page of the site."""

import statistics
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.serving import served
from tools.browser import launch

#: The usual way, and the longest one with everything to see.
PLANS = {
    "3.2.12 to 4.1": "upgrade/?from=3.2.12&to=4.1",
    "the oldest to the newest": "upgrade/?from=2.2&to=6.1&see=new&python=3.6&postgresql=9.6",
}
#: A page of the site with nothing on it but the frame.
EMPTY = "404.html"
#: Milliseconds from the data to the drawn plan that a laptop of the middle class may take.
BUDGET = 100
READ = """() => ({
  painted: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  drawn: (performance.getEntriesByName("atlas:first-plan")[0] || {duration: 0}).duration,
})"""


@dataclass(frozen=True)
class Opening:
    """Milliseconds: from the request to the first painting, and of these for drawing the plan."""

    painted: float
    drawn: float


def measure(site: Path, runs: int) -> dict[str, Opening]:
    """Medians by name of plan, and `empty` for an empty page. Pages are opened in turn, each in a fresh context."""
    pages = {**PLANS, "empty": EMPTY}
    found: dict[str, list[Opening]] = {name: [] for name in pages}
    with served(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        _open(browser, f"{address}/{EMPTY}")  # the first page of a browser pays for its start
        for _ in range(runs):
            for name, page in pages.items():
                found[name].append(_open(browser, f"{address}/{page}"))
        browser.close()
    return {name: _median(openings) for name, openings in found.items()}


def _open(browser: Browser, url: str) -> Opening:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(url)
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    read = page.evaluate(READ)
    context.close()
    return Opening(read["painted"], read["drawn"])


def _median(openings: list[Opening]) -> Opening:
    return Opening(
        statistics.median(one.painted for one in openings), statistics.median(one.drawn for one in openings)
    )


def section(openings: dict[str, Opening]) -> list[str]:
    """Lines of the report: the ratio of the first painting to that of an empty page, then milliseconds."""
    return [
        "## Planner",
        "",
        "First painting in Chromium, which has the plan in it, against that of an empty page of the site, and the",
        f"drawing of the plan alone, for which {BUDGET} ms are allowed.",
        "",
        "| plan | ratio | drawing | first painting |",
        "|---|---|---|---|",
        *_rows(openings),
    ]


def _rows(openings: dict[str, Opening]) -> list[str]:
    empty = openings["empty"].painted
    plans = {name: openings[name] for name in PLANS}
    return [
        f"| {name} | {one.painted / empty:.2f} | {one.drawn:.0f} ms | {one.painted:.0f} ms |"
        for name, one in plans.items()
    ]
