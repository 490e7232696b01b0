"""The scan panel on a page of its own, opened from disk: without a site and a planner around it."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from atlas.publish.rule_data import FOLDER
from atlas.publish.scripts import write_script
from atlas.scan.rules import FORMAT
from atlas.scan.tables import TABLES
from macros.build.render import render
from tests.building import ROOT

DOCS = ROOT / "docs"
FRAME = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>Scan</title>
<link rel="stylesheet" href="assets/stylesheets/scan.css">
<h1>Plan</h1><section id="planner-scan" hidden>{panel}</section>
<script src="assets/javascripts/scan-worker.js"></script>
<script src="assets/javascripts/scan-panel.js"></script></html>
"""
#: What the planner answers when the panel asks for the range, and how a test sees what the panel told it.
PLANNER = """
window.atlasPlanner = { range: () => window.chosen };
window.results = [];
window.cleared = 0;
document.addEventListener("atlas:scanned", event => window.results.push(event.detail));
document.addEventListener("atlas:scan-cleared", () => window.cleared++);
"""
#: All rules of `tests/scan/rules.json` concern this way.
EVERYTHING = ("2.2", "7.0")

#: Scans one after another in a worker without a page: each with its rules, over files as rows of path and text.
SCANS = """async jobs => {
  const worker = new Worker(URL.createObjectURL(new Blob([`(${atlasScan.engine})()`])));
  const answer = () => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.type === "failed") reject(data.message);
      if (["wanted", "taken", "result"].includes(data.type)) resolve(data);
    };
  });
  const ask = message => {
    const answered = answer();
    worker.postMessage(message);
    return answered;
  };
  const found = [];
  for (const { rules, files } of jobs) {
    const run = found.length + 1;
    const rows = files.map(([path, text]) => [path, new File([text], path)]);
    worker.postMessage({ type: "rules", rules });
    await ask({ type: "paths", run, paths: files.map(([path]) => path), last: true });
    await ask({ type: "files", run, files: rows, done: 0, total: rows.length });
    found.push((await ask({ type: "scan", run, from: "1.0", to: "9999" })).hits);
  }
  return found;
}"""


class Beside:
    """Addresses of a page at the top of a site."""

    def file(self, path: str) -> str:
        """The path itself."""
        return path


def as_data(changes: list[dict[str, Any]], imports: dict[str, Any] | None = None) -> dict[str, Any]:
    """Changes with `id`, `necessary_by`, `rules` as the page's rules, in the form of `atlas.publish.rules.compact`."""
    rows = {}
    for change in changes:
        removed = change["necessary_by"] if change["necessary_by"] != change["id"].partition("/")[0] else None
        limits = {name: change.get(name) for name in ("exclude", "only_with")}
        row = {"rules": change["rules"], "removed": removed, **limits}
        rows[change["id"]] = {name: value for name, value in row.items() if value}
    return {"format": FORMAT, "tables": TABLES, "changes": rows, "imports": imports or {}}


def write_page(folder: Path, rules: dict[str, Any]) -> Path:
    """A page with the panel, and all that it loads."""
    for name in ("scan-worker", "scan-panel", "scan-engine"):
        write_script(ROOT, folder, name)
    (folder / "assets/stylesheets").mkdir()
    shutil.copy(DOCS / "assets/stylesheets/scan.css", folder / "assets/stylesheets")
    (folder / FOLDER / "rules.js").write_text(f"atlasScan.rules = {json.dumps(rules)};", encoding="utf-8")
    panel = render("pages/planner/scan.jinja", here=Beside())
    (folder / "index.html").write_text(FRAME.format(panel=panel), encoding="utf-8")
    return folder / "index.html"


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """The page with its panel open and ready."""
    page = browser.new_page()
    page.add_init_script(PLANNER)
    page.goto(address)
    page.locator(".scan-box > summary").click()
    page.locator(".scan input:enabled").first.wait_for()
    yield page
    page.close()


def choose(page: Page, start: str, end: str) -> None:
    """Choose a range, as the planner tells of it."""
    page.evaluate("([from, to]) => { window.chosen = { from, to } }", [start, end])
    page.evaluate("document.dispatchEvent(new Event('atlas:range'))")


def result(page: Page, number: int) -> dict[str, Any]:
    """What the panel told the planner, the number-th time, from 0."""
    page.wait_for_function("number => results.length > number", arg=number, timeout=120_000)
    told: dict[str, Any] = page.evaluate("number => results[number]", number)
    return told


def scan(page: Page, folder: Path, start: str = EVERYTHING[0], end: str = EVERYTHING[1]) -> dict[str, Any]:
    """Choose a range, pick a folder, and wait for what is told."""
    # Without telling the panel, which would scan once more what it holds.
    page.evaluate("([from, to]) => { window.chosen = { from, to } }", [start, end])
    before = page.evaluate("results.length")
    page.locator("input[webkitdirectory]").set_input_files(folder)
    return result(page, before)


def scan_each(page: Page, jobs: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The hits of scans without the panel: each with `rules` in the page's form, `files` as rows of path and text."""
    found: list[list[dict[str, Any]]] = page.evaluate(SCANS, jobs)
    return found
