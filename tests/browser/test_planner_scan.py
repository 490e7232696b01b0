"""What a scan of the reader's code found stands at the steps of the plan; what it did not find is folded away."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from atlas.words.vocabulary import SEVERITIES

pytestmark = pytest.mark.slow

NOTHING: dict[str, Any] = {"django": None, "python": None, "sources": []}


@pytest.fixture
def planner(page: Page, site: str) -> Page:
    page.goto(f"{site}upgrade/?from=3.2.12&to=4.1")
    return page


def scanned(page: Page, *hits: tuple[str, str, int], **proposals: Any) -> None:
    """Say what the scanner says."""
    detail = {
        "hits": [
            {"change": change, "path": path, "line": line, "column": 1, "what": "x", "source": "y"}
            for change, path, line in hits
        ],
        "files": 3,
        "unread": [],
        "proposals": {**NOTHING, **proposals},
    }
    page.evaluate("detail => document.dispatchEvent(new CustomEvent('atlas:scanned', {detail}))", detail)


def with_rule(page: Page, detect: bool) -> list[str]:
    """Ids of changes at the first hop that have a rule, or none."""
    found: list[str] = page.evaluate(
        """detect => atlasPlanner.state.plan.hops[0].groups.flatMap(group => group.steps)
          .filter(step => step.change && Boolean(step.change.detect) === detect).map(step => step.id)""",
        detect,
    )
    return found


def test_a_step_names_the_places_in_the_readers_code(planner: Page) -> None:
    name = with_rule(planner, True)[0]
    scanned(planner, *((name, f"shop/<b>{line}.py", line) for line in range(1, 8)))
    step = planner.locator(f'[data-step="{name}"]')
    expect(step).to_contain_text("Found in 7 places:")
    expect(step.locator("code", has_text="shop/<b>1.py:1")).to_be_visible()
    expect(step).to_contain_text("and 2 more")


def test_what_was_not_found_is_folded_away_and_still_there(planner: Page) -> None:
    first, second = with_rule(planner, True)[:2]
    scanned(planner, (first, "a.py", 1))
    step = planner.locator(f'[data-step="{second}"]')
    expect(step).to_be_hidden()
    planner.get_by_text("Not found in your project (").first.click()
    expect(step).to_be_visible()
    expect(step.get_by_role("checkbox")).not_to_be_checked()


def test_a_step_without_a_rule_is_to_be_checked_by_hand(planner: Page) -> None:
    name = with_rule(planner, False)[0]
    scanned(planner)
    expect(planner.locator(f'[data-step="{name}"]')).to_contain_text("No rule can find it: check by hand.")


def test_the_answer_counts_what_was_found_and_what_is_left_to_the_reader(planner: Page) -> None:
    first, second = with_rule(planner, True)[:2]
    scanned(planner, (first, "a.py", 1), (first, "b.py", 1), (second, "a.py", 9))
    said = planner.locator(".plan-scanned").inner_text()
    assert said.startswith("In your code: 2 changes found. ")
    hand, absent = (planner.locator(selector).count() for selector in (".step__found--hand", ".absent .step"))
    assert said.endswith(
        f"Look yourself: {hand}. {absent} changes were looked for and not found, and are not counted."
    )


def test_every_total_leaves_out_what_was_looked_for_in_vain(planner: Page) -> None:
    first, second = with_rule(planner, True)[:2]
    scanned(planner, (first, "a.py", 1), (second, "a.py", 9))
    work = planner.locator("#plan .step:has([data-tick])").evaluate_all(
        "all => all.filter(one => !one.closest('.absent')).length"
    )
    total = planner.locator(".board tfoot tr").last
    numbers = [int(one) for one in total.locator("td:not(.board__done, .board__found)").all_inner_texts()]
    assert sum(numbers) == work
    expect(total.locator(".board__found")).to_have_text("2")
    expect(total.locator(".board__done")).to_have_text(f"0 of {work} done")
    expect(planner.locator("#plan-head .lead")).to_contain_text(f"and {work} steps.")
    hops = planner.locator(".board tbody .board__found").all_inner_texts()
    assert sum(map(int, hops)) == 2


def test_a_scanned_hop_begins_with_what_is_in_the_code_worst_first(planner: Page) -> None:
    by_tier = planner.evaluate(
        """() => Object.fromEntries(["low", "differs", "stops"].map(key => [key, atlasPlanner.state.plan.hops[0].groups
          .find(group => group.key === key).steps.find(step => step.change.detect).id]))"""
    )
    scanned(planner, *((name, "a.py", 1) for name in by_tier.values()))
    groups = planner.locator("#stop-4-0 [data-group]:not([hidden])")
    keys = groups.evaluate_all("all => all.map(one => one.dataset.group)")
    assert [key for key in keys if key not in {"rewritten"}] == ["run", "found", "hand", "low", "absent"]
    found = planner.locator('#stop-4-0 [data-group="found"] [data-step]')
    badges = [one.locator(".tier").inner_text() for one in found.all()]
    order = [term.label for term in SEVERITIES.values()]
    assert badges == sorted(badges, key=order.index)
    assert found.evaluate_all("all => all.map(one => one.dataset.step)")[0] == by_tier["stops"]


def test_the_line_of_code_stands_at_its_place(planner: Page) -> None:
    name = with_rule(planner, True)[0]
    scanned(planner, (name, "a.py", 1))
    expect(planner.locator(f'[data-step="{name}"] .step__found samp')).to_have_text("y")


def test_paper_leaves_out_what_was_looked_for_in_vain(planner: Page) -> None:
    scanned(planner, (with_rule(planner, True)[0], "a.py", 1))
    planner.emulate_media(media="print")
    planner.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert planner.locator(".absent [data-step]").count()
    assert planner.locator(".absent [data-step]").filter(visible=True).count() == 0


def test_places_go_into_the_ticket(planner: Page) -> None:
    name = with_rule(planner, True)[0]
    scanned(planner, (name, "shop/views.py", 12))
    planner.get_by_role("button", name="Copy for a ticket").click()
    assert "Found at shop/views.py:12" in planner.get_by_label("What will be copied").input_value()


def test_what_was_not_found_stays_out_of_the_ticket_unless_it_is_wanted(planner: Page) -> None:
    first, second = with_rule(planner, True)[:2]
    planner.get_by_role("button", name="Copy for a ticket").click()
    option = planner.get_by_role("checkbox", name="leave out what the scan did not find")
    expect(option).to_be_hidden()
    planner.keyboard.press("Escape")
    scanned(planner, (first, "a.py", 1))
    planner.get_by_role("button", name="Copy for a ticket").click()
    text = planner.get_by_label("What will be copied")
    assert f"/releases/{first}/" in text.input_value()
    assert f"/releases/{second}/" not in text.input_value()
    option.uncheck()
    assert f"/releases/{second}/" in text.input_value()


def test_versions_that_the_project_names_are_offered_and_the_scanner_learns_the_range(planner: Page) -> None:
    planner.evaluate("window.ranges = []")
    planner.evaluate("document.addEventListener('atlas:range', () => ranges.push(atlasPlanner.range()))")
    scanned(planner, django="3.2.5", python="3.6", sources=["requirements.txt:3"])
    expect(planner.locator("#plan-proposals")).to_contain_text("requirements.txt:3 says Django 3.2.5.")
    planner.get_by_role("button", name="Start from 3.2.5").click()
    expect(planner.locator(".plan-title")).to_have_text("From Django 3.2.5 to 4.1")
    planner.get_by_role("button", name="Use Python 3.6").click()
    expect(planner.locator('[data-step="python/4.0-3.10"]')).to_be_visible()
    expect(planner.locator("#plan-proposals")).to_be_hidden()
    assert planner.evaluate("ranges") == [{"from": "3.2.5", "to": "4.1"}]


def test_a_scan_that_is_dropped_leaves_the_plan_as_it_was(planner: Page) -> None:
    before = planner.locator("#plan").inner_text()
    scanned(planner, (with_rule(planner, True)[0], "a.py", 1))
    planner.evaluate("document.dispatchEvent(new Event('atlas:scan-cleared'))")
    assert planner.locator("#plan").inner_text() == before
