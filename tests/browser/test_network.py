"""No request leaves the site, and the Content-Security-Policy forbids nothing that a reader does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bench.nginx import serving
from tests.browser.serving import settle
from tests.browser.shapes import SHAPES

pytestmark = pytest.mark.slow

VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event => {
  window.violations.push(event.violatedDirective + " " + event.blockedURI + " " + event.sourceFile);
});
"""
CHANGE = SHAPES["change"]


@pytest.fixture(scope="module")
def server(built_site: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The built site behind a real nginx with the configuration in `deploy/`."""
    with serving(built_site, root / "deploy", tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture
def page(live_page: Page) -> Page:
    """Here the clock runs."""
    return live_page


@pytest.fixture
def requests(page: Page) -> list[str]:
    """Every address that the browser asked for."""
    seen: list[str] = []
    page.context.on("request", lambda request: seen.append(request.url))
    return seen


def walk(page: Page, address: str) -> None:
    """Do on a page what readers do: switch colors, search and open a result, copy a link."""
    page.goto(address)
    scheme = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("form[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", str(scheme))
    page.get_by_role("button", name="Copy link to this page").click()
    page.get_by_role("menuitem", name="Markdown").click()
    expect(page.locator(".copy-status")).to_contain_text("Copied link")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("LogoutView")
    result = page.locator(".md-search-result__link", has_text="Logging out takes a POST request").first
    result.click()
    page.wait_for_url(f"**/{CHANGE}**")


@pytest.mark.parametrize("shape", [name for name in SHAPES if name != "missing"])
def test_the_policy_forbids_nothing_that_a_reader_does(
    page: Page, server: str, requests: list[str], shape: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(VIOLATIONS)
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    walk(page, server + SHAPES[shape])
    assert page.evaluate("window.violations") == []
    assert errors == []
    assert elsewhere(requests, server) == []


def test_a_script_that_the_policy_does_not_know_is_refused(page: Page, server: str) -> None:
    page.add_init_script(VIOLATIONS)
    page.goto(server + CHANGE)
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), { text: 'window.bad = 1' }))"
    )
    assert page.evaluate("window.bad") is None
    assert len(page.evaluate("window.violations")) == 1


@pytest.mark.parametrize("shape", SHAPES)
def test_no_request_leaves_the_site(page: Page, site: str, requests: list[str], shape: str) -> None:
    page.goto(site + SHAPES[shape])
    settle(page)
    page.mouse.wheel(0, 5000)
    settle(page)
    assert len(requests) > 3
    assert elsewhere(requests, site) == []


def elsewhere(requests: list[str], base: str) -> list[str]:
    """The requests that went to another host; what a page holds inside itself (`data:`, `blob:`) went nowhere."""
    return [url for url in requests if not url.startswith((base, "data:", "blob:"))]
