"""The planner's scanner against the command line, over the same files: the standard library of this Python."""

import statistics
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.process import cost
from bench.serving import served
from tools.browser import launch

WAY = "upgrade/?from=2.2"
#: From the moment in which the browser hands the files over to the drawn plan: how long it took, and the longest
#: time for which the page could do nothing else.
WATCH = """() => {
  window.took = new Promise(resolve => {
    document.addEventListener("change", () => {
      const began = performance.now();
      let last = began, blocked = 0;
      const beat = () => {
        const now = performance.now();
        blocked = Math.max(blocked, now - last);
        last = now;
      };
      setInterval(beat, 1);
      document.addEventListener("atlas:scanned", () => setTimeout(() => {
        beat();
        resolve([(last - began) / 1000, blocked]);
      }));
    }, { capture: true, once: true });
  });
}"""


@dataclass(frozen=True)
class Comparison:
    """Medians: wall seconds of both from the pick to the result, and the page's longest block in milliseconds."""

    browser: float
    command: float
    blocked: float


def measure(root: Path, site: Path, runs: int) -> Comparison:
    """Scan with both, one after the other, in each run. site: the built site."""
    library = Path(sysconfig.get_paths()["stdlib"])
    command = [sys.executable, "-m", "atlas.scan", str(library), "--from", "2.2", "--format", "json"]
    taken, blocked, commanded = [], [], []
    with served(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for _ in range(runs):
            page = browser.new_page()
            page.goto(f"{address}/{WAY}")
            seconds, longest = _scan(page, library)
            page.close()
            taken.append(seconds)
            blocked.append(longest)
            commanded.append(cost(command, root, accept=(0, 1)).wall)
        browser.close()
    return Comparison(*map(statistics.median, (taken, commanded, blocked)))


def _scan(page: Page, folder: Path) -> tuple[float, float]:
    """Seconds from the pick to the drawn result, and the longest block in milliseconds."""
    page.locator(".scan-box > summary").click()
    page.locator(".scan input:enabled").first.wait_for()
    page.evaluate(WATCH)
    page.locator("input[webkitdirectory]").set_input_files(folder, timeout=600_000)
    seconds, longest = page.evaluate("took")
    return seconds, longest
