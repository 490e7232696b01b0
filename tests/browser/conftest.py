"""A real browser on the built site: fixtures for every test in this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.serving import served
from tests.building import build_once
from tools.browser import launch

#: How long to wait for what must come, in milliseconds: a busy machine is no fault of the page.
PATIENCE = 120_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[str]:
    """The built site on a loopback port: its address, ending in a slash."""
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def offline_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is built for reading from disk."""
    return build_once(tmp_path_factory, "offline", "mkdocs-offline.yml")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the run."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def box(browser: Browser, site: str) -> Iterator[Page]:
    """A page with the search box open, for all queries of a file."""
    from tests.browser.search_box import open_box  # it waits with the patience of this file

    with open_box(browser, site) as page:
        yield page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page at 1280 × 900 with storage of its own; the clock stands at the day of the test build."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.clock.set_fixed_time("2026-11-21T12:00:00Z")
    yield page
    context.close()


@pytest.fixture
def live_page(browser: Browser) -> Iterator[Page]:
    """A fresh page whose clock runs: the theme waits for a moment before it opens the search box."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


@pytest.fixture(params=["hosted", pytest.param("disk", marks=pytest.mark.slow)])
def address(request: pytest.FixtureRequest) -> str:
    """The planner's page, served and as a file."""
    if request.param == "hosted":
        return str(request.getfixturevalue("site")) + "upgrade/"
    folder: Path = request.getfixturevalue("offline_site")
    return (folder / "upgrade/index.html").as_uri()


@pytest.fixture
def planner(page: Page, site: str) -> Iterator[Page]:
    """The plan from 3.2.12 to 4.1; an error on the page fails the test."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}upgrade/?from=3.2.12&to=4.1")
    yield page
    assert wrong == []
