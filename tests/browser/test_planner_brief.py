"""A hop as a brief for a coding agent: it needs nothing else, and says only what is left to do."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.clipboard import pasted
from tests.browser.planner_page import HOSTED, hop, ticket
from tests.browser.test_planner_scan import scanned

pytestmark = pytest.mark.slow

LOGOUT = "4.1/logout-by-post"


def brief(page: Page, release: str = "4.1") -> str:
    """The brief of a hop, as the window shows it."""
    one = hop(page, release)
    if one.get_attribute("open") is None:
        one.locator("summary").first.click()
    one.get_by_role("button", name="Brief for a coding agent").click()
    field = ticket(page).get_by_role("textbox")
    expect(field).to_have_value(re.compile("^# Upgrade"))
    text = field.input_value()
    page.keyboard.press("Escape")
    return text


def test_a_brief_has_everything_from_the_commands_to_what_shows_that_it_is_done(planner: Page) -> None:
    text = brief(planner)
    assert text.startswith(
        "# Upgrade Django from 4.0 to 4.1\n\nTake this project from Django 4.0.10 to 4.1.13"
    )
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings[:2] == ["Rules", "Run first"]
    assert headings[-1] == "Done when"
    commands = hop(planner, "4.1").locator(".run-block code").inner_text()
    assert f"```sh\n{commands}\n```" in text
    assert text.endswith("manage.py makemigrations --check --dry-run\npython -Wa manage.py test\n```\n")
    step = text[text.index(f"<{HOSTED}releases/{LOGOUT}/>") :].split("\n### ")[0]
    assert "Before: catalog/templates/catalog/account_menu.html:\n\n```html+django\n<a href=" in step
    assert "After: catalog/templates/catalog/account_menu.html:\n\n```html+django\n<form class=" in step


def test_after_a_scan_a_brief_has_the_places_and_nothing_that_was_not_found(planner: Page) -> None:
    scanned(planner, (LOGOUT, "shop/a.html", 7))
    text = brief(planner)
    assert "## In your code (1)" in text
    assert "- `shop/a.html:7`: `y`" in text
    assert text.count("\n### ") == planner.evaluate(
        """() => atlasPlanner.state.plan.hops[1].groups.filter(group => !["low", "absent"].includes(group.key))
          .flatMap(group => group.steps).filter(step => !step.absent).length"""
    )
    assert re.search(r"A scan looked for \d+ more changes and found none of them", text)


def test_a_brief_leaves_out_what_is_ticked_and_keeps_a_note(planner: Page) -> None:
    hop(planner, "4.1").locator("summary").first.click()
    step = planner.locator(f'[data-step="{LOGOUT}"]')
    step.get_by_role("button", name="Add a note").click()
    planner.keyboard.type("only in the shop")
    assert "Note: only in the shop" in brief(planner)
    step.get_by_role("checkbox").check()
    assert f"releases/{LOGOUT}/" not in brief(planner)


def test_a_brief_says_what_the_project_runs(page: Page, site: str) -> None:
    page.goto(f"{site}upgrade/?from=3.2&to=4.0&python=3.8&postgresql=12")
    assert "It runs Python 3.8, PostgreSQL 12." in brief(page, "4.0")


def test_a_brief_is_offered_for_a_whole_hop_alone(planner: Page) -> None:
    brief(planner)
    planner.get_by_role("button", name="Copy for a ticket").click()
    window = ticket(planner)
    assert not window.get_by_role("radio", name="brief for a coding agent").is_visible()
    assert window.get_by_role("radio", name="Markdown task list").is_checked()
    assert window.get_by_role("textbox").input_value().startswith("## From Django")


def test_without_the_samples_a_brief_links_to_them(planner: Page) -> None:
    def refused(route: Route) -> None:
        route.abort()

    planner.route("**/samples-4.1.js", refused)
    text = brief(planner)
    assert f"<{HOSTED}releases/{LOGOUT}/>" in text
    assert "<form class=" not in text


def test_a_brief_is_copied_as_it_is_shown_from_disk_as_well(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}?from=3.2.12&to=4.0")
    text = brief(page, "4.0")
    hop(page, "4.0").get_by_role("button", name="Brief for a coding agent").click()
    ticket(page).get_by_role("button", name="Copy", exact=True).click()
    expect(ticket(page).get_by_role("status")).to_have_text("Copied.")
    assert pasted(page) == text
    assert "file:" not in text
