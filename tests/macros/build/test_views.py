"""Pages get their shape by their path, and links that work in both layouts of URLs."""

from types import SimpleNamespace
from typing import Any

import pytest

from atlas.facts.proofs import Proofs
from atlas.records.library import load
from macros.build.places import Places
from macros.build.views import Views
from tests.macros.one_page import TODAY
from tests.project import Project


def views(project: Project, directory_urls: bool = True) -> Views:
    library, _ = load(project.root)
    return Views(library, Proofs({}, {}), TODAY, {"use_directory_urls": directory_urls})


def page(source: str, **meta: str) -> Any:
    return SimpleNamespace(file=SimpleNamespace(src_uri=source), meta=meta, content="")


@pytest.mark.parametrize(
    ("source", "template"),
    [
        ("index.md", "home.html"),
        ("releases/index.md", "page.html"),
        ("releases/4.1/index.md", "release.html"),
        ("releases/4.1/logout-by-post.md", "change.html"),
        ("about/conventions.md", "page.html"),
        ("upgrade/index.md", "planner.html"),
        ("upgrade/guides/3.2-to-4.2.md", "page.html"),
    ],
)
def test_a_path_decides_the_shape(project: Project, source: str, template: str) -> None:
    assert views(project).layout(page(source)) == template


def test_a_page_that_is_not_from_docs_has_the_frame_alone(project: Project) -> None:
    assert views(project).layout(None) == "frame.html"


def test_the_summary_describes_a_page_unless_it_has_a_description(project: Project) -> None:
    assert views(project).description(page("a.md", summary="Use `utc` of Python.")) == "Use utc of Python."
    assert views(project).description(page("a.md", summary="One.", description="Two.")) == "Two."
    assert views(project).description(None) == ""


def test_the_footer_says_that_the_site_is_unofficial_and_when_it_was_built(project: Project) -> None:
    footer = views(project).footer(".")
    assert "Not affiliated with the Django Software Foundation" in footer
    assert '<time datetime="2026-11-21">November 21, 2026</time>' in footer


def test_only_the_palette_of_the_theme_is_left_out(project: Project) -> None:
    styles = '<link rel="stylesheet" href="../assets/stylesheets/{}.0a1b.min.css">'
    both = styles.format("main") + styles.format("palette")
    assert views(project).own_colors(both) == styles.format("main")


@pytest.mark.parametrize(
    ("source", "hosted", "offline"),
    [
        ("index.md", "../../", "../../index.html"),
        ("releases/index.md", "../../releases/", "../../releases/index.html"),
        ("releases/4.1/x.md", "../../releases/4.1/x/", "../../releases/4.1/x.html"),
    ],
)
def test_links_are_right_hosted_and_offline(source: str, hosted: str, offline: str) -> None:
    assert Places("../..", True).page(source) == hosted
    assert Places("../..", False).page(source) == offline


def test_links_from_the_root_are_right_too() -> None:
    assert Places(".", True).page("about/index.md", "words") == "./about/#words"
    assert Places("/", True).page("about/index.md") == "/about/"
