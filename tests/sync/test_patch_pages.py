"""A sync begins the page of each patch release that has none, and leaves those that there are."""

from pathlib import Path

from atlas.sync.patch_pages import missing, write
from tests.sync.archives import facts_of


def docs(folder: Path) -> Path:
    (folder / "releases/4.1").mkdir(parents=True)
    return folder


def test_a_page_says_what_the_release_is(tmp_path: Path) -> None:
    write(missing(facts_of(), docs(tmp_path)))
    text = (tmp_path / "releases/4.1/4.1.1/index.md").read_text(encoding="utf-8")
    assert "title: Django 4.1.1\n" in text
    assert "summary: The security release of September 5, 2022 that fixes 1 CVE and 2 bugs.\n" in text


def test_a_page_that_is_there_is_kept(tmp_path: Path) -> None:
    write(missing(facts_of(), docs(tmp_path)))
    (tmp_path / "releases/4.1/4.1.1/index.md").write_text("mine", encoding="utf-8")
    assert missing(facts_of(), tmp_path) == {}


def test_a_folder_without_releases_gets_no_pages(tmp_path: Path) -> None:
    assert missing(facts_of(), tmp_path) == {}
