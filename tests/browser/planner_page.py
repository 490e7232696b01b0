"""The planner's page as tests look at it."""

import re

from playwright.sync_api import Locator, Page

HOSTED = "https://upgrade-atlas.example/"
#: A change that warns from 4.1 on: the plan to 4.1 has it at its second hop, which is closed at first.
LATER = "step-4-1-logout-by-post"


def title(page: Page) -> Locator:
    return page.locator(".plan-title")


def hop(page: Page, name: str) -> Locator:
    return page.locator(f'details[data-hop="{name}"]')


def steps(page: Page) -> Locator:
    return page.locator("#plan [data-step]").filter(visible=True)


def ticket(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Copy for a ticket")


def done(page: Page, release: str) -> tuple[int, int]:
    """How many steps of a hop are done, and of how many."""
    found = re.search(r"(\d+) of (\d+) done", hop(page, release).locator(".hop__done").inner_text())
    assert found
    return int(found[1]), int(found[2])
