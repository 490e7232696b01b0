"""From a project's folder to a plan that knows it: the upgrade page of the built site, scanned."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from atlas.built.csp import policy
from atlas.built.pages import read_site
from atlas.publish.rules import catalog
from atlas.records.library import Library
from atlas.scan.applies import applicable
from atlas.scan.engine import scan_folder
from tests.browser.serving import QuietHandler, served
from tests.browser.shapes import WIDTHS
from tests.library import library_of

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parent.parent / "scan/project"
WAY = "upgrade/?from=3.2.12&to=4.1"
#: Every step of the plan: its id, what it says of the scan, the places shown, and whether it stands folded away.
STEPS = """() => [...document.querySelectorAll("#plan .step:has([data-tick])")].map(step => ({
  id: step.querySelector("[data-tick]").dataset.tick,
  says: step.querySelector(".step__found")?.textContent ?? "",
  places: [...step.querySelectorAll(".step__found code")].map(place => place.textContent),
  ticked: step.querySelector("[data-tick]").checked,
  folded: Boolean(step.closest("details:not(.hop):not([open])")),
  absent: Boolean(step.closest("details.absent")),
}))"""


@pytest.fixture(scope="module")
def library(root: Path) -> Library:
    return library_of(root)


@pytest.fixture(scope="module")
def guarded(built_site: Path) -> Iterator[str]:
    """The site behind the policy that is published with it."""
    text = policy(read_site(built_site))

    class Guarded(QuietHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", text)
            super().end_headers()

    with served(built_site, Guarded) as address:
        yield address


def open_panel(page: Page) -> None:
    page.locator(".scan-box > summary").click()
    page.locator(".scan input:enabled").first.wait_for()


def pick(page: Page) -> None:
    page.locator("input[webkitdirectory]").set_input_files(PROJECT)
    expect(page.locator(".scan-result")).to_be_visible()


def steps(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(STEPS)
    return found


def expected_places(library: Library, start: str, end: str) -> dict[str, set[str]]:
    """Change id to the places at which the command line finds it."""
    changes = [
        change for change in applicable(catalog(library, "")["changes"], start, end) if "rules" in change
    ]
    places: dict[str, set[str]] = {}
    for hit in scan_folder(PROJECT, changes).hits:
        places.setdefault(hit.change, set()).add(f"{hit.path}:{hit.line}")
    return places


def test_the_steps_have_file_and_line_as_the_command_line_finds_them(
    page: Page, site: str, library: Library
) -> None:
    page.goto(site + WAY)
    open_panel(page)
    pick(page)
    expected = expected_places(library, "3.2.12", "4.1")
    shown = {step["id"]: step for step in steps(page) if step["places"]}
    assert "config/urls.py:1" in shown["3.1/conf-urls-url"]["places"]
    assert shown.keys() == expected.keys() & {step["id"] for step in steps(page)}
    assert all(set(step["places"]) <= expected[name] for name, step in shown.items())
    assert not any(step["folded"] for step in shown.values())


def test_what_is_not_found_or_cannot_be_found_is_never_shown_as_done(
    page: Page, site: str, library: Library
) -> None:
    page.goto(site + WAY)
    open_panel(page)
    pick(page)
    of_changes = [step for step in steps(page) if step["id"] in library.by_id]
    hand = [step for step in of_changes if not library.by_id[step["id"]].detect]
    absent = [step for step in of_changes if library.by_id[step["id"]].detect and not step["places"]]
    assert hand
    assert absent
    assert {step["says"] for step in hand} == {"No rule can find it: check by hand."}
    assert not any(step["absent"] for step in hand)
    assert {step["says"] for step in absent} == {"Not found in your project."}
    assert all(step["folded"] and step["absent"] for step in absent)
    assert not any(step["ticked"] for step in steps(page))


def test_another_way_is_scanned_at_once_without_a_request_since_the_pick(
    page: Page, site: str, library: Library
) -> None:
    page.goto(site + WAY)
    open_panel(page)
    asked: set[str] = set()
    page.context.on("request", lambda request: asked.add(request.url))
    pick(page)
    page.locator("#plan-form [name=to]").select_option("5.2")
    expect(page.locator(".scan-status")).to_contain_text("from 3.2.12 to 5.2")
    assert {step["id"] for step in steps(page) if step["places"]} <= expected_places(
        library, "3.2.12", "5.2"
    ).keys()
    # The browser itself may look at the page's icon again when another way changes the address.
    assert asked <= {f"{site}assets/images/favicon.svg"}


def test_the_project_says_where_the_way_begins(page: Page, site: str) -> None:
    page.goto(site + WAY)
    open_panel(page)
    pick(page)
    expect(page.locator("#plan-proposals")).to_contain_text("requirements-dev.txt:1 says Django 3.2.25.")
    page.get_by_role("button", name="Start from 3.2.25").click()
    expect(page.locator(".scan-status")).to_contain_text("from 3.2.25 to 4.1")


def test_a_forgotten_result_leaves_the_plan_as_it_was(page: Page, site: str) -> None:
    page.goto(site + WAY)
    open_panel(page)
    before = steps(page)
    pick(page)
    page.get_by_role("button", name="Forget the result").click()
    assert steps(page) == before


def test_the_sites_policy_lets_the_scanner_work(page: Page, guarded: str) -> None:
    refused: list[str] = []
    page.on(
        "console", lambda message: refused.append(message.text) if "Security Policy" in message.text else None
    )
    page.goto(guarded + WAY)
    open_panel(page)
    pick(page)
    assert refused == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_scanned_plan_has_no_barrier_and_does_not_scroll_sideways(
    page: Page, site: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site + WAY)
    open_panel(page)
    pick(page)
    page.locator(".scan-unread summary").click()
    found = Axe().run(page, context=".planner", options={"resultTypes": ["violations"]})
    assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
