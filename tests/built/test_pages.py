"""The built site is read back as a browser would read it."""

from pathlib import Path

import pytest

from atlas.built.links import broken, target
from atlas.built.pages import address, read_page, read_site


@pytest.mark.parametrize(
    ("file", "hosted"),
    [
        ("index.html", "/"),
        ("releases/index.html", "/releases/"),
        ("releases/4.1/x/index.html", "/releases/4.1/x/"),
        ("releases/4.1/x.html", "/releases/4.1/x/"),
    ],
)
def test_both_layouts_have_the_hosted_address(file: str, hosted: str) -> None:
    assert address(file) == hosted


def test_headings_and_rows_are_anchors_and_the_themes_ids_are_not() -> None:
    page = read_page(
        "x.html",
        '<h2 class="a>b" id="steps">S</h2><tr id="cve-2022-1"><div id="box"><dt id="fn:1"><h3 id="__search">',
    )
    assert page.anchors == ("steps", "cve-2022-1")
    assert {"steps", "box", "fn:1"} < page.ids


def test_tags_in_scripts_and_comments_do_not_count() -> None:
    page = read_page("x.html", "<script>'<h2 id=\"a\">'</script><!-- <h2 id=\"b\"> --><h2 id='c'>")
    assert page.anchors == ("c",)
    assert page.scripts == ("'<h2 id=\"a\">'",)


def test_a_link_is_read_without_its_escapes() -> None:
    assert read_page("x.html", '<a href="y/?a=1&amp;b=2">').links == ("y/?a=1&b=2",)


@pytest.mark.parametrize(
    ("file", "link", "found"),
    [
        ("a/b/index.html", "../c/", "a/c/index.html"),
        ("a/b/index.html", "..", "a/index.html"),
        ("a/b/index.html", "../..", "index.html"),
        ("a/b/index.html", ".", "a/b/index.html"),
        ("a/b/index.html", "", "a/b/index.html"),
        ("a/b.html", "c.html", "a/c.html"),
        ("404.html", "/a/", "a/index.html"),
        ("404.html", "/", "index.html"),
    ],
)
def test_a_relative_link_leads_to_a_file(file: str, link: str, found: str) -> None:
    assert target(file, link) == found


def test_links_that_lead_nowhere_are_told_with_their_page(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(
        '<h1 id="top"><a href="a/#here"><a href="a/#gone"><a href="b/"><a href="#top"><a href="https://x.example/no">'
    )
    (tmp_path / "a/index.html").write_text('<h2 id="here"><a href="..">')
    assert broken(tmp_path, read_site(tmp_path)) == [
        "index.html: a/#gone: no such anchor on that page",
        "index.html: b/: no such file in the site",
    ]
