"""From saving a file to seeing it: `make serve` on a copy of the project, a page of it open in Chromium."""

import re
import statistics
import time
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from tests.preview.project_copy import Preview, copy_project
from tools.browser import launch

SOURCE = "docs/releases/4.1/logout-by-post.md"
PAGE = "releases/4.1/logout-by-post/"
LAST = re.compile(r"\Z")
#: How the page tells that it shows the mark: in its text, in a style, or by a script.
IN_TEXT = "mark => document.body && document.body.innerText.includes(mark)"
IN_STYLE = (
    "mark => document.body && getComputedStyle(document.body).getPropertyValue('--mark').includes(mark)"
)
BY_SCRIPT = "mark => document.documentElement.dataset.mark === mark"
#: Seconds after which an edit counts as never seen.
PATIENCE = 60
#: Milliseconds between two looks. Playwright looks at each frame, which keeps half a core busy with the layout.
EVERY = 25


class Edit(NamedTuple):
    """What is replaced in a file, by a text in which MARK stands for a fresh word; and how that is seen."""

    path: str
    old: str | re.Pattern[str]
    new: str
    seen: str = IN_TEXT


EDITS = {
    "a change page": Edit(SOURCE, "\n---\n", "\n---\nMARK\n\n"),
    "a template of parts": Edit("macros/templates/pages/change/sheet.jinja", "</h1>", "</h1>MARK"),
    "a template of pages": Edit("overrides/change.html", "{% block content %}", "{% block content %}MARK"),
    "a style sheet": Edit("docs/assets/stylesheets/text.css", LAST, "body { --mark: MARK }", IN_STYLE),
    "a script": Edit(
        "docs/assets/javascripts/site/clipboard.js",
        LAST,
        'document.documentElement.dataset.mark = "MARK";\n',
        BY_SCRIPT,
    ),
    "a module of `macros`": Edit("macros/pages/change.py", "AREAS[change.area]", '"MARK"'),
    "a module of `atlas` that decides": Edit(
        "atlas/decide/impact.py", LAST, 'from atlas.words.vocabulary import AREAS\nAREAS["auth"] = "MARK"\n'
    ),
    "a module of `atlas` that records are read with": Edit(
        "atlas/words/vocabulary.py", LAST, 'AREAS["auth"] = "MARK"\n'
    ),
    "`mkdocs.yml`": Edit(
        "mkdocs.yml", "Upgrade Atlas for Django", "MARK", "mark => document.title.includes(mark)"
    ),
}


class Waits(NamedTuple):
    """Seconds. start: from the command to the first answer; edits: from saving to seeing, by kind, medians."""

    start: float
    edits: dict[str, float]


def measure(scratch: Path, runs: int) -> Waits:
    """Edit every kind of file so many times."""
    folder = scratch / "edited"
    folder.mkdir()
    copy_project(folder)
    began = time.perf_counter()
    preview = Preview(folder)
    assert preview.get("").status == 200
    start = time.perf_counter() - began
    try:
        with sync_playwright() as playwright:
            browser = launch(playwright)
            page = browser.new_page()
            page.goto(f"http://{preview.address}{PAGE}")
            edits = {kind: _median(preview, page, edit, runs) for kind, edit in EDITS.items()}
            browser.close()
    finally:
        preview.interrupt()
    return Waits(start, edits)


def _median(preview: Preview, page: Page, edit: Edit, runs: int) -> float:
    return statistics.median(_seconds(preview, page, edit, f"zebra{run}") for run in range(runs))


def _seconds(preview: Preview, page: Page, edit: Edit, mark: str) -> float:
    page.wait_for_function("document.readyState === 'complete'")
    with preview.edited(edit.path, edit.old, edit.new.replace("MARK", mark)):
        began = time.perf_counter()
        page.wait_for_function(edit.seen, arg=mark, timeout=PATIENCE * 1000, polling=EVERY)
        seconds = time.perf_counter() - began
    page.wait_for_function(
        f"mark => document.readyState === 'complete' && !({edit.seen})(mark)",
        arg=mark,
        timeout=PATIENCE * 1000,
        polling=EVERY,
    )
    return seconds


def section(waits: Waits, build: float) -> list[str]:
    """Lines of the report: seconds, and their ratio to those of building everything. build: seconds."""
    return [
        "## From saving a file to seeing it",
        "",
        "`make serve` and Chromium, against building the whole site.",
        "",
        "| edited | ratio | seen after |",
        "|---|---|---|",
        *_rows(waits, build),
    ]


def _rows(waits: Waits, build: float) -> list[str]:
    named = {"the command, to the first page": waits.start, **waits.edits}
    return [f"| {name} | {seconds / build:.3f} | {seconds:.2f} s |" for name, seconds in named.items()]
