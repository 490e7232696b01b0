"""What templates get of links: the hosted address, the head of a page for previews, and what moved."""

import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from atlas.publish.previews import Picture
from atlas.records.redirects import Redirects
from macros.build.build import Build
from macros.links import permanent
from tests.building import ROOT
from tests.macros.one_page import build_of
from tests.project import Project

CHANGE = "releases/4.1/shelves.md"


def on(source: str, directories: bool = True, **meta: str) -> Any:
    """A page as the site builder hands it to templates."""
    file = File(source, "docs", "site", directories)
    is_homepage = source == "index.md"
    return SimpleNamespace(
        file=file, meta=meta, title=None, is_homepage=is_homepage, url=file.url, edit_url=None
    )


@pytest.fixture
def given(project: Project) -> Build:
    project.write("4.1/shelves")
    project.write("4.1/index", "---\ntitle: Django 4.1\nsummary: A release of shelves for the tests.\n---\n")
    return build_of(project)


@pytest.mark.parametrize("directories", [True, False])
def test_the_address_is_the_hosted_one_in_every_layout(given: Build, directories: bool) -> None:
    assert permanent.hosted(given, on(CHANGE, directories)) == "https://atlas.example/releases/4.1/shelves/"
    assert permanent.hosted(given, on("index.md", directories)) == "https://atlas.example/"


@pytest.mark.parametrize(
    ("source", "picture"),
    [
        (CHANGE, Picture("4.1", "deprecated")),
        ("releases/4.1/index.md", Picture("4.1")),
        ("releases/index.md", Picture()),
        ("upgrade/index.md", Picture()),
    ],
)
def test_a_page_has_the_picture_of_its_release_and_kind(given: Build, source: str, picture: Picture) -> None:
    assert permanent.preview(given.library, source) == picture
    assert picture in permanent.previews(given.library)


def test_a_page_leads_to_its_text_and_where_the_configuration_says_so_to_its_source(given: Build) -> None:
    page = on(CHANGE)
    assert permanent.ways(given, page) == [("This page as Markdown", "../shelves.md")]
    assert permanent.ways(given, on("index.md")) == []
    page.edit_url = "https://code.example/edit/docs/releases/4.1/shelves.md"
    hosted = replace(given, report_url="https://code.example/new?title={page}")
    assert permanent.ways(hosted, page)[1:] == [
        ("Source of this page", page.edit_url),
        (
            "Report an error",
            "https://code.example/new?title=https%3A%2F%2Fatlas.example%2Freleases%2F4.1%2Fshelves%2F",
        ),
    ]
    assert 'href="../shelves.md"' in permanent.foot(given, page)


def test_the_head_is_escaped_and_the_marks_of_code_are_gone(given: Build) -> None:
    head = permanent.head(given, on(CHANGE, title='`{{ form }}` & "more"'), "Less < more.")
    assert '<meta property="og:title" content="{{ form }} &amp; &#34;more&#34;">' in head
    assert '<meta property="og:description" content="Less &lt; more.">' in head
    assert (
        '<meta property="og:image" content="https://atlas.example/assets/previews/4.1-deprecated.png">'
        in head
    )


def test_without_an_address_of_the_site_what_needs_one_is_left_out(given: Build) -> None:
    nowhere = replace(given, site_url="/")
    head, foot = permanent.head(nowhere, on(CHANGE), "Less."), permanent.foot(nowhere, on(CHANGE))
    assert [word for word in ("canonical", "og:url", "og:image", "feed.xml") if word in head] == []
    assert '<meta property="og:description" content="Less.">' in head
    assert "Permanent address" not in foot
    assert 'href="../shelves.md"' in foot


def moving(given: Build, moved: dict[str, str]) -> Build:
    return replace(given, redirects=Redirects(moved, dict.fromkeys(moved, 3)))


def test_a_page_that_lost_an_anchor_says_where_it_went(given: Build) -> None:
    build = moving(given, {"/releases/4.1/shelves/#old": "/releases/4.1/shelves/#new"})
    assert 'id="old" data-moved="./#new"' in permanent.moved_notes(build, CHANGE)


def test_other_pages_stay_as_they_are(given: Build) -> None:
    build = moving(given, {"/releases/4.1/other/#old": "/releases/4.1/shelves/"})
    assert permanent.moved_notes(build, CHANGE) == ""


def test_a_redirect_to_a_page_that_is_not_there_stops_the_build_with_its_line(
    given: Build, tmp_path: Path
) -> None:
    build = moving(given, {"/releases/4.1/old/": "/releases/4.1/gone/"})
    with pytest.raises(PluginError, match=r"redirects\.yml:3: redirects: /releases/4.1/old/ leads to a page"):
        permanent.write_moved(build, tmp_path)


def test_link_previews_are_drawn_once_and_again_in_other_colors(given: Build, tmp_path: Path) -> None:
    colors = tmp_path / permanent.COLORS
    colors.parent.mkdir(parents=True)
    css = (ROOT / permanent.COLORS).read_text(encoding="utf-8")
    colors.write_text(css, encoding="utf-8")
    build = replace(given, root=tmp_path)
    permanent.draw_ahead(build)
    kept = {path: path.stat().st_mtime_ns for path in build.caches["previews"].folder.iterdir()}
    assert len(kept) == len(permanent.previews(build.library))
    permanent.write_previews(build, tmp_path / "site")
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert (tmp_path / "site/assets/previews/4.1-deprecated.png").is_file()
    colors.write_text(re.sub(r"--accent: #\w+", "--accent: #00aa00", css), encoding="utf-8")
    permanent.draw_ahead(build)
    assert len(list(build.caches["previews"].folder.iterdir())) == 2 * len(kept)
