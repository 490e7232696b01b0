"""The table of settings can be filtered by name and by what differs between two releases."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow

PAGE = "reference/settings/"
ROWS = ".settings-table tbody tr"


@pytest.fixture
def settings(page: Page, site: str) -> Page:
    page.goto(site + PAGE)
    return page


def shown(page: Page) -> list[str]:
    return page.locator(f"{ROWS}:visible th").all_text_contents()


def test_a_name_is_found_however_it_is_written(settings: Page) -> None:
    settings.get_by_label("Name contains").fill("secure ssl")
    assert shown(settings) == ["SECURE_SSL_HOST", "SECURE_SSL_REDIRECT"]
    expect(settings.locator(".settings-count")).to_have_text(
        f"2 of {settings.locator(ROWS).count()} settings."
    )


def test_two_releases_show_what_differs_between_them(settings: Page) -> None:
    settings.get_by_role("combobox", name="On", exact=True).select_option("4.2")
    settings.get_by_label("and on").select_option("5.0")
    assert {"USE_TZ", "USE_L10N", "FORMS_URLFIELD_ASSUME_HTTPS"} <= set(shown(settings))
    assert "DEBUG" not in shown(settings)


def test_a_release_differs_in_nothing_from_itself(settings: Page) -> None:
    settings.get_by_label("and on").select_option("2.2")
    assert shown(settings) == []
    settings.get_by_label("only what differs").uncheck()
    assert "DEBUG" in shown(settings)


def test_an_address_names_the_two_releases(page: Page, site: str) -> None:
    page.goto(f"{site}{PAGE}?from=5.2&to=6.0")
    assert "DEFAULT_AUTO_FIELD" in shown(page) and "USE_TZ" not in shown(page)


def test_a_row_that_is_linked_is_shown_whatever_the_filter_says(page: Page, site: str) -> None:
    page.goto(f"{site}{PAGE}?from=5.2&to=6.0#USE_TZ")
    expect(page.locator("#USE_TZ")).to_be_in_viewport()


def test_without_scripts_every_setting_is_there_and_no_form(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + PAGE)
    assert not page.locator(".settings-filter").is_visible()
    assert len(shown(page)) == page.locator(ROWS).count() > 100
    context.close()
