"""axe finds nothing to complain of, whatever the scheme and the width."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.contrast import RULES, complaints
from tests.browser.shapes import SCHEMES, SHAPES, WIDTHS

pytestmark = pytest.mark.slow

#: All rules but those that ask for colors, and so all that no scheme changes.
NOT_OF_COLORS = {
    "resultTypes": ["violations"],
    "rules": {name: {"enabled": False} for name in RULES},
}
LINK = "document.querySelectorAll('.md-content p a:not(.headerlink)')[0].style"
#: What is spoiled in one place of a page.
FAULTS = {
    "one text": ("releases/4.1/", "document.querySelectorAll('.change-summary')[7].style.color = '#f4f4f4'"),
    "what lies behind": ("releases/4.1/", "document.querySelector('.md-content').style.background = '#555'"),
    "opacity": ("releases/4.1/", "document.querySelectorAll('.change-summary')[7].style.opacity = '.3'"),
    "a link in text": ("about/conventions/", f"{LINK} = 'color: #333; text-decoration: none'"),
}


def opened(page: Page, address: str, scheme: str, width: int) -> None:
    """Show a page with everything that folds unfolded."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_has_no_barrier_that_axe_knows(page: Page, site: str, shape: str, width: int) -> None:
    for scheme in SCHEMES:
        opened(page, site + SHAPES[shape], scheme, width)
        assert complaints(page) == [], scheme
    found = Axe().run(page, options=NOT_OF_COLORS)
    assert not found.violations_count, found.generate_report()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_color_that_is_wrong_in_one_place_is_found(page: Page, site: str, fault: str) -> None:
    path, script = FAULTS[fault]
    opened(page, site + path, "light", 1280)
    page.evaluate(script)
    assert complaints(page)


def test_axe_complains_of_a_barrier(page: Page) -> None:
    page.set_content("<html><body><img src='x.png'><button></button></body></html>")
    broken = {violation["id"] for violation in Axe().run(page, options=NOT_OF_COLORS).response["violations"]}
    assert {"image-alt", "button-name"} <= broken


def test_no_rule_about_colors_is_left_out_of_both(page: Page) -> None:
    page.set_content("<html><body></body></html>")
    page.evaluate(Axe().axe_script)
    of_colors = page.evaluate("axe.getRules(['cat.color']).map(rule => rule.ruleId)")
    assert set(of_colors) == {*RULES, "color-contrast-enhanced"}
