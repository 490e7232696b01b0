"""What Python and a script both work out, because the reader alone knows what of: the same on both sides.

ARCHITECTURE.md lists these with their reasons, and the tests that hold the others.
"""

from collections.abc import Iterator
from itertools import combinations

import pytest
from playwright.sync_api import Browser, Page

from atlas.facts import default_files
from atlas.facts.defaults import Defaults
from atlas.facts.django import Facts
from atlas.publish.scripts import FOLDER
from atlas.words.pasted import messages_in
from macros.tables.project_files import differences
from tests.browser.planner_scripts import reaches
from tests.browser.search_scripts import loaded_search
from tests.building import ROOT
from tests.words.test_pasted import SAID, block

#: Versions as readers type them, beside those that Django states.
TYPED = (
    "8",
    "8.0",
    "12",
    "12.0",
    "12.4",
    "8.0.4",
    "8.0.40",
    "8.0.4-rc1",
    "9.6",
    "10.11",
    "19",
    "19c",
    "23ai",
    "3.37",
    "",
)


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    """A blank page with the scripts in question."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>Both sides</title>")
    for part in ("planner/versions", "site/line-differences"):
        page.add_script_tag(path=ROOT / FOLDER / f"{part}.js")
    yield page
    page.close()


def stated() -> set[str]:
    """Every version of a database or library that some release asks for."""
    releases = Facts(ROOT).releases.values()
    return {needed.minimum for release in releases for needed in release.databases.values()}


def test_versions_of_products_are_in_one_order(scripts: Page) -> None:
    pairs = [(found, least) for found in {*TYPED, *stated()} for least in sorted(stated())]
    reached = scripts.evaluate(
        "pairs => pairs.map(([found, least]) => atlasPlanner.versions.reaches(found, least))", pairs
    )
    expected = [reaches(found, least) for found, least in pairs]
    assert dict(zip(pairs, reached, strict=True)) == dict(zip(pairs, expected, strict=True))
    assert set(expected) == {True, False}


def drawn(page: Page, defaults: Defaults, path: str, old: str, new: str) -> list[str]:
    """The lines of a file that the script shows as gone or come between two releases, with their signs."""
    texts = [defaults.files[path].get(release) for release in (old, new)]
    found: list[str] = page.evaluate(
        """([before, after]) => editsBetween(linesOf(before), linesOf(after))
            .filter(({ sign }) => sign !== " ").map(({ sign, text }) => sign + text)""",
        texts,
    )
    return found


def test_generated_files_differ_in_the_same_lines(scripts: Page) -> None:
    """Those of each hop are drawn by Python, those of any two releases by the script."""
    defaults = default_files.load(ROOT / "data")
    compared = 0
    for old, new in combinations(defaults.releases, 2):
        for path, (_, text) in differences(defaults, old, new).items():
            lines = [line for line in text.splitlines() if not line.startswith(("@", " "))]
            assert drawn(scripts, defaults, path, old, new) == lines, f"{path}, {old} to {new}"
            compared += 1
    assert compared > 100


def test_pasted_blocks_say_the_same_messages(browser: Browser) -> None:
    blocks = [block(name) for name in SAID]
    blocks += [*blocks[0].split("\n"), "\r\n".join(blocks[1].split("\n")), "\n".join(blocks)]
    with loaded_search(browser, []) as page:
        found = page.evaluate("blocks => blocks.map(messagesIn)", blocks)
    expected = [[one._asdict() for one in messages_in(text)] for text in blocks]
    assert found == expected
    assert len(expected[-1]) > 15
