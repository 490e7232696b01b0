"""axe finds nothing to complain of, whatever the scheme and the width."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.shapes import SCHEMES, SHAPES, WIDTHS

#: Text must hold AA everywhere; tests/site/test_colors.py holds the palette itself to AAA.
RULES = {"resultTypes": ["violations"]}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_has_no_barrier_that_axe_knows(
    page: Page, site: str, shape: str, scheme: str, width: int
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site + SHAPES[shape])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    found = Axe().run(page, options=RULES)
    assert not found.violations_count, found.generate_report()


def test_axe_complains_of_a_barrier(page: Page) -> None:
    page.set_content("<html><body><img src='x.png'><button></button></body></html>")
    broken = {violation["id"] for violation in Axe().run(page, options=RULES).response["violations"]}
    assert {"image-alt", "button-name"} <= broken
