"""On a page that begins with what to do, that is on the first screen: title, what one sees, and the code."""

import pytest
from playwright.sync_api import Page

from atlas.records.library import load
from tests.building import ROOT

#: Width and height of the window, and how far down the code may end, in pixels.
SCREENS = {"desktop": (1440, 900, 900), "phone": (390, 844, 1013)}


@pytest.mark.parametrize("screen", SCREENS)
def test_the_code_is_on_the_first_screen_of_nine_pages_of_ten(page: Page, site: str, screen: str) -> None:
    width, height, allowed = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    ends = {}
    for change in load(ROOT)[0].changes:
        if change.reach and change.kind != "requirement":
            page.goto(f"{site}releases/{change.id}/")
            code = page.locator(".body .sample").last.bounding_box()
            ends[change.id] = code["y"] + code["height"]
    late = {name: round(end) for name, end in ends.items() if end > allowed}
    assert ends
    assert len(late) <= max(1, len(ends) // 10), late
