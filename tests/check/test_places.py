"""A page is where its address says, under a name that is one; each file that is not is a line."""

from pathlib import Path

import pytest

from atlas.check.everything import inspect
from tests.project import GOOD, Project

GUIDE = "---\ntitle: A guide\ndescription: A page that says nothing.\n---\n"
PATCH = "---\ntitle: Django 4.1.3\nsummary: A patch release of the test project.\n---\n"
HERE = "expected the page of a change, such as docs/releases/4.1/logout-by-post.md"
DIGITS = "expected small letters, digits and hyphens"
#: A file below docs/, its text, and what must be said of it.
WRONG = {
    "a page between the releases": (
        "releases/shelves.md",
        GOOD,
        f"found a page that belongs to no release, {HERE}; move it into the folder of its release",
    ),
    "a page deeper than its release": (
        "releases/4.1/auth/shelves.md",
        GOOD,
        f"found a page that belongs to no release, {HERE}; move it into the folder of its release",
    ),
    "a patch release that there is not": (
        "releases/4.1/4.1.33/index.md",
        PATCH,
        "'4.1.33' is no release in data/patches.json; did you mean '4.1.3'?",
    ),
    "a patch release in another series": (
        "releases/4.2/4.1.3/index.md",
        PATCH,
        f"found a page that belongs to no release, {HERE}; move it into the folder of its release",
    ),
    "a change with capitals and blanks": (
        "releases/4.1/Shelves Close.md",
        GOOD,
        f"found a name that is no address, {DIGITS}; rename it: shelves-close.md",
    ),
    "a change with an underscore": (
        "releases/4.1/shelves_close.md",
        GOOD,
        f"found a name that is no address, {DIGITS}; rename it: shelves-close.md",
    ),
    "a change with a dot": (
        "releases/4.1/shelves.close.md",
        GOOD,
        f"found 'shelves.close.md', {DIGITS}; rename it: shelves-close.md",
    ),
    "a guide with capitals": (
        "upgrade/4.1-To-4.2.md",
        GUIDE,
        f"found a name that is no address, {DIGITS}; rename it: 4.1-to-4.2.md",
    ),
    "an ending in capitals": (
        "releases/4.1/shelves.MD",
        GOOD,
        "found the ending '.MD', expected .md for a page, or that of a picture; did you mean 'shelves.md'?",
    ),
    "another ending of Markdown": (
        "upgrade/shelves.markdown",
        GUIDE,
        "found the ending '.markdown', expected .md for a page, or that of a picture; did you mean 'shelves.md'?",
    ),
    "what an editor left": (
        "releases/4.1/shelves.md.orig",
        GOOD,
        "found the ending '.orig', expected .md for a page, or that of a picture; take it out",
    ),
}


def write(project: Project, source: str, text: str) -> None:
    path: Path = project.root / "docs" / source
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def site(project: Project) -> Project:
    """A project whose site leaves out what is no page."""
    settings = "exclude_docs: |\n  /decisions/\n  /releases/*/patches.yml\n"
    (project.root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return project


def problems(site: Project) -> list[str]:
    return [
        str(problem) for problem in inspect(site.root)[1] if problem.field == "file" and problem.path.suffix
    ]


@pytest.mark.parametrize("mistake", WRONG)
def test_a_file_at_a_wrong_place_or_under_a_wrong_name_is_one_line(site: Project, mistake: str) -> None:
    source, text, expected = WRONG[mistake]
    before = inspect(site.root)[1]
    write(site, source, text)
    assert f"docs/{source}: file: {expected}" in problems(site)
    others = [
        one for one in inspect(site.root)[1] if one not in before and one.field in ("kind", "impact", "reach")
    ]
    assert others == []


def test_two_pages_with_one_address_are_told(site: Project) -> None:
    write(site, "upgrade/policy.md", GUIDE)
    write(site, "upgrade/policy/index.md", GUIDE)
    said = (
        "docs/upgrade/policy.md: file: has the address of docs/upgrade/policy/index.md; keep one of the two"
    )
    assert said in problems(site)


def test_pages_pictures_and_what_the_site_leaves_out_are_right(site: Project) -> None:
    before = problems(site)
    write(site, "releases/4.1/shelves.md", GOOD)
    write(site, "releases/4.1/shelf.png", "")
    write(site, "releases/4.1/patches.yml", "{}\n")
    write(site, "upgrade/4.1-to-4.2.md", GUIDE)
    write(site, "decisions/A README.txt", "")
    write(site, "assets/javascripts/One.js", "")
    write(site, ".DS_Store", "")
    assert set(problems(site)) <= set(before)
