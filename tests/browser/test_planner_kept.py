"""Ticks, notes and the reader's release are kept by the browser, and nothing of them is lost."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.planner_page import done, title

pytestmark = pytest.mark.slow


def test_a_tick_in_one_window_is_a_tick_in_the_other(planner: Page) -> None:
    other = planner.context.new_page()
    other.goto(planner.url)
    planner.locator("[data-tick]").first.check()
    expect(other.locator("[data-tick]").first).to_be_checked()
    assert done(other, "4.0")[0] == 1


def test_ticks_of_another_copy_of_the_site_are_kept(planner: Page) -> None:
    other = {
        "format": "atlas-progress",
        "version": 1,
        "steps": {"9.9/new": {"done": "2026-01-01", "note": ""}},
    }
    planner.evaluate("text => localStorage.setItem('atlas.progress', text)", json.dumps(other))
    planner.reload()
    planner.locator("[data-tick]").first.check()
    kept = json.loads(planner.evaluate("localStorage.getItem('atlas.progress')"))
    assert sorted(kept["steps"]) == ["9.9/new", "patch/3.2.25"]


def test_what_a_newer_site_wrote_is_not_overwritten(planner: Page) -> None:
    newer = '{"format": "atlas-progress", "version": 2, "steps": {}}'
    planner.evaluate("text => localStorage.setItem('atlas.progress', text)", newer)
    planner.reload()
    planner.locator("[data-tick]").first.check()
    expect(planner.locator("#plan-told")).to_contain_text("keeps no ticks")
    assert planner.evaluate("localStorage.getItem('atlas.progress')") == newer


def test_without_storage_ticks_last_until_the_page_is_closed(page: Page, site: str) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})")
    page.goto(f"{site}upgrade/?from=3.2.12&to=4.1")
    page.locator("[data-tick]").first.check()
    assert done(page, "4.0")[0] == 1
    expect(page.locator("#plan-told")).to_contain_text("save them to a file")


def test_the_plan_begins_where_the_reader_was(planner: Page, site: str) -> None:
    planner.get_by_label("I am on").select_option("4.1.7")
    planner.goto(f"{site}upgrade/")
    expect(title(planner)).to_have_text("From Django 4.1.7 to 5.2")
    planner.goto(site)
    planner.get_by_label("I am on").select_option("4.2")
    planner.get_by_role("button", name="Show the plan").click()
    planner.goto(f"{site}upgrade/")
    expect(title(planner)).to_have_text("From Django 4.2 to 5.2")
