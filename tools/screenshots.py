"""The two pictures in the README: `python -m tools.screenshots SITE FOLDER` shoots a built site, light and dark.

SITE is the folder of a build, FOLDER gets `light.png` and `dark.png`.
"""

import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tools.browser import launch

#: The page that shows most of what a change page has.
PAGE = "releases/4.1/logout-by-post/"
SIZE = (1360, 940)
SCHEMES = ("light", "dark")


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def shoot(browser: Browser, address: str, scheme: str) -> bytes:
    """One page as PNG bytes, in a palette of 256 colors: a third of the size, and no difference to see."""
    width, height = SIZE
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address, wait_until="networkidle")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(256)
    context.close()
    written = BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def main(site: Path, folder: Path) -> int:
    """Write both pictures. The exit code is 1 where the site is not built."""
    if not (site / PAGE / "index.html").is_file():
        print(f"{site}/{PAGE}index.html: missing, build the site first: make build", file=sys.stderr)
        return 1
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for scheme in SCHEMES:
            picture = shoot(browser, f"http://127.0.0.1:{server.server_port}/{PAGE}", scheme)
            (folder / f"{scheme}.png").write_bytes(picture)
        browser.close()
    server.shutdown()
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m tools.screenshots SITE FOLDER")
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
