"""On a page that begins with what to do, that is on the first screen: title, what one sees, and the code."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.building import ROOT
from tests.library import library_of

pytestmark = pytest.mark.slow

#: Width and height of the window, how far down the code may end, in pixels, and on which share of pages it ends
#: further down. The goal is a tenth; these are what is left, and may only fall.
SCREENS = {"desktop": (1440, 900, 900, 0.15), "phone": (390, 844, 1013, 0.5)}


@pytest.fixture(scope="module")
def ends(browser: Browser, site: str) -> Iterator[dict[str, dict[str, float]]]:
    """By screen and change: how far down its code ends. Scripts move nothing, so none is run."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    found: dict[str, dict[str, float]] = {screen: {} for screen in SCREENS}
    for change in library_of(ROOT).changes:
        if change.reach and change.kind != "requirement":
            page.goto(f"{site}releases/{change.id}/")
            for screen in SCREENS:
                found[screen][change.id] = _end(page, screen)
    yield found
    context.close()


def _end(page: Page, screen: str) -> float:
    width, height, _, _ = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    code = page.locator(".body .sample").last.bounding_box()
    assert code
    return code["y"] + code["height"]


@pytest.mark.parametrize("screen", SCREENS)
def test_the_code_is_on_the_first_screen(ends: dict[str, dict[str, float]], screen: str) -> None:
    _, _, allowed, share = SCREENS[screen]
    late = {name: round(end) for name, end in ends[screen].items() if end > allowed}
    assert ends[screen]
    assert len(late) <= share * len(ends[screen]), "\n".join(f"{name}: {end}" for name, end in late.items())
