"""A real browser on the built site: fixtures for every test in this folder."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.building import build_once
from tools.browser import launch

#: How long to wait for what must come, in milliseconds: a busy machine is no fault of the page.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder without a log, and the site's own page for what is not there."""

    def log_message(self, format: str, *args: object) -> None:
        """Keep test output clean."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with `404.html`, as a host of static files does."""
        missing = Path(self.directory) / "404.html"
        if code != 404 or not missing.is_file():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[str]:
    """The built site on a loopback port: its address, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(built_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


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


@pytest.fixture(params=["hosted", "disk"])
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
