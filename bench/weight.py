"""What a reader's browser fetches for the first view of a page, compressed as a server would send it."""

import gzip
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from threading import Thread

from playwright.sync_api import Response, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Quiet(SimpleHTTPRequestHandler):
    """A file server that says nothing."""

    def log_message(self, *_: object) -> None:
        """Keep the terminal for results."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a folder served on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def first_view(site: Path, page: str) -> Counter[str]:
    """Gzipped bytes by kind of resource (document, stylesheet, script, image, …) of the first view of a page."""
    weights: Counter[str] = Counter()
    with served(site) as address, sync_playwright() as playwright:
        binary = next(path for name in BROWSERS if (path := which(name)))
        browser = playwright.chromium.launch(executable_path=binary, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page()
        seen: list[Response] = []
        tab.on("response", seen.append)
        tab.goto(f"{address}/{page}", wait_until="networkidle")
        for response in seen:
            weights[response.request.resource_type] += len(gzip.compress(response.body(), 6))
        browser.close()
    return weights
