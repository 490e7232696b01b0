"""Support statuses in a reader's browser follow the reader's clock, in the words that Python would use."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from atlas.decide.banner import banner
from atlas.decide.support import Window, windows
from atlas.facts.django import Facts
from atlas.words.vocabulary import STATUSES

#: Days around ends known to the day and to the month, before the build, and when all has ended.
DAYS = [
    date(2019, 3, 31),
    date(2022, 8, 2),
    date(2022, 8, 3),
    date(2023, 12, 1),
    date(2023, 12, 2),
    date(2024, 2, 29),
    date(2026, 11, 21),
    date(2027, 4, 30),
    date(2027, 5, 1),
    date(2028, 4, 30),
    date(2028, 5, 1),
    date(2033, 1, 31),
]


@pytest.fixture(scope="module")
def known(root: Path) -> dict[str, Window]:
    return windows(Facts(root))


def _turn_to(page: Page, day: date) -> None:
    """Set the clock and look at the page again, as a reader does with a page left open."""
    page.clock.set_fixed_time(f"{day.isoformat()}T12:00:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_the_version_table_says_on_any_day_what_python_says(
    page: Page, site: str, known: dict[str, Window]
) -> None:
    page.goto(f"{site}releases/")
    for day in DAYS:
        _turn_to(page, day)
        shown = page.locator("table.versions .support").evaluate_all(
            "all => all.map(one => [one.dataset.release, one.innerText])"
        )
        assert len(shown) == len(known)
        for release, text in shown:
            window = known[release]
            assert text == f"{STATUSES[window.status(day)].label} {window.until(day)}", day


@pytest.mark.parametrize("release", ["2.2", "4.1", "4.2", "5.2", "6.0", "6.1", "6.2", "2028"])
def test_the_banner_says_on_any_day_what_python_says(
    page: Page, site: str, known: dict[str, Window], release: str
) -> None:
    page.goto(f"{site}releases/{release}/")
    for day in DAYS:
        _turn_to(page, day)
        words = banner(known[release], known, day)
        shown = page.locator(".support-banner")
        assert shown.locator(".support-headline").inner_text() == words.headline, day
        assert shown.locator(".support-text").inner_text() == words.text.strip(), day
        assert f"support-banner--{words.status}" in (shown.get_attribute("class") or "").split()


def test_a_page_opened_years_later_warns_at_once(page: Page, site: str) -> None:
    page.clock.set_fixed_time("2028-06-01T12:00:00Z")
    page.goto(f"{site}releases/5.2/")
    expect(page.locator(".support-headline")).to_have_text("Django 5.2 LTS is no longer supported.")
    expect(page.locator(".support-banner .as-of")).to_have_text(
        "As of today, June 1, 2028, by your clock. This page was built on November 21, 2026."
    )
    expect(page.locator(".release-facts .status")).to_have_class("status status--ended")


def test_what_to_move_to_is_a_link_that_works(page: Page, site: str) -> None:
    page.goto(f"{site}releases/4.1/")
    page.locator(".support-text a").first.click()
    expect(page).to_have_url(f"{site}releases/5.2/")


def test_the_warning_about_later_cves_goes_with_the_end_of_support(page: Page, site: str) -> None:
    page.goto(f"{site}releases/4.1/")
    expect(page.locator(".support-later")).to_be_visible()
    _turn_to(page, date(2023, 6, 1))
    expect(page.locator(".support-later")).to_be_hidden()


def test_without_javascript_the_page_speaks_of_the_day_it_was_built(
    browser: Browser, site: str, known: dict[str, Window]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}releases/4.1/")
    words = banner(known["4.1"], known, date(2026, 11, 21))
    expect(page.locator(".support-headline")).to_have_text(words.headline)
    expect(page.locator(".support-text")).to_have_text(words.text)
    expect(page.locator(".support-banner .as-of")).to_have_text(
        "As of November 21, 2026, the day this page was built."
    )
    context.close()


def test_a_page_opened_as_a_file_follows_the_clock_too(page: Page, built_site: Path) -> None:
    page.clock.set_fixed_time("2028-06-01T12:00:00Z")
    page.goto((built_site / "releases/5.2/index.html").as_uri())
    expect(page.locator(".support-headline")).to_have_text("Django 5.2 LTS is no longer supported.")
