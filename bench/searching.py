"""From opening a page over a slow line to the first result of a search, against a stock site of the same pages."""

import statistics
import time
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


class Waits(NamedTuple):
    """Seconds, medians: from opening the page, and from typing once the page has loaded, to the first result."""

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
    began = time.perf_counter()
    page.goto(url, wait_until="networkidle" if wait else "load", timeout=PATIENCE)
    if wait:
        began = time.perf_counter()
    page.locator(".md-search__input").click(timeout=PATIENCE)
    page.locator(".md-search__input").press_sequentially(QUERY)
    page.locator(RESULT).first.wait_for(timeout=PATIENCE)
    seconds = time.perf_counter() - began
    context.close()
    return seconds


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
    names = {"the page is opened": "opened", "somebody types, the page loaded": "typed"}
    pairs = ((name, getattr(ours, field), getattr(stock, field)) for name, field in names.items())
    return [f"| {name} | {one / other:.2f} | {one:.1f} s | {other:.1f} s |" for name, one, other in pairs]
