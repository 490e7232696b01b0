"""Every link of the built site leads somewhere, and no page needs anything from elsewhere."""

import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from atlas.built import permalinks
from atlas.built.links import broken
from atlas.built.pages import BuiltPage, read_site
from atlas.check.django_links import Checker, addresses, in_docs
from atlas.facts import docs_pages, source_files
from atlas.words.html_tags import GIVEN, attributes, tags

#: The elements for which a browser asks for a file, by these attributes; for a link only with some relations.
LOADERS = re.compile(
    rf"<(?:link|script|img|iframe|frame|source|track|video|audio|embed|object|input|image)\b{GIVEN}>", re.I
)
LOADING = re.compile(r'(?:src|poster|data|srcset)="(?P<url>[^"]*)"')
LOADING_LINK = re.compile(
    r'rel="(?:stylesheet|icon|preload|modulepreload|manifest|preconnect|dns-prefetch|prefetch)"'
)
ELSEWHERE = re.compile(r"(?:https?:)?//", re.I)


@pytest.fixture(scope="module")
def pages(built_site: Path) -> list[BuiltPage]:
    return read_site(built_site)


@pytest.fixture(scope="module")
def checker(root: Path) -> Checker:
    return Checker(docs_pages.load(root / "data"), source_files.load(root / "data"))


def test_every_link_inside_the_site_resolves(built_site: Path, pages: list[BuiltPage]) -> None:
    assert broken(built_site, pages) == []


def test_every_link_into_django_that_people_wrote_resolves(root: Path, checker: Checker) -> None:
    assert [str(problem) for problem in in_docs(root, checker)] == []


def test_every_link_into_django_that_the_site_shows_resolves(built_site: Path, checker: Checker) -> None:
    fault_of = cache(checker.fault)
    wrong = []
    for path in sorted(built_site.rglob("*.html")):
        for url in dict.fromkeys(addresses(unescape(path.read_text(encoding="utf-8")))):
            if fault := fault_of(url):
                wrong.append((path.relative_to(built_site).as_posix(), fault))
    assert wrong == []


def test_no_published_address_vanished(
    built_site: Path,
    root: Path,
    pages: list[BuiltPage],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(permalinks, "read_site", lambda site: pages)
    code = permalinks.main([str(built_site), "--root", str(root)])
    assert code == 0, capsys.readouterr().err


def test_no_page_loads_anything_from_elsewhere(built_site: Path) -> None:
    found = [
        (path.relative_to(built_site).as_posix(), url)
        for path in sorted(built_site.rglob("*.html"))
        for url in loaded(path.read_text(encoding="utf-8"))
        if ELSEWHERE.match(url)
    ]
    assert found == []


def test_no_stylesheet_loads_anything_from_elsewhere(built_site: Path) -> None:
    called = re.compile(r"url\(\s*[\"']?(?:https?:)?//|@import\s+[\"'](?:https?:)?//", re.I)
    assert [
        path.name for path in built_site.rglob("*.css") if called.search(path.read_text(encoding="utf-8"))
    ] == []


def loaded(html: str) -> list[str]:
    """The addresses that a browser asks for by itself when it shows a page."""
    urls = []
    for tag in tags("".join(LOADERS.findall(html))):
        if tag.name == "link":
            href = attributes(tag.given).get("href")
            urls += [href] if href and LOADING_LINK.search(tag.given) else []
        else:
            urls += [one["url"] for one in LOADING.finditer(tag.given)]
    return urls


def test_what_would_be_loaded_from_elsewhere_is_seen() -> None:
    html = (
        '<link rel="canonical" href="https://a.example/"><link href="https://b.example/x.css" rel="stylesheet">'
        '<script src="//c.example/x.js"></script><a href="https://d.example/">d</a>'
    )
    assert loaded(html) == ["https://b.example/x.css", "//c.example/x.js"]


def test_every_page_has_an_address_and_a_preview_whose_picture_is_there(
    built_site: Path, pages: list[BuiltPage]
) -> None:
    hosted = "https://upgrade-atlas.example"
    for page in pages:
        if page.file == "404.html":
            continue
        html = (built_site / page.file).read_text(encoding="utf-8")
        assert f'<link rel="canonical" href="{hosted}{page.address}">' in html, page.file
        for name in ("og:title", "og:description", "og:image:alt"):
            assert re.search(rf'<meta property="{name}" content="[^"]+">', html), (page.file, name)
        picture = re.search(rf'<meta property="og:image" content="{hosted}/([^"]+)">', html)
        assert picture and (built_site / picture[1]).is_file(), page.file
