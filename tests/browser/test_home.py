"""The front page's three doors: decide, paste, drop. Its numbers are those of the plan."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from atlas.decide.answer import Answer, answers, cves_since
from atlas.decide.impact import rated
from atlas.decide.plan import hops
from atlas.decide.support import windows
from atlas.facts import default_files
from atlas.facts.django import Facts
from atlas.facts.proof_files import read as read_proofs
from atlas.records.library import load
from tests.browser.planner_page import title
from tests.browser.shapes import SCHEMES, WIDTHS
from tests.browser.weighing import first_view
from tests.building import ROOT

BUDGET = 90 * 1024
#: What the scripts count for versions and goals, and for a plan between two releases.
CVES = """pairs => pairs.map(([version, goal]) => {
  const field = document.getElementById("answer-from");
  const {day} = [...field.options].find(option => option.value === version).dataset;
  const {list} = document.querySelector(`[data-days="${goal}"]`).dataset;
  return list.split(" ").filter(one => one > day).length;
})"""
COUNTS = """pairs => pairs.map(([from, to]) => {
  const {state, plan} = atlasPlanner;
  const counts = {};
  plan.make({...state.choice, from, to}, state.model, null).hops.forEach(hop => hop.groups.forEach(group => {
    if (group.key !== "run") counts[group.key] = (counts[group.key] || 0) + group.steps.length;
  }));
  return counts;
})"""


@pytest.fixture(scope="module")
def found() -> Iterator[list[Answer]]:
    facts, proofs = Facts(ROOT), read_proofs(ROOT / "data/proof")
    path = hops(rated(load(ROOT)[0], proofs), default_files.load(facts.data))
    yield answers(facts, windows(facts), path, proofs)


def answer(page: Page, release: str) -> str:
    return page.locator(f'[data-answer="{release}"]').inner_text()


def test_a_reader_decides_and_comes_to_the_plan(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_label("I am on").select_option("3.2.12")
    shown = page.locator(".answer").filter(visible=True)
    expect(shown).to_have_count(1)
    expect(shown.locator(".verdict")).to_contain_text(
        "Django 3.2.12 has had no security fixes since April 1, 2024."
    )
    card = shown.locator(".card", has_text="Django 5.2 LTS")
    expect(card).to_contain_text("Security fixes only until April 2028")
    count = card.locator("[data-cves]").inner_text()
    assert int(count) == cves_since("3.2.12", "5.2", Facts(ROOT))
    card.get_by_role("link", name="The plan to 5.2").click()
    expect(title(page)).to_have_text("From Django 3.2.12 to 5.2")
    expect(page.locator(".plan-cves summary")).to_contain_text(f"{count} CVEs")


def test_what_was_chosen_is_there_on_the_next_visit(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_label("I am on").select_option("4.2.11")
    page.reload()
    expect(page.get_by_label("I am on")).to_have_value("4.2.11")
    assert page.locator('[data-answer="4.2"]').is_visible()
    assert page.locator("#support-timeline .chosen").get_attribute("data-release") == "4.2"
    page.goto(f"{site}upgrade/")
    expect(title(page)).to_have_text("From Django 4.2.11 to 5.2")


def test_the_verdict_follows_the_readers_clock(page: Page, site: str) -> None:
    page.clock.set_fixed_time("2028-02-01T12:00:00Z")
    page.goto(site)
    page.get_by_label("I am on").select_option("3.2.25")
    verdict = page.locator('[data-answer="3.2"] .verdict')
    expect(verdict).to_contain_text(
        "Django 3.2.25 has had no security fixes since April 1, 2024. Move to Django 5.2 LTS, which gets security"
        " fixes until April 2028. "
    )


def test_the_scripts_count_cves_as_python_does_for_every_version_and_target(
    page: Page, site: str, found: list[Answer]
) -> None:
    facts = Facts(ROOT)
    pairs = [
        (version, target.window.release)
        for one in found
        for target in one.targets
        for version in (one.window.release, *facts.patches_of(one.window.release))
    ]
    page.goto(site)
    assert page.evaluate(CVES, pairs) == [cves_since(version, goal, facts) for version, goal in pairs]


def test_the_numbers_of_a_column_are_those_of_the_plan(page: Page, site: str, found: list[Answer]) -> None:
    pairs = [(one.window.release, target.window.release) for one in found for target in one.targets]
    page.goto(f"{site}upgrade/?from=3.2&to=5.2")
    counted = page.evaluate(COUNTS, pairs)
    assert counted == [dict(target.counts) for one in found for target in one.targets]


def test_a_reader_pastes_what_broke(live_page: Page, site: str) -> None:
    live_page.goto(site)
    live_page.get_by_label("The error, the warning").fill(
        'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n'
        "ImportError: cannot import name 'url' from 'django.conf.urls'"
    )
    live_page.get_by_role("button", name="Find it").click()
    first = live_page.locator(".md-search-result__link").first
    first.click()
    live_page.wait_for_url(re.compile("conf-urls-url"))


def test_a_reader_drops_a_project(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Scan my project").click()
    expect(page.locator("#planner-scan .scan-box")).to_have_attribute("open", "")
    expect(page.locator("#planner-scan .panel-pick")).to_be_in_viewport()


def test_without_scripts_each_door_leads_to_a_page(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    expect(page.locator(".answer").filter(visible=True)).to_have_count(1)
    page.get_by_role("link", name="All messages as a list").click()
    expect(page.locator("h1")).to_contain_text("essages")
    page.goto(site)
    page.get_by_label("I am on").select_option("3.2.12")
    page.get_by_role("button", name="Show the plan").click()
    assert page.url == f"{site}upgrade/?from=3.2.12"
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_answer_is_free_of_barriers_and_fits(page: Page, site: str, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site)
    for release in ("3.2.12", "6.1"):
        page.get_by_label("I am on").select_option(release)
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        assert not found.violations_count, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_first_view_is_light(page: Page, site: str) -> None:
    assert 40_000 < first_view(page, site) <= BUDGET
