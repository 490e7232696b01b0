"""An address that was published stays or is sent on, and a redirect leads from what moved to what is there."""

from pathlib import Path

import pytest

from atlas.check.everything import inspect
from tests.project import GOOD, Project

AT = "/releases/4.1/shelves/"
LISTED = ["/releases/4.1/old/", "/releases/4.1/old/#steps", "/releases/4.1/old/#who-is-affected", AT]


@pytest.fixture
def site(project: Project) -> Project:
    """A project with one page, which once had another address."""
    project.write("4.1/shelves")
    publish(project, *LISTED)
    moved(project, f"/releases/4.1/old/: {AT}", f"/releases/4.1/old/#steps: {AT}#how-to-change-your-code")
    return project


def publish(site: Project, *addresses: str) -> None:
    (site.root / "permalinks.txt").write_text("\n".join(addresses) + "\n", encoding="utf-8")


def moved(site: Project, *lines: str) -> None:
    (site.root / "redirects.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def problems(site: Project) -> list[str]:
    return [str(problem) for problem in inspect(site.root)[1]]


def test_a_page_that_moved_with_its_anchors_is_right(site: Project) -> None:
    assert problems(site) == []


def test_a_page_that_is_gone_is_one_line_with_the_redirect_to_paste(site: Project) -> None:
    moved(site)
    assert problems(site) == [
        "permalinks.txt:1: permalink: /releases/4.1/old/ vanished;"
        f" bring it back, or add to redirects.yml: `/releases/4.1/old/: {AT}`"
    ]


def test_a_heading_that_was_renamed_is_one_line_with_the_redirect_to_paste(site: Project) -> None:
    publish(site, *LISTED, f"{AT}#who-is-hit")
    (said,) = problems(site)
    assert said.startswith(f"permalinks.txt:5: permalink: {AT}#who-is-hit vanished; bring it back, or add to")
    assert said.endswith(f"redirects.yml: `{AT}#who-is-hit: {AT}#who-is-affected`")


#: A line of redirects.yml and the line that must come of it.
WRONG = {
    "from an anchor that is there": (
        f"{AT}#at-a-glance: {AT}#before-and-after",
        f"{AT}#at-a-glance is there and needs no redirect; take the line out",
    ),
    "to a page that is not there": (
        "/releases/4.1/older/: /releases/4.1/shelvs/",
        "/releases/4.1/older/ leads to /releases/4.1/shelvs/, which the site does not have; did you mean"
        f" '{AT}'?",
    ),
    "to an anchor that is not there": (
        f"/releases/4.1/older/: {AT}#who-is-afected",
        f"/releases/4.1/older/ leads to {AT}#who-is-afected, which the site does not have; did you mean"
        f" '{AT}#who-is-affected'?",
    ),
    "to something else": (
        "/releases/4.1/older/: /nowhere/at/all/",
        "/releases/4.1/older/ leads to /nowhere/at/all/, which the site does not have; name an address that it has",
    ),
    "from what nobody ever saw": (
        f"/releases/4.1/oldest/: {AT}",
        "/releases/4.1/oldest/ was never published; take the line out, or correct the old address",
    ),
}


@pytest.mark.parametrize("mistake", WRONG)
def test_a_wrong_redirect_is_named_with_its_line(site: Project, mistake: str) -> None:
    line, expected = WRONG[mistake]
    publish(site, *LISTED, "/releases/4.1/older/")
    rest = [] if "older" in line else [f"/releases/4.1/older/: {AT}"]
    moved(site, *rest, f"/releases/4.1/old/: {AT}", f"/releases/4.1/old/#steps: {AT}", line)
    assert f"redirects.yml:{len(rest) + 3}: redirects: {expected}" in problems(site)


def test_a_page_cannot_be_there_and_moved(site: Project) -> None:
    site.write("4.1/doors", GOOD.replace("Shelves", "Doors"))
    moved(site, "/releases/4.1/old/: /releases/4.1/doors/", f"{AT}: /releases/4.1/doors/")
    said = [line for line in problems(site) if line.startswith("redirects.yml")]
    assert said == [f"redirects.yml:2: redirects: {AT} is there and needs no redirect; take the line out"]


def test_anchors_that_macros_draw_are_left_to_the_build(site: Project) -> None:
    front = "---\ntitle: Django 4.1\nsummary: A release of the test project.\nrender_macros: true\n---\n"
    site.write("4.1/index", f"{front}## Story\n")
    publish(site, *LISTED, "/releases/4.1/", "/releases/4.1/#drawn")
    assert problems(site) == []


def test_a_page_that_cannot_be_read_is_the_only_line(site: Project) -> None:
    publish(site, *LISTED, f"{AT}#who-is-affected")
    path = site.root / "docs/releases/4.1/shelves.md"
    path.write_bytes(path.read_bytes() + b"caf\xe9\n")
    (said,) = problems(site)
    assert said.startswith("docs/releases/4.1/shelves.md:")


def test_a_list_that_is_not_utf_8_is_told_with_its_line(site: Project) -> None:
    path: Path = site.root / "permalinks.txt"
    path.write_bytes(path.read_bytes() + b"/caf\xe9/\n")
    assert problems(site) == [
        "permalinks.txt:5: encoding: found the byte 0xe9, expected UTF-8; save the file as UTF-8"
    ]
