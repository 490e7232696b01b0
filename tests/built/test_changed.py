"""Which pages a change touches, for who reviews it."""

from pathlib import Path

import pytest

from atlas.built.changed import MOST, differences, main, words

SHELL = "<html><title>{title} · A site</title><body><nav>{nav}</nav><article class='a'>{said}</article></body></html>"


def write(site: Path, file: str, title: str, said: str, nav: str = "") -> None:
    path = site / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SHELL.format(title=title, nav=nav, said=said), encoding="utf-8")


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """The same two pages in both; what all pages share differs."""
    for name in ("before", "after"):
        write(tmp_path / name, "index.html", "Home", "<p>Hello.</p>", nav=name)
        write(tmp_path / name, "releases/4.1/shelf.html", "Shelf", "<p>One.</p>\n<p>Two.</p>", nav=name)
    return tmp_path / "before", tmp_path / "after"


def told(sites: tuple[Path, Path], at: str = "") -> list[str]:
    return words(list(differences(*sites)), at).splitlines()


def test_what_all_pages_share_is_no_change(sites: tuple[Path, Path]) -> None:
    assert told(sites) == ["No page says anything else than before."]


def test_pages_that_changed_came_and_went_are_listed_with_how_much(sites: tuple[Path, Path]) -> None:
    before, after = sites
    write(after, "releases/4.1/shelf.html", "Shelf [new]", "<p>One.</p>\n<p>Three.</p>\n<p>Four.</p>")
    write(after, "upgrade/index.html", "Upgrade", "<p>Up.</p>")
    write(before, "upgrade/old.html", "Old", "<p>Old.</p>\n<p>Still.</p>")
    write(after, "404.html", "Not here", "<p>No.</p>")
    assert told(sites, "https://preview.example/1/") == [
        "## Pages: 1 changed, 1 new, 1 gone",
        "",
        r"* changed: [Shelf \[new\]](https://preview.example/1/releases/4.1/shelf.html) `/releases/4.1/shelf/` (+2 −1)",
        "* new: [Upgrade](https://preview.example/1/upgrade/index.html) `/upgrade/` (+1 −0)",
        "* gone: Old `/upgrade/old/` (+0 −2)",
    ]


def test_a_change_of_many_pages_is_a_list_of_some(sites: tuple[Path, Path]) -> None:
    for number in range(MOST + 5):
        write(sites[1], f"new/{number:03}.html", "New", "<p>New.</p>")
    lines = told(sites)
    assert (lines[0], lines[-1]) == (f"## Pages: {MOST + 5} new", "* new: 5 more")


def test_a_folder_that_is_no_site_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path}: found no index.html")
