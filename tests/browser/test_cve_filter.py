"""The filter of CVEs works without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Page]:
    """The security page in a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}reference/security/")
    yield page
    context.close()


def test_choosing_a_release_leaves_the_cves_that_affect_it(plain: Page) -> None:
    rows = plain.locator(".cves-table tbody tr")
    affected = plain.locator('.cves-table tbody tr[data-affected~="4.1"]')
    assert 0 < affected.count() < rows.count()
    plain.get_by_label(f"4.1 ({affected.count()})").check()
    expect(rows.filter(visible=True)).to_have_count(affected.count())
    expect(affected.filter(visible=True)).to_have_count(affected.count())


def test_release_and_severity_narrow_together(plain: Page) -> None:
    plain.locator("#affects-3-2").check()
    plain.locator("#level-high").check()
    both = plain.locator('.cves-table tbody tr[data-affected~="3.2"][data-level="high"]')
    expect(plain.locator(".cves-table tbody tr").filter(visible=True)).to_have_count(both.count())
    assert both.count() > 0


def test_choosing_all_shows_everything_again(plain: Page) -> None:
    rows = plain.locator(".cves-table tbody tr")
    plain.locator("#affects-3-2").check()
    plain.locator("#affects-all").check()
    expect(rows.filter(visible=True)).to_have_count(rows.count())
