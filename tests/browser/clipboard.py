"""The clipboard as a reader finds it."""

from playwright.sync_api import Page


def pasted(page: Page) -> str:
    """What a paste into a field of another page gives, its lines ended by `\n`."""
    other = page.context.new_page()
    other.set_content("<textarea></textarea>")
    other.locator("textarea").focus()
    other.keyboard.press("Control+V")
    text = other.locator("textarea").input_value()
    other.close()
    return text.replace("\r\n", "\n")
