"""An old address brings its reader to the new place, with and without scripts, hosted and from disk."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from atlas.publish.scripts import write_script
from atlas.records.redirects import Redirects
from macros.links.moved import Moved
from tests.browser.serving import served

pytestmark = pytest.mark.slow

REDIRECTS = Redirects(
    {
        "/releases/4.1/old/": "/releases/4.1/new/",
        "/releases/4.1/old/#how": "/releases/4.1/new/#steps",
        "/upgrade/#plan": "/releases/4.1/new/#steps",
    }
)
PAGE = """\
<!doctype html><title>{file}</title><link rel="stylesheet" href="{way}links.css">
<h1>Title</h1>{notes}<h2 id="steps">Steps</h2><script src="{way}moved.js"></script>
"""


class Place:
    """A small site in which a page and an anchor moved. `base`: its address."""

    def __init__(self, base: str, directories: bool) -> None:
        self.base = base
        self.directories = directories

    def page(self, name: str) -> str:
        """The address of a page of either layout."""
        if name == "upgrade":
            return self.base + ("upgrade/" if self.directories else "upgrade/index.html")
        return self.base + name + ("/" if self.directories else ".html")


@pytest.fixture(params=["hosted", "from disk"])
def place(request: pytest.FixtureRequest, root: Path, tmp_path: Path) -> Iterator[Place]:
    directories = request.param == "hosted"
    write(tmp_path, root, directories)
    if not directories:
        yield Place(tmp_path.as_uri() + "/", directories)
        return
    with served(tmp_path) as address:
        yield Place(address, directories)


def write(folder: Path, root: Path, directories: bool) -> None:
    new = "releases/4.1/new/index.html" if directories else "releases/4.1/new.html"
    files = {"/releases/4.1/new/": new, "/upgrade/": "upgrade/index.html"}
    moved = Moved(REDIRECTS, files, directories, "https://atlas.example/")
    for file in files.values():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        way = "../" * file.count("/") + "assets/javascripts/"
        (folder / file).write_text(PAGE.format(file=file, notes=moved.notes(file), way=way), encoding="utf-8")
    moved.write_stubs(folder)
    scripts = folder / "assets/javascripts"
    scripts.mkdir(parents=True)
    write_script(root, folder, "moved")
    shutil.copy(root / "docs/assets/stylesheets/links.css", scripts)


@pytest.mark.parametrize(
    ("old", "new"),
    [("", ""), ("#steps", "#steps"), ("#how", "#steps"), ("#100%", "#100%")],
)
def test_a_page_that_moved_takes_the_anchor_along(page: Page, place: Place, old: str, new: str) -> None:
    page.goto(place.page("releases/4.1/old") + old)
    page.wait_for_url(place.page("releases/4.1/new") + new)


def test_an_anchor_that_moved_leads_on(page: Page, place: Place) -> None:
    page.goto(place.page("upgrade") + "#plan")
    page.wait_for_url(place.page("releases/4.1/new") + "#steps")


def test_a_link_inside_the_page_to_the_old_anchor_leads_on(page: Page, place: Place) -> None:
    page.goto(place.page("upgrade"))
    page.evaluate("location.hash = 'plan'")
    page.wait_for_url(place.page("releases/4.1/new") + "#steps")


def test_the_other_sections_of_that_page_stay(page: Page, place: Place) -> None:
    page.goto(place.page("upgrade") + "#steps")
    expect(page.locator(".moved")).to_be_hidden()
    assert page.url == place.page("upgrade") + "#steps"


def test_the_back_button_does_not_meet_the_old_address_again(page: Page, place: Place) -> None:
    page.goto(place.page("upgrade"))
    page.evaluate("address => { location.href = address }", place.page("releases/4.1/old"))
    page.wait_for_url(place.page("releases/4.1/new"))
    page.go_back()
    assert page.url == place.page("upgrade")


def test_without_scripts_the_page_sends_on_and_the_anchor_says_where(browser: Browser, place: Place) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(place.page("releases/4.1/old"))
    page.wait_for_url(place.page("releases/4.1/new"))
    page.goto(place.page("upgrade") + "#plan")
    page.get_by_role("link", name="at another place").click()
    page.wait_for_url(place.page("releases/4.1/new") + "#steps")
    page.goto(place.page("upgrade"))
    expect(page.locator(".moved")).to_be_hidden()
    context.close()
