"""The copy to take along: unpacked from its zip file, opened from disk, with no network at all."""

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from atlas.built.links import broken
from atlas.built.offline import pack
from atlas.built.pages import read_site
from atlas.built.permalinks import published
from tests.browser.conftest import PATIENCE

#: The copy is a whole build of its own.
pytestmark = pytest.mark.slow
DAY = date(2026, 11, 21)
HOSTED = "https://upgrade-atlas.example/releases/4.1/logout-by-post/"


@pytest.fixture(scope="module")
def archive(offline_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pack(offline_site, tmp_path_factory.mktemp("packed"), DAY)


@pytest.fixture(scope="module")
def copy(archive: Path) -> Path:
    """The unpacked copy, in a folder whose name needs escaping in an address."""
    folder = archive.parent / "a copy, #1"
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    return folder / "upgrade-atlas-2026-11-21"


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A browser without a network. A request for anything but the copy fails the test, as does an error."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    wrong: list[str] = []
    context.on("request", lambda request: wrong.append(request.url) if is_elsewhere(request.url) else None)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()
    assert wrong == []


def is_elsewhere(url: str) -> bool:
    return not url.startswith(("file:", "data:", "blob:", "about:"))


def test_the_name_says_the_day_and_a_note_says_how_to_begin(archive: Path, copy: Path) -> None:
    assert archive.name == "upgrade-atlas-2026-11-21.zip"
    assert "Open index.html" in (copy / "README.txt").read_text(encoding="utf-8")


def test_every_link_in_the_copy_leads_to_a_file(copy: Path, built_site: Path) -> None:
    pages = read_site(copy)
    assert broken(copy, pages) == []
    hosted = published(read_site(built_site))
    assert published(pages) == hosted, "the copy and the hosted site have the same pages and anchors"


def test_a_reader_gets_from_the_front_page_to_a_change(reader: Page, copy: Path) -> None:
    reader.goto((copy / "index.html").as_uri())
    reader.locator(".sections").get_by_role("link", name="Releases").click()
    reader.wait_for_url("**/releases/index.html")
    reader.locator(".md-content").get_by_role("link", name="4.1", exact=True).first.click()
    reader.wait_for_url("**/releases/4.1/index.html")
    reader.locator(".md-content").get_by_role("link", name="Logging out takes a POST request").first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Logging out takes a POST request")


def test_the_search_finds_a_change_and_opens_it(reader: Page, copy: Path) -> None:
    reader.goto((copy / "reference/security.html").as_uri())
    reader.get_by_role("textbox", name="Search").click()
    reader.keyboard.type("LogoutView")
    reader.locator(".md-search-result__link", has_text="Logging out takes a POST request").first.click()
    reader.wait_for_url("**/releases/4.1/logout-by-post.html**")


def test_the_switch_of_colors_holds_on_the_next_page(reader: Page, copy: Path) -> None:
    reader.goto((copy / "index.html").as_uri())
    body = reader.locator("body")
    before = body.get_attribute("data-md-color-scheme")
    reader.locator("form[data-md-component=palette] label:visible").click()
    expect(body).not_to_have_attribute("data-md-color-scheme", str(before))
    chosen = body.get_attribute("data-md-color-scheme")
    reader.goto((copy / "releases/4.1/logout-by-post.html").as_uri())
    assert body.get_attribute("data-md-color-scheme") == chosen


def test_a_copied_link_points_at_the_hosted_site(reader: Page, copy: Path) -> None:
    reader.goto((copy / "releases/4.1/logout-by-post.html").as_uri())
    reader.get_by_role("button", name="Copy link to “Who is affected”").first.click()
    reader.get_by_role("menuitem", name="URL").click()
    expect(reader.locator(".copy-status")).to_have_text("Copied link as URL")
    reader.get_by_role("textbox", name="Search").click()
    reader.keyboard.press("Control+V")
    expect(reader.get_by_role("textbox", name="Search")).to_have_value(f"{HOSTED}#who-is-affected")


def test_every_page_opens_without_an_error(reader: Page, copy: Path) -> None:
    for path in (
        "upgrade/index.html",
        "reference/requirements.html",
        "about/conventions.html",
        "releases/6.1/index.html",
    ):
        reader.goto((copy / path).as_uri())
        expect(reader.get_by_role("heading", level=1)).to_be_visible()


def test_a_project_is_scanned_without_a_network_and_without_a_request(
    reader: Page, copy: Path, root: Path
) -> None:
    reader.goto((copy / "upgrade/index.html").as_uri() + "?from=3.2.12&to=4.1")
    reader.locator(".scan-box > summary").click()
    reader.locator(".scan input:enabled").first.wait_for()
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.locator("input[webkitdirectory]").set_input_files(root / "tests/scan/project")
    expect(reader.locator(".scan-status")).to_contain_text("28 files held against the rules")
    found = reader.locator(".step", has=reader.locator('[data-tick="3.1/conf-urls-url"]')).locator(
        ".step__found"
    )
    expect(found).to_contain_text("config/urls.py:1")
    expect(reader.get_by_text("No rule can find it: check by hand.").first).to_be_visible()
    assert asked == []
