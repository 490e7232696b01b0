"""The browser that tests, pictures and measurements drive: one place that finds it and starts it."""

import os
from pathlib import Path
from shutil import which

from playwright.sync_api import Browser, Playwright

from tools.need import line, named

NEED = named("chromium-headless-shell")
#: It runs as root in a container; what it would fetch by itself is no part of a test or a measurement.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def path() -> Path:
    """$CHROMIUM, or the first browser on PATH. Errors: FileNotFoundError with the line that says what to install."""
    for name in (os.environ.get("CHROMIUM", ""), NEED.program, *NEED.also):
        if found := which(name):
            return Path(found)
    raise FileNotFoundError(f"{line([NEED])}, or set CHROMIUM to the path of a browser")


def launch(playwright: Playwright) -> Browser:
    """A browser without a window. Errors: FileNotFoundError as for `path`."""
    return playwright.chromium.launch(executable_path=path(), args=ARGUMENTS)
