"""On a page that begins with what to do, that is on the first screen: title, what one sees, and the code."""

import pytest
from playwright.sync_api import Page

from tests.building import ROOT
from tests.library import library_of

#: Width and height of the window, how far down the code may end, in pixels, and on which share of pages it ends
#: further down. The goal is a tenth; these are what is left, and may only fall.
SCREENS = {"desktop": (1440, 900, 900, 0.15), "phone": (390, 844, 1013, 0.5)}


@pytest.mark.parametrize("screen", SCREENS)
def test_the_code_is_on_the_first_screen(page: Page, site: str, screen: str) -> None:
    width, height, allowed, share = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    ends = {}
    for change in library_of(ROOT).changes:
        if change.reach and change.kind != "requirement":
            page.goto(f"{site}releases/{change.id}/")
            code = page.locator(".body .sample").last.bounding_box()
            ends[change.id] = code["y"] + code["height"]
    late = {name: round(end) for name, end in ends.items() if end > allowed}
    assert ends
    assert len(late) <= share * len(ends), late
