"""Pages get their shape by their path; what stands around their text is said once."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.pages.parts import Parts
from tests.macros.one_page import build_of
from tests.project import Project


def parts(project: Project) -> Parts:
    return Parts(build_of(project))


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
    assert parts(project).layout(page(source)) == template


def test_a_page_that_is_not_from_docs_has_the_frame_alone(project: Project) -> None:
    assert parts(project).layout(None) == "frame.html"


def test_the_summary_describes_a_page_unless_it_has_a_description(project: Project) -> None:
    assert parts(project).description(page("a.md", summary="Use `utc` of Python.")) == "Use utc of Python."
    assert parts(project).description(page("a.md", summary="One.", description="Two.")) == "Two."
    assert parts(project).description(None) == ""


def test_the_footer_says_that_the_site_is_unofficial_and_when_it_was_built(project: Project) -> None:
    footer = parts(project).footer(page("index.md"))
    assert "Not affiliated with the Django Software Foundation" in footer
    assert '<time datetime="2026-11-21">November 21, 2026</time>' in footer


def test_of_the_themes_style_sheets_only_its_palette_is_left_out(project: Project, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs/assets/stylesheets"
    theirs.mkdir(parents=True)
    for name in ("main.0a1b.min.css", "main.0a1b.min.css.map", "palette.2c3d.min.css"):
        (theirs / name).touch()
    folders = [str(ours), str(tmp_path / "theirs")]
    assert parts(project).theme_styles(folders) == "assets/stylesheets/main.0a1b.min.css"
    (theirs / "main.4e5f.min.css").touch()
    with pytest.raises(ValueError, match="too many values"):
        parts(project).theme_styles(folders)


def test_a_page_that_is_not_from_docs_has_no_address(project: Project) -> None:
    assert (parts(project).head(None, ""), parts(project).address(None)) == ("", "")


def test_a_part_is_drawn_once_for_all_pages_of_a_folder_but_its_index(project: Project) -> None:
    drawing = parts(project)
    sources = ["releases/4.1/a.md", "releases/4.1/b.md", "releases/4.1/index.md", "releases/4.0/a.md"]
    drawn = [drawing.once("nav", page(source), caller=lambda: source) for source in sources]  # noqa: B023
    assert drawn == ["releases/4.1/a.md", "releases/4.1/a.md", *sources[2:]]
    assert drawing.once("header", page(sources[0]), caller=lambda: "header") == "header"
    assert drawing.once("nav", None, caller=lambda: "from the root") == "from the root"
