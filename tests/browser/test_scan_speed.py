"""The page's scanner, too, takes a time that grows with the text and not with its square."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from atlas.publish.rules import compact
from tests.browser.scan_page import SCANS, opened, write_page
from tests.library import library_of
from tests.scan.hostile import HOSTILE, PYTHON
from tests.scan.test_speed import LIMIT, SIZE, TIMES, TRIES

pytestmark = pytest.mark.slow

#: Milliseconds that the same scan takes, one after another.
TIMED = f"""async jobs => {{
  const scan = {SCANS};
  const took = [];
  for (const job of jobs) {{
    const began = performance.now();
    await scan([job]);
    took.push(performance.now() - began);
  }}
  return took;
}}"""
#: Files that name versions are read by this engine alone, and its parser is another.
VERSION_FILES = {
    "a requirement and blanks": ("requirements.txt", lambda size: "django>=" + " " * size + "x"),
    "blanks in a lock file": ("poetry.lock", lambda size: "[" + " " * size + "x"),
    "brackets in a lock file": ("poetry.lock", lambda size: "[" * size),
    "braces in a lock file": ("Pipfile.lock", lambda size: "{" * size + '"django": {'),
    "blanks in a heading": ("pyproject.toml", lambda size: "[project" + " " * size + "x"),
    "equals signs": ("requirements.txt", lambda size: "django" + "=" * size),
    "digits": ("requirements.txt", lambda size: "django==" + "1" * size),
    "digits and dots": ("requirements.txt", lambda size: "django>" + "1." * size),
    "quoted names": ("pyproject.toml", lambda size: "[project]\n" + '"django ' * (size // 8)),
    "commas": ("requirements.txt", lambda size: "django" + ",<" * (size // 2)),
}


@pytest.fixture(scope="module")
def page(browser: Browser, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    address = write_page(tmp_path_factory.mktemp("speed") / "site", compact(library_of(root)))
    with opened(browser, address.as_uri()) as page:
        yield page


@pytest.fixture(scope="module")
def rules(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = dict(compact(library_of(root)))
    return found


@pytest.mark.parametrize("name", [*HOSTILE, *VERSION_FILES])
def test_four_times_the_text_takes_about_four_times_as_long(
    name: str, page: Page, rules: dict[str, Any]
) -> None:
    path, text = {**HOSTILE, **VERSION_FILES}[name]
    ratios = []
    for _ in range(TRIES):
        files = [[path, text(size)] for size in (100, SIZE, SIZE * TIMES)]
        jobs = [{"rules": rules, "files": [[PYTHON, "x = 1"], file]} for file in files]
        start, short, long = page.evaluate(TIMED, jobs)
        # Starting a worker and reading the rules takes its time with any text.
        ratios.append((long - start) / max(short - start, start))
        if ratios[-1] < LIMIT:
            return
    raise AssertionError(f"{name}: {ratios} times as long on {TIMES} times the text, {long:.0f} ms")
