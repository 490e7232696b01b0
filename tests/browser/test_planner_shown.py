"""What a plan shows: what is looked for, support by the reader's clock, CVEs, gaps, new features, and paper."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.planner_page import HOSTED, LATER, hop, steps

pytestmark = pytest.mark.slow

OPEN = "3 of the 126 entries of Django’s own notes for 6.1 have no page here yet."


def test_words_and_today_narrow_the_plan(planner: Page) -> None:
    planner.get_by_role("searchbox", name="Find in this plan").fill("LogoutView")
    expect(planner.locator(f"#{LATER}")).to_be_visible()
    found = steps(planner).count()
    assert found < 5
    assert "q=LogoutView" in planner.url
    expect(planner.locator("#plan-status")).to_have_text(re.compile(rf"^{found} steps? shown\.$"))
    planner.get_by_role("searchbox", name="Find in this plan").fill("no step says this")
    expect(planner.get_by_text("No step of this plan fits.")).to_be_visible()
    planner.get_by_role("searchbox", name="Find in this plan").fill("")
    whole = planner.locator("#plan [data-step]").count()
    planner.get_by_role("checkbox", name="only what can be done today, on 3.2").check()
    assert 0 < planner.locator("#plan [data-step]:not([hidden])").count() < whole
    assert planner.locator("#step-switch-4-0").is_hidden()
    planner.reload()
    assert planner.locator("#step-switch-4-0").is_hidden()


def test_words_open_what_is_folded_while_they_are_looked_for(planner: Page) -> None:
    fold = planner.locator("#stop-4-0-low-fold")
    assert not fold.get_attribute("open")
    name = fold.locator("[data-step]").first
    planner.get_by_role("searchbox", name="Find in this plan").fill(str(name.get_attribute("data-step")))
    expect(name).to_be_visible()
    planner.get_by_role("searchbox", name="Find in this plan").fill("")
    expect(name).to_be_hidden()


def test_a_fold_that_the_reader_opened_is_open_when_he_comes_back(planner: Page) -> None:
    planner.locator("#stop-4-0-low-fold > summary").click()
    planner.locator("#stop-4-0-low-fold [data-step] a").first.click()
    planner.wait_for_url("**/releases/**")
    planner.go_back()
    expect(planner.locator("#stop-4-0-low-fold [data-step]").first).to_be_visible()


def test_a_step_among_those_of_low_impact_says_its_tier(planner: Page) -> None:
    badge = planner.locator("#stop-4-0-low-fold [data-step] .badge.tier").first
    assert badge.text_content() == "Stops"
    assert planner.locator("#stop-4-0-low-fold .impact").count() == 0


def test_support_follows_the_readers_clock(planner: Page) -> None:
    goal = planner.locator(".board tbody tr").last
    expect(goal).to_contain_text("Ended more than 2 years ago")
    planner.clock.set_fixed_time("2023-06-01T12:00:00Z")
    planner.reload()
    expect(goal).to_contain_text("Security fixes only until December 1, 2023")


def test_cves_lead_to_their_rows(planner: Page) -> None:
    planner.locator(".plan-cves summary").click()
    assert planner.locator(".plan-cves li").count() >= 12
    name = planner.locator(".plan-cves a").first.inner_text()
    planner.locator(".plan-cves a").first.click()
    expect(planner.locator(f"tr#{name.lower()}")).to_be_in_viewport()


def test_a_hop_whose_notes_nobody_has_read_says_so(page: Page, site: str) -> None:
    def unread(route: Route) -> None:
        script = route.fetch().text()
        newest = "atlasPlanner.data.hops.find(hop => hop.to === '6.1')"
        route.fulfill(body=f"{script}\nObject.assign({newest}.notes, {{open: 3, words: '{OPEN}'}});")

    page.route("**/planner/hops.js*", unread)
    page.goto(f"{site}upgrade/?from=6.0&to=6.1")
    expect(page.locator("#plan-head .plan-warning")).to_contain_text("not complete")
    expect(hop(page, "6.1").locator(".plan-warning")).to_contain_text(OPEN)
    official = hop(page, "6.1").get_by_role("link", name="the official notes")
    assert official.get_attribute("href") == "https://docs.djangoproject.com/en/6.1/releases/6.1/"


def test_new_features_come_when_they_are_asked_for(page: Page, address: str) -> None:
    page.goto(f"{address}?from=3.2&to=4.0")
    assert not page.evaluate("'features' in atlasPlanner")
    page.locator("#plan-more summary").click()
    page.get_by_role("radio", name="also new features").check()
    new = hop(page, "4.0").locator("[data-new]")
    expect(new.get_by_role("heading")).to_have_text(re.compile(r"New in 4\.0 \(\d+\)"))
    new.get_by_role("link").first.click()
    page.wait_for_url("**/releases/4.0/**")


def test_paper_is_a_checklist(planner: Page) -> None:
    planner.emulate_media(media="print")
    planner.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    later = planner.locator(f"#{LATER}")
    expect(later.get_by_role("checkbox")).to_be_visible()
    expect(planner.locator("#stop-4-0-low-fold [data-step]").last).to_be_visible()
    expect(later.get_by_text(f"{HOSTED}releases/4.1/logout-by-post/")).to_be_visible()
    for furniture in ("#plan-form", "#plan-tools", ".step__link", ".step__note", "#hop-by-hop"):
        assert not planner.locator(furniture).first.is_visible(), furniture
    planner.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert hop(planner, "4.1").get_attribute("open") is None
