"""The reader's plan on the page of one of its changes: its releases on the strip, how far the hop is, what is next."""

import json
import re

from playwright.sync_api import Page, expect

from tests.browser.planner_page import done, hop, steps

CHANGE = "releases/4.0/csrf-trusted-origins-scheme/"


def test_a_change_knows_the_plan_that_it_is_part_of(page: Page, site: str) -> None:
    page.goto(f"{site}upgrade/?from=3.2.12&to=4.1")
    hop(page, "4.0").locator("[data-tick='4.0/csrf-trusted-origins-scheme']").check()
    ticked, every = done(page, "4.0")
    assert (ticked, every > 10) == (1, True)
    first = steps(page).first.locator(".change-title").inner_text()
    page.goto(site + CHANGE)
    told = page.locator("[data-change]")
    expect(told).to_contain_text(f"From 3.2.12 to 4.1: hop to 4.0, 1 of {every} done. Next: {first}")
    assert page.locator(".strip th.in-plan").all_text_contents() == ["3.2", "4.0", "4.1"]
    assert page.locator(".strip th.plan-begins").all_text_contents() == ["3.2"]
    assert page.locator(".strip th.plan-ends").all_text_contents() == ["4.1"]
    told.get_by_role("link", name="From 3.2.12 to 4.1").click()
    page.wait_for_url(re.compile(r"from=3\.2\.12&to=4\.1.*#step-4-0-csrf-trusted-origins-scheme"))


def test_a_change_outside_of_the_plan_leads_to_the_planner(page: Page, site: str) -> None:
    page.goto(f"{site}upgrade/?from=4.2&to=5.0")
    page.goto(site + CHANGE)
    expect(page.locator("[data-change]")).to_have_text(re.compile("Choose where you are and where you go$"))
    assert page.locator(".strip th.in-plan").count() == 0


def test_what_is_kept_may_be_anything(page: Page, site: str) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(site + CHANGE)
    for kept in ("", "x", "3", "[]", '{"hops": 3}', '{"hops": [{}]}', json.dumps({"hops": [{"steps": [1]}]})):
        page.evaluate("kept => localStorage.setItem('atlas.plan', kept)", kept)
        page.reload()
    assert wrong == []
