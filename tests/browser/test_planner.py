"""The planner as a reader meets it: from 3.2.12 to 4.1, on the hosted site and from a copy on disk."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.clipboard import pasted
from tests.browser.planner_page import HOSTED, LATER, done, hop, steps, title


def test_a_person_walks_from_3_2_12_to_4_1(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address)
    page.get_by_label("I am on").select_option("3.2.12")
    page.get_by_label("I want to reach").select_option("4.1")
    expect(title(page)).to_have_text("From Django 3.2.12 to 4.1")
    assert page.url.endswith("?from=3.2.12&to=4.1")
    expect(page.locator(".board tbody strong")).to_have_text(
        ["Django 3.2.12", "Django 4.0.10", "Django 4.1.13"]
    )

    page.locator("#plan-more summary").click()
    all_steps = page.locator("#plan [data-step]")
    before = all_steps.count()
    page.get_by_role("checkbox", name="GIS", exact=True).uncheck()
    assert "without=gis" in page.url
    assert 0 < all_steps.count() < before

    first, second = (
        hop(page, "4.0").locator(f'[data-group="{key}"] [data-step]').first for key in ("run", "stops")
    )
    first.get_by_role("checkbox").check()
    second.get_by_role("checkbox").check()
    second.get_by_role("button", name="Add a note").click()
    page.keyboard.type("Ann looks after this")
    assert done(page, "4.0")[0] == 2

    page.reload()
    assert done(page, "4.0")[0] == 2
    expect(second.get_by_role("checkbox")).to_be_checked()
    expect(second.get_by_role("textbox")).to_have_value("Ann looks after this")
    assert "without=gis" in page.url

    second.get_by_role("link").first.click()
    page.wait_for_url("**/releases/4.0/**")
    page.go_back()
    expect(title(page)).to_have_text("From Django 3.2.12 to 4.1")
    assert done(page, "4.0")[0] == 2
    expect(second).to_be_in_viewport()

    with page.expect_download() as download:
        page.get_by_role("button", name="Save ticks and notes").click()
    kept = tmp_path / download.value.suggested_filename
    download.value.save_as(kept)
    assert len(json.loads(kept.read_text())["steps"]) == 2

    page.evaluate("localStorage.clear()")
    page.reload()
    assert done(page, "4.0")[0] == 0
    page.locator("#plan-file").set_input_files(kept)
    expect(page.locator("#plan-told")).to_have_text("Loaded 2 ticks and notes.")
    assert done(page, "4.0")[0] == 2
    expect(second.get_by_role("textbox")).to_have_value("Ann looks after this")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("from=4.1&to=3.2", "From 4.1 to 3.2 is a downgrade"),
        ("from=3.2&to=6.2", "Django 6.2 is planned and not out yet"),
        ("from=1.11&to=4.1", "There is no Django 1.11 here: this site knows 2.2 to 6.1."),
    ],
)
def test_where_there_is_no_way_a_sentence_says_why(page: Page, site: str, query: str, sentence: str) -> None:
    page.goto(f"{site}upgrade/?{query}")
    expect(page.locator("#plan-head .plan-warning")).to_contain_text(sentence)
    expect(page.locator("#plan-tools")).to_be_hidden()
    assert steps(page).count() == 0


def test_a_link_to_a_step_opens_the_plan_there(page: Page, address: str) -> None:
    page.goto(f"{address}?from=3.2.12&to=4.1#{LATER}")
    expect(page.locator(f"#{LATER}")).to_be_in_viewport()
    expect(page.locator(f"#{LATER}").get_by_role("checkbox")).to_be_focused()


def test_a_link_to_a_hop_opens_it_under_the_name_that_links_have_always_had(page: Page, address: str) -> None:
    page.goto(f"{address}?from=3.2.12&to=4.1#stop-4-1")
    expect(hop(page, "4.1")).to_have_attribute("open", "")
    expect(hop(page, "4.1").locator("summary").first).to_be_focused()
    assert hop(page, "4.1").get_attribute("id") == "stop-4-1"


def test_the_link_to_a_step_is_copied_as_the_hosted_one(planner: Page) -> None:
    hop(planner, "4.1").locator("summary").first.click()
    planner.locator(f"#{LATER}").get_by_role("link", name="Copy link to this step").click()
    expect(planner.locator("#plan-told")).to_have_text("Copied the link to this step.")
    assert pasted(planner) == f"{HOSTED}upgrade/?from=3.2.12&to=4.1#{LATER}"
    assert planner.url.endswith(f"#{LATER}")


def test_back_leads_to_the_plan_before(planner: Page) -> None:
    planner.get_by_label("I want to reach").select_option("4.2")
    expect(title(planner)).to_have_text("From Django 3.2.12 to 4.2")
    planner.go_back()
    expect(title(planner)).to_have_text("From Django 3.2.12 to 4.1")
    expect(planner.get_by_label("I want to reach")).to_have_value("4.1")


def test_a_link_further_down_the_page_leaves_the_plan_as_it_is(planner: Page) -> None:
    hop(planner, "4.1").locator("summary").first.click()
    planner.evaluate("location.hash = '#hop-by-hop'")
    expect(planner.locator("#hop-by-hop")).to_be_in_viewport()
    assert hop(planner, "4.1").get_attribute("open") is not None


def test_everything_can_be_done_by_keyboard_and_is_said_aloud(planner: Page) -> None:
    planner.get_by_label("I am on").focus()
    planner.keyboard.type("4.0.1")
    expect(title(planner)).to_have_text(re.compile(r"From Django 4\.0\.1\d* to 4\.1"))
    expect(planner.locator("#plan-status")).to_have_text(re.compile(r"^1 hop, .* \d+ steps\."))
    hop(planner, "4.1").locator("summary").first.focus()
    planner.keyboard.press("Enter")
    planner.keyboard.press("Enter")
    for _ in range(8):
        planner.keyboard.press("Tab")
        if planner.evaluate("document.activeElement.matches('[data-tick]')"):
            break
    planner.keyboard.press("Space")
    expect(planner.locator("#plan-status")).to_have_text(re.compile(r"^4\.0 to 4\.1: 1 of \d+ done$"))


def test_headings_go_down_step_by_step(planner: Page) -> None:
    levels = planner.locator(".md-content :is(h1, h2, h3, h4)").evaluate_all(
        "all => all.map(one => +one.tagName[1])"
    )
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_without_scripts_the_form_leads_to_the_guides(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}upgrade/")
    page.get_by_label("I am on").select_option("3.2.12")
    page.get_by_role("button", name="Show the plan").click()
    assert page.url == f"{site}upgrade/?from=3.2.12&to=5.2#hop-by-hop"
    expect(page.get_by_text("The planner itself needs JavaScript")).to_be_visible()
    assert not page.locator("#plan-more").is_visible()
    page.locator(".md-content table").get_by_role("link", name="4.1", exact=True).click()
    expect(page.locator('[id="4-0-4-1"]')).to_be_visible()
    context.close()
