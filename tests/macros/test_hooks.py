"""What a build takes from pages that have become HTML."""

from typing import Any

import pytest
from mkdocs.structure.files import File

import macros
from tests.macros.one_page import build_of
from tests.project import Project

META = {"title": "Shelves", "summary": "Closed.", "render_macros": True, "tickets": [1]}


class Page:
    def __init__(self, source: str) -> None:
        self.file = File(source, "docs", "site", True)
        self.markdown, self.content, self.meta = "Text.", "<p>Text.</p>" * 100, dict(META)


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("releases/4.1/shelves.md", {"title": "Shelves", "summary": "Closed."}),
        ("releases/4.1/index.md", META),
        ("about/index.md", META),
    ],
)
def test_markdown_goes_html_is_deflated_and_of_changes_what_their_records_have_goes(
    project: Project, source: str, left: dict[str, Any]
) -> None:
    project.write("4.1/shelves")
    page = Page(source)
    html = page.content
    macros.let_go(build_of(project), page)
    assert (page.markdown, str(page.content), page.meta) == ("", html, left)
    assert "<p>" in page.content and "<h1" not in page.content


def test_the_sitemap_has_the_day_of_a_patch_release_and_no_day_of_the_build(project: Project) -> None:
    build = build_of(project)
    assert (
        macros.content_day(build, "releases/4.1/4.1.1/index.md") == build.library.facts.patches["4.1.1"].date
    )
    for source in ("index.md", "releases/4.1/index.md", "releases/4.1/shelves.md", "about/index.md"):
        assert macros.content_day(build, source) == ""
