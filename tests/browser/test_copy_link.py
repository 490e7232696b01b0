"""Copying the link to a page or a heading: what is pasted, by mouse, by keyboard, from wherever the page is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.clipboard import pasted

pytestmark = pytest.mark.slow

CHANGE = "releases/4.1/logout-by-post/"
HOSTED = f"https://upgrade-atlas.example/{CHANGE}"
TITLE = "Logging out takes a POST request"
#: A heading with everything that some format reads as markup.
HARD = '`a*b_c` [d] <e> {f}|g "h"'
#: Give the page another title, and leave the signs beside it.
SET_TITLE = """text => {
  const title = document.querySelector("h1"), signs = title.querySelectorAll(".headerlink, .copy-spot");
  title.replaceChildren(text, ...signs);
}"""


@pytest.fixture
def change(page: Page, site: str) -> Page:
    """A change page in a browser that lets pages write to the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site + CHANGE)
    return page


def button(page: Page, what: str = "this page") -> Locator:
    return page.get_by_role("button", name=f"Copy link to {what}", exact=True)


def copy(page: Page, format_name: str, what: str = "this page") -> None:
    button(page, what).click()
    page.get_by_role("menuitem", name=format_name, exact=True).click()


@pytest.mark.parametrize(
    ("format_name", "text"),
    [
        ("URL", HOSTED),
        ("Markdown", f"[{TITLE}]({HOSTED})"),
        ("reStructuredText", f"`{TITLE} <{HOSTED}>`__"),
        ("Jira", f"[{TITLE}|{HOSTED}]"),
        ("Trac", f"[{HOSTED} {TITLE}]"),
    ],
)
def test_each_format_of_a_page_can_be_pasted(change: Page, format_name: str, text: str) -> None:
    copy(change, format_name)
    expect(change.get_by_role("status").filter(has_text="Copied")).to_have_text(
        f"Copied link as {format_name}"
    )
    assert pasted(change) == text


@pytest.mark.parametrize(
    ("format_name", "text"),
    [
        ("URL", f"{HOSTED}#evidence"),
        ("Markdown", f"[{TITLE}: Evidence]({HOSTED}#evidence)"),
        ("reStructuredText", f"`{TITLE}: Evidence <{HOSTED}#evidence>`__"),
        ("Jira", f"[{TITLE}: Evidence|{HOSTED}#evidence]"),
        ("Trac", f"[{HOSTED}#evidence {TITLE}: Evidence]"),
    ],
)
def test_each_format_of_a_heading_can_be_pasted(change: Page, format_name: str, text: str) -> None:
    copy(change, format_name, "“Evidence”")
    assert pasted(change) == text


@pytest.mark.parametrize(
    ("format_name", "text"),
    [
        ("Markdown", r"""[\`a\*b\_c\` \[d\] \<e\> {f}|g "h"](%s)"""),
        ("reStructuredText", r"""`\`a*b_c\` [d] \<e> {f}|g "h" <%s>`__"""),
        ("Jira", r"""[`a\*b\_c` \[d\] <e> \{f\}\|g "h"|%s]"""),
        ("Trac", r"""[%s "`a*b_c` [d] <e> {f}|g 'h'"]"""),
    ],
)
def test_signs_that_a_format_would_read_as_markup_stay_signs(
    change: Page, format_name: str, text: str
) -> None:
    change.evaluate(SET_TITLE, HARD)
    copy(change, format_name)
    assert pasted(change) == text % HOSTED


def test_every_heading_has_its_button_and_keeps_its_name(change: Page) -> None:
    headings = change.locator(".md-content").locator("h1, h2[id], h3[id], h4[id]")
    assert headings.count() > 3
    assert change.locator(".copy-link").count() == headings.count()
    expect(change.get_by_role("heading", name="Evidence", exact=True)).to_be_visible()


def test_the_keyboard_opens_walks_chooses_and_comes_back(change: Page) -> None:
    opener = button(change, "“Evidence”")
    opener.focus()
    change.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(change.get_by_role("menuitem", name="URL")).to_be_focused()
    change.keyboard.press("ArrowUp")
    expect(change.get_by_role("menuitem", name="Trac")).to_be_focused()
    change.keyboard.press("ArrowDown")
    change.keyboard.press("End")
    change.keyboard.press("Home")
    expect(change.get_by_role("menuitem", name="URL")).to_be_focused()
    change.keyboard.press("j")
    expect(change.get_by_role("menuitem", name="Jira")).to_be_focused()
    change.keyboard.press("Enter")
    expect(opener).to_be_focused()
    assert pasted(change) == f"[{TITLE}: Evidence|{HOSTED}#evidence]"


@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_escape_and_tab_close_the_menu_and_copy_nothing(change: Page, key: str) -> None:
    opener = button(change)
    opener.press("ArrowDown")
    expect(change.get_by_role("menu", name="Copy link as")).to_be_visible()
    change.keyboard.press(key)
    expect(change.get_by_role("menu", name="Copy link as")).to_be_hidden()
    expect(opener).to_have_attribute("aria-expanded", "false")
    assert opener.evaluate("one => one === document.activeElement") == (key == "Escape")


def test_a_click_elsewhere_closes_the_menu(change: Page) -> None:
    button(change).click()
    change.locator(".lead").click()
    expect(change.get_by_role("menu", name="Copy link as")).to_be_hidden()


def test_a_page_may_not_use_the_clipboard_over_plain_http(change: Page) -> None:
    change.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    copy(change, "URL")
    assert pasted(change) == HOSTED


def test_where_nothing_may_be_copied_the_text_is_offered_selected(change: Page) -> None:
    change.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false"
    )
    copy(change, "Trac")
    field = change.get_by_label("Link to copy")
    expect(field).to_be_focused()
    assert (
        field.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)")
        == f"[{HOSTED} {TITLE}]"
    )


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts_links_at_headings_and_the_permanent_address_remain(
    without_scripts: Page, site: str
) -> None:
    without_scripts.goto(site + CHANGE)
    permalink = without_scripts.locator("#evidence .headerlink")
    expect(permalink).to_have_attribute("href", "#evidence")
    expect(without_scripts.locator(".permalink a")).to_have_text(HOSTED)


def test_buttons_move_nothing(browser: Browser, built_site: Path, site: str) -> None:
    heights = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts, viewport={"width": 320, "height": 700})
        page = context.new_page()
        page.goto(site + CHANGE)
        boxes = [one.bounding_box() for one in page.locator(".md-content").locator("h1, h2[id]").all()]
        heights.append([round(box["height"], 1) for box in boxes if box])
        context.close()
    assert heights[0] == heights[1]
