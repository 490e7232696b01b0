"""From opening a page over a slow line to the first result of a search, against a stock site of the same pages."""

import statistics
from pathlib import Path
from typing import Final, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from bench.serving import Line, served
from tools.browser import launch

#: A slow phone's line: bits a second, and the seconds until anything comes back.
BITS, DELAY = 1_600_000, 0.15
QUERY: Final = "logout"
RESULT: Final = ".md-search-result__item"
PATIENCE: Final = 120_000
#: Notes when the first letter was typed and when there was a result, in milliseconds since the page was asked for.
WATCH: Final = """selector => {
  self.seen = {};
  addEventListener("input", () => { seen.typed = seen.typed ?? performance.now(); }, true);
  const look = () => {
    if (document.querySelector(selector)) seen.found = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}"""


class Waits(NamedTuple):
    """Seconds, medians, to the first result: since the page is opened, and since the first letter in a loaded page."""

    opened: float
    typed: float


def measure(site: Path, page: str, runs: int) -> Waits:
    """Search in a fresh browser context each time, so that nothing is in its cache. page: an address in the site."""
    with served(site, Line(BITS, DELAY)) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        opened = [_seconds(browser, f"{address}/{page}", wait=False) for _ in range(runs)]
        typed = [_seconds(browser, f"{address}/{page}", wait=True) for _ in range(runs)]
        browser.close()
    return Waits(statistics.median(opened), statistics.median(typed))


def _seconds(browser: Browser, url: str, wait: bool) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(url, wait_until="networkidle" if wait else "load", timeout=PATIENCE)
    page.evaluate(WATCH, RESULT)
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially(QUERY)
    page.wait_for_function("seen.found", timeout=PATIENCE)
    seen: dict[str, float] = page.evaluate("seen")
    context.close()
    return (seen["found"] - (seen["typed"] if wait else 0)) / 1000


def section(ours: Waits, stock: Waits) -> list[str]:
    """Lines of the report: ratio, seconds here, seconds of the stock site."""
    return [
        "## First result of a search",
        "",
        f"Over a line of {BITS / 1e6} Mbit/s with {DELAY * 1000:.0f} ms to the host, and nothing in the cache.",
        "",
        "| since | ratio | this | stock |",
        "|---|---|---|---|",
        *_rows(ours, stock),
    ]


def _rows(ours: Waits, stock: Waits) -> list[str]:
    names = {"the page is opened": "opened", "the first letter is typed, the page loaded": "typed"}
    pairs = ((name, getattr(ours, field), getattr(stock, field)) for name, field in names.items())
    return [f"| {name} | {one / other:.2f} | {one:.1f} s | {other:.1f} s |" for name, one, other in pairs]
