"""What a first view of a page weighs."""

import gzip

from playwright.sync_api import Page, Response

from tests.browser.serving import settle


def first_view(page: Page, address: str) -> int:
    """Bytes of everything that a page fetches until nothing more comes, each file gzipped as a host sends it."""
    seen: list[Response] = []
    page.on("response", lambda response: seen.append(response))
    page.goto(address)
    settle(page)
    return sum(len(gzip.compress(response.body(), 6)) for response in seen)
