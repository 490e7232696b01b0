"""What pages say of support in a reader's browser is, on any day of the reader's clock, what Python decides for it."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from atlas.decide.answer import Part, verdict
from atlas.decide.banner import banner
from atlas.decide.stages import turning_days
from atlas.decide.support import Window, windows
from atlas.facts.django import Facts
from atlas.words.vocabulary import STATUSES
from macros.pictures.figures import shown_windows
from macros.pictures.timeline import timeline
from tests.building import ROOT

pytestmark = pytest.mark.slow

KNOWN = windows(Facts(ROOT))
#: Each day on which something changes, the day before, the day after, and days long before and after all of them.
DAYS = sorted(
    {day + timedelta(days=away) for day in turning_days(KNOWN.values()) for away in (-1, 0, 1)}
    | {date(2005, 7, 13), date(2024, 2, 29), date(2026, 11, 21), date(2099, 12, 31)}
)
#: The day on which the tested site was built.
BUILT = date(2026, 11, 21)
#: What a page shows on each of many days, as a reader sees who leaves it open and looks at it again.
WATCH = """([days, look]) => {
  const seen = eval(look), Real = Date;
  const shown = days.map(day => {
    globalThis.Date = class extends Real {
      constructor(...given) { super(...(given.length ? given : [`${day}T12:00:00`])); }
    };
    document.dispatchEvent(new Event("visibilitychange"));
    return seen();
  });
  globalThis.Date = Real;
  return shown;
}"""
STATUSES_SHOWN = """() => Object.fromEntries([...document.querySelectorAll("ROWS .support")].map(one => [
  one.dataset.release, [one.querySelector(".status").className, one.textContent],
]))"""
BANNER_SHOWN = """() => {
  const banner = document.querySelector(".support-banner"), text = banner.querySelector(".support-text");
  const links = [...text.querySelectorAll("a")].map(one => one.getAttribute("href"));
  return [banner.className, banner.querySelector(".support-headline").textContent, text.textContent, links];
}"""


VERDICTS_SHOWN = """() => Object.fromEntries([...document.querySelectorAll("[data-answer]")].map(one => {
  const said = one.querySelector(".verdict [data-said]").cloneNode(true);
  said.querySelectorAll("[data-version], [data-cves]").forEach(part => part.replaceChildren("…"));
  return [one.dataset.answer, said.textContent];
}))"""


def watched(page: Page, look: str) -> dict[date, Any]:
    """What a function sees on a page, by day."""
    shown = page.evaluate(WATCH, [[day.isoformat() for day in DAYS], look])
    return dict(zip(DAYS, shown, strict=True))


@pytest.fixture(scope="module")
def known() -> dict[str, Window]:
    return KNOWN


def _turn_to(page: Page, day: date) -> None:
    """Set the clock and look at the page again, as a reader does with a page left open."""
    page.clock.set_fixed_time(f"{day.isoformat()}T12:00:00Z")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


@pytest.mark.parametrize("rows", ["table.versions", "table.windows"])
def test_tables_say_on_any_day_what_python_says(page: Page, site: str, rows: str) -> None:
    page.goto(f"{site}releases/")
    for day, shown in watched(page, STATUSES_SHOWN.replace("ROWS", rows)).items():
        decided = {release: (window.status(day), window.until(day)) for release, window in KNOWN.items()}
        assert shown == {
            release: [f"status status--{status}", f"{STATUSES[status].label} {until}"]
            for release, (status, until) in decided.items()
        }, day


@pytest.mark.parametrize("release", KNOWN)
def test_the_banner_says_on_any_day_what_python_says(page: Page, site: str, release: str) -> None:
    page.goto(f"{site}releases/{release}/")
    for day, shown in watched(page, BANNER_SHOWN).items():
        words = banner(KNOWN[release], KNOWN, day)
        links = [part.url or f"../{part.release}/" for part in words.parts if part.url or part.release]
        assert shown == [
            f"support-banner support-banner--{words.status}",
            words.headline,
            words.text,
            links,
        ], day


def test_the_front_page_says_on_any_day_from_its_build_on_what_python_says(page: Page, site: str) -> None:
    page.goto(site)
    facts = Facts(ROOT)
    for day, shown in watched(page, VERDICTS_SHOWN).items():
        if day >= BUILT:
            decided = {release: verdict(facts, release, KNOWN, day) for release in shown}
            assert shown == {release: _spoken(parts) for release, parts in decided.items()}, day


def _spoken(parts: tuple[Part, ...]) -> str:
    """A verdict as the front page shows it, without the version and the number that depend on what was chosen."""
    return "".join({"version": "Django …", "cves": "…"}.get(part.kind, part.text) for part in parts)


def test_the_line_of_today_stands_on_any_day_where_python_would_put_it(page: Page, site: str) -> None:
    page.goto(f"{site}releases/")
    look = """() => {
      const line = document.querySelector("[data-today]");
      return line.hasAttribute("hidden") ? null : parseFloat(line.getAttribute("x"));
    }"""
    for day, shown in watched(page, look).items():
        placed = timeline(shown_windows(list(KNOWN.values())), day).today
        assert shown == (placed if placed is None else pytest.approx(placed, abs=0.001)), day


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
