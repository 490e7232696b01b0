"""A test log that is read on the planner's page: its messages, their pages, and what of them is in the plan."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.words.answered import NOBODYS, PAGES, UNKNOWN
from tests.words.test_pasted import SAID, block

#: As the reader of logs says it.
LIMIT = 20 * 1024 * 1024


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """All blocks one after the other, and messages of nobody's."""
    path = tmp_path / "test.log"
    path.write_text("\n\n".join([*map(block, SAID), *(f"E   {one}" for one in NOBODYS)]), encoding="utf-8")
    return path


def read(page: Page, path: Path) -> None:
    page.locator(".log-box > summary").click()
    page.locator("#planner-log input").set_input_files(path)


def test_each_message_of_a_log_has_its_page_and_its_step(page: Page, address: str, log: Path) -> None:
    page.goto(f"{address}?from=3.2.12&to=4.1")
    read(page, log)
    rows = page.locator(".log-rows tr")
    pages = {one for some in PAGES.values() for one in some if one != UNKNOWN}
    expect(page.locator(".log-status")).to_contain_text("With a page")
    links = rows.locator("a:not([href^='#'])").evaluate_all("all => all.map(one => one.href)")
    assert {one for one in pages if any(f"releases/{one}" in link for link in links)} == pages
    logout = rows.filter(has_text="Method Not Allowed (GET): /accounts/logout/")
    expect(logout).to_contain_text("hop to 4.1")
    expect(rows.filter(has_text="ugettext_lazy")).to_contain_text("hop to 4.0")
    expect(rows.filter(has_text="assertQuerysetEqual")).to_contain_text("not in this plan")
    others = page.locator(".log-others li")
    assert others.count() >= len(NOBODYS) - 2
    logout.get_by_role("link", name="hop to 4.1").click()
    expect(page.locator("#step-4-1-logout-by-post")).to_be_in_viewport()


def test_another_plan_has_others_of_the_messages(page: Page, site: str, log: Path) -> None:
    page.goto(f"{site}upgrade/#planner-log")
    page.locator("#planner-log input").set_input_files(log)
    status = page.locator(".log-status")
    expect(status).to_contain_text("Choose above where you are")
    page.locator("select[name=from]").select_option("4.1")
    page.locator("select[name=to]").select_option("4.2")
    expect(status).to_contain_text("in the plan below")
    expect(page.locator(".log-rows tr").first).to_contain_text("hop to 4.2")


def test_a_very_long_log_is_read_from_its_end_and_can_be_stopped(
    page: Page, site: str, tmp_path: Path
) -> None:
    path = tmp_path / "long.log"
    line = "2026-11-21 10:00:00,000 INFO worker: nothing to tell\n"
    end = "E   AttributeError: module 'django.utils.timezone' has no attribute 'utc'\n"
    path.write_text(block("unittest") + "\n" + line * (LIMIT // len(line)) + end, encoding="utf-8")
    page.goto(f"{site}upgrade/?from=4.2&to=5.2")
    read(page, path)
    page.locator(".log-stop").click()
    expect(page.locator(".log-status")).to_have_text("Stopped. Nothing is kept.")
    page.locator("#planner-log input").set_input_files(path)
    expect(page.locator(".log-status")).to_contain_text("its end was read")
    rows = page.locator(".log-rows tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("hop to 5.0")


@pytest.mark.parametrize("width", (320, 1280))
def test_the_list_fits_and_has_no_barrier(page: Page, site: str, log: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}upgrade/?from=3.2&to=5.2")
    read(page, log)
    expect(page.locator(".log-rows tr").first).to_be_visible()
    page.locator(".log-others summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    found = Axe().run(page, "#planner-log")
    assert not found.violations_count, found.generate_report()
