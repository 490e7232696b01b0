"""What templates get of links: the hosted address, the head of a page for previews, names with their places."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from atlas.publish.previews import Picture
from atlas.records.library import load
from atlas.records.redirects import Redirects
from macros.links import permanent
from macros.links.permanent import Links, named
from tests.project import Project

CHANGE = "releases/4.1/shelves.md"


def on(source: str, directories: bool = True, **meta: str) -> Any:
    """A page as the site builder hands it to templates."""
    file = File(source, "docs", "site", directories)
    return SimpleNamespace(file=file, meta=meta, title=None, is_homepage=source == "index.md")


@pytest.fixture
def given(project: Project) -> Links:
    project.write("4.1/shelves")
    project.write("4.1/index", "---\ntitle: Django 4.1\nsummary: A release of shelves for the tests.\n---\n")
    library, problems = load(project.root)
    assert not problems
    return Links(library, Redirects({}), "https://atlas.example/", "Atlas")


@pytest.mark.parametrize("directories", [True, False])
def test_the_address_is_the_hosted_one_in_every_layout(given: Links, directories: bool) -> None:
    assert given.hosted(on(CHANGE, directories)) == "https://atlas.example/releases/4.1/shelves/"
    assert given.hosted(on("index.md", directories)) == "https://atlas.example/"


@pytest.mark.parametrize(
    ("source", "picture"),
    [
        (CHANGE, Picture("4.1", "deprecated")),
        ("releases/4.1/index.md", Picture("4.1")),
        ("releases/index.md", Picture()),
        ("upgrade/index.md", Picture()),
    ],
)
def test_a_page_has_the_picture_of_its_release_and_kind(given: Links, source: str, picture: Picture) -> None:
    assert given.picture(on(source)) == picture
    assert picture in given.pictures()


def test_the_head_is_escaped_and_the_marks_of_code_are_gone(given: Links) -> None:
    head = given.head(on(CHANGE, title='`{{ form }}` & "more"'), "Less < more.")
    assert '<meta property="og:title" content="{{ form }} &amp; &#34;more&#34;">' in head
    assert '<meta property="og:description" content="Less &lt; more.">' in head
    assert (
        '<meta property="og:image" content="https://atlas.example/assets/previews/4.1-deprecated.png">'
        in head
    )


def test_a_missing_page_has_no_address(given: Links) -> None:
    assert (given.head(None, ""), given.foot(None)) == ("", "")


def test_names_of_a_change_come_with_their_places(given: Links) -> None:
    names = named(given.library, given.library.changes[0])
    assert [name.text for name in names] == ["django.contrib.auth.views.LogoutView"]
    assert names[0].source_tag == "4.1.13"


def environment(given: Links, moved: dict[str, str]) -> Any:
    redirects = Redirects(moved, dict.fromkeys(moved, 3))
    files = Files([File(CHANGE, "docs", "site", True)])
    extra = {"links": Links(given.library, redirects, given.site_url, given.site_name)}
    conf = {"extra": extra, "use_directory_urls": True, "site_dir": "site"}
    return SimpleNamespace(page=on(CHANGE), markdown="Text.", conf=conf, variables={"files": files})


def test_a_page_that_lost_an_anchor_says_where_it_went(given: Links) -> None:
    env = environment(given, {"/releases/4.1/shelves/#old": "/releases/4.1/shelves/#new"})
    permanent.add_moved_notes(env)
    assert env.markdown.startswith("Text.\n\n<div")
    assert 'id="old" data-moved="./#new"' in env.markdown


def test_other_pages_stay_as_they_are(given: Links) -> None:
    env = environment(given, {"/releases/4.1/other/#old": "/releases/4.1/shelves/"})
    permanent.add_moved_notes(env)
    assert env.markdown == "Text."


def test_a_redirect_to_a_page_that_is_not_there_stops_the_build_with_its_line(
    given: Links, tmp_path: Path
) -> None:
    env = environment(given, {"/releases/4.1/old/": "/releases/4.1/gone/"})
    with pytest.raises(PluginError, match=r"redirects\.yml:3: redirects: /releases/4.1/old/ leads to a page"):
        permanent.write(env, tmp_path)
