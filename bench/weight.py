"""What a reader's browser fetches for the first view of a page, compressed as a server would send it."""

import gzip
from collections import Counter
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, Response, sync_playwright

from bench.serving import served
from tools.browser import launch

#: Bytes of the first view of a change page, compressed, that may not be exceeded (tests hold it too).
BUDGET: Final = 90 * 1024
#: Pages as readers come to them, by what they are.
PAGES: Final = {
    "a change": "releases/4.1/logout-by-post/",
    "the front page": "",
    "a release": "releases/4.1/",
    "the planner": "upgrade/",
    "all changes": "reference/changes/",
}


def first_views(site: Path, pages: dict[str, str]) -> dict[str, Counter[str]]:
    """By name of page, gzipped bytes by kind of resource (document, stylesheet, script, image, …)."""
    with served(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        found = {}
        for name, page in pages.items():
            context = browser.new_context()  # nothing is in its cache
            tab = context.new_page()
            seen = _responses(tab)
            tab.goto(f"{address}/{page}", wait_until="networkidle")
            weights: Counter[str] = Counter()
            for response in seen:
                weights[response.request.resource_type] += len(gzip.compress(response.body(), 6))
            found[name] = weights
            context.close()
        browser.close()
    return found


def _responses(tab: Page) -> list[Response]:
    """A list that fills with what a page gets."""
    seen: list[Response] = []

    def note(response: Response) -> None:
        seen.append(response)

    tab.on("response", note)
    return seen


def section(ours: dict[str, Counter[str]], stock: dict[str, Counter[str]]) -> list[str]:
    """Lines of the report: the ratio to the stock site, KiB in all, and KiB by kind of resource."""
    budget = f"What a browser fetches, gzipped KiB; a change may have {BUDGET // 1024}."
    return ["## First view", "", budget, "", *_rows(ours, stock)]


def _rows(ours: dict[str, Counter[str]], stock: dict[str, Counter[str]]) -> list[str]:
    kinds = sorted({kind for weights in ours.values() for kind in weights})
    head = f"| page | ratio | this | {' | '.join(kinds)} | stock |"
    lines = [head, "|---" * (len(kinds) + 4) + "|"]
    for name, weights in ours.items():
        other = stock[name].total()
        each = " | ".join(f"{weights[kind] / 1024:.1f}" for kind in kinds)
        total = weights.total()
        lines.append(f"| {name} | {total / other:.2f} | {total / 1024:.1f} | {each} | {other / 1024:.1f} |")
    return lines
