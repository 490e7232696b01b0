"""A checklist pastes into a ticket as it is shown: items, links, ticks, and nothing that becomes markup."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import markdown
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.planner_scripts import loaded_planner
from tests.building import ROOT
from tests.library import library_of

URL = "https://atlas.example/releases/4.1/x/"
ITEM: dict[str, Any] = {
    "id": "4.1/x",
    "title": "`{% if %}` and a_b cost *more* [now]",
    "url": URL,
    "done": False,
    "note": "",
    "facts": ["high impact", "by hand"],
    "found": [],
    "impact": "high",
    "fixer": "",
}
#: A note that tries to be something else in each format.
NASTY = "=1+1\n- [ ] item | {color:red} *b* <img src=x> [l](javascript:1) @ann #1 ```"


@pytest.fixture(scope="module")
def planner(browser: Browser) -> Iterator[Page]:
    with loaded_planner(browser, library_of(ROOT)) as page:
        yield page


def written(page: Page, form: str, *items: dict[str, Any]) -> str:
    """A list with one section."""
    made = {"title": "From Django 3.2.12 to 4.1", "url": "https://atlas.example/upgrade/?from=3.2.12&to=4.1"}
    made["sections"] = [{"title": "3.2 to 4.0: stops the site", "items": items}]  # type: ignore[assignment]
    text: str = page.evaluate("([form, list]) => atlasPlanner.formats[form].write(list)", [form, made])
    return text


def test_markdown_is_a_task_list(planner: Page) -> None:
    more = {**ITEM, "title": "Plain", "done": True, "found": ["a.py:3", "b.py:4"], "note": "ask Ann"}
    assert written(planner, "markdown", ITEM, more) == (
        "## From Django 3.2.12 to 4.1\n\n"
        "<https://atlas.example/upgrade/?from=3.2.12&to=4.1>\n\n"
        "### 3.2 to 4.0: stops the site\n\n"
        rf"- [ ] [`{{% if %}}` and a\_b cost \*more\* \[now\]]({URL}): high impact, by hand" + "\n"
        f"- [x] [Plain]({URL}): high impact, by hand  \n"
        "  Found at a.py:3, b.py:4  \n"
        "  Note: ask Ann\n"
    )


def test_jira_is_a_list_with_links(planner: Page) -> None:
    assert written(planner, "jira", {**ITEM, "done": True, "note": "ask Ann"}) == (
        "h2. From Django 3.2.12 to 4.1\n\n"
        "[https://atlas.example/upgrade/?from=3.2.12&to=4.1]\n\n"
        "h3. 3.2 to 4.0: stops the site\n\n"
        rf"* (/) [\{{% if %\}} and a\_b cost \*more\* \[now\]|{URL}]: high impact, by hand" + "\n"
        "** Note: ask Ann\n"
    )


def test_plain_text_needs_no_markup(planner: Page) -> None:
    assert written(planner, "text", {**ITEM, "note": "ask Ann"}) == (
        "From Django 3.2.12 to 4.1\n=========================\n\n"
        "https://atlas.example/upgrade/?from=3.2.12&to=4.1\n\n"
        "3.2 to 4.0: stops the site\n--------------------------\n\n"
        "[ ] {% if %} and a_b cost *more* [now]: high impact, by hand\n"
        f"    {URL}\n"
        "    Note: ask Ann\n"
    )


def test_csv_is_read_by_a_spreadsheet(planner: Page) -> None:
    text = written(planner, "csv", {**ITEM, "note": 'say "no",\nthen go'})
    assert text.count("\r\n") == 2
    header, row = csv.reader(io.StringIO(text, newline=""))
    assert dict(zip(header, row, strict=True)) == {
        "Done": "no",
        "Where": "3.2 to 4.0: stops the site",
        "Step": "{% if %} and a_b cost *more* [now]",
        "Impact": "high",
        "What to know": "high impact, by hand",
        "Fixer": "",
        "Found at": "",
        "Note": 'say "no",\nthen go',
        "Address": URL,
    }


def test_an_importer_gets_an_epic_for_each_hop_with_tasks_below_it(planner: Page) -> None:
    sections = [
        {
            "title": "3.2 to 4.0: run these",
            "hop": "3.2 to 4.0",
            "commands": "git switch -c x",
            "items": [ITEM],
        },
        {
            "title": "3.2 to 4.0: warns",
            "hop": "3.2 to 4.0",
            "commands": "",
            "items": [{**ITEM, "done": True}],
        },
        {
            "title": "4.0 to 4.1: warns",
            "hop": "4.0 to 4.1",
            "commands": "",
            "items": [{**ITEM, "title": "=" * 300}],
        },
    ]
    made = {"title": "From 3.2 to 4.1", "url": URL, "sections": sections}
    text = planner.evaluate("list => atlasPlanner.formats.epics.write(list)", made)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [(row["Issue Type"], row["Issue Id"], row["Parent Id"], row["Status"]) for row in rows] == [
        ("Epic", "1", "", "To Do"),
        ("Task", "2", "1", "To Do"),
        ("Task", "3", "1", "To Do"),
        ("Task", "4", "1", "Done"),
        ("Epic", "5", "", "To Do"),
        ("Task", "6", "5", "To Do"),
    ]
    assert rows[1]["Description"] == "git switch -c x"
    assert rows[2]["Summary"] == "{% if %} and a_b cost *more* [now]"
    assert rows[2]["Description"].splitlines() == ["3.2 to 4.0: run these", "high impact", "by hand", URL]
    assert rows[5]["Summary"] == f"'{'=' * 254}…", "an apostrophe keeps it from being a formula"


@pytest.mark.parametrize("note", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1"])
def test_no_cell_is_a_formula(planner: Page, note: str) -> None:
    rows = list(csv.reader(io.StringIO(written(planner, "csv", {**ITEM, "note": note}), newline="")))
    assert rows[1][7] == f"'{note}"


def test_in_markdown_a_note_stays_text(planner: Page) -> None:
    text = written(planner, "markdown", {**ITEM, "title": "One", "note": NASTY}, {**ITEM, "title": "Two"})
    html = markdown.markdown(text, extensions=["pymdownx.tasklist"])
    assert html.count('<li class="task-list-item">') == 2
    assert html.count("<a href=") == 3
    for markup in ("<img", "<em>", "<strong>", "javascript:1)</a>", 'href="javascript'):
        assert markup not in html, markup


def test_in_jira_and_plain_text_a_note_stays_on_its_line(planner: Page) -> None:
    nasty = {**ITEM, "note": "a\nh1. Title\n* item\n{noformat}"}
    for form, last in (
        ("jira", r"** Note: a h1. Title \* item \{noformat\}"),
        ("text", "    Note: a h1. Title * item {noformat}"),
    ):
        assert written(planner, form, nasty).rstrip("\n").split("\n")[-1] == last


def test_a_found_place_is_data_as_well(planner: Page) -> None:
    text = written(planner, "markdown", {**ITEM, "found": ["[a](b).py:1\n# x"]})
    assert text.endswith("  \n  Found at \\[a\\](b).py:1 \\# x\n")
