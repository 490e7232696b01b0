"""The files that the search box reads, written next to a built site."""

import json
from pathlib import Path

import pytest

from atlas.facts.proofs import Proofs
from atlas.publish.search.index import entries, write_index
from atlas.records.library import load
from tests.building import ROOT
from tests.project import Project

NOTHING = Proofs({}, {})


def _put(site: Path, path: str, body: str) -> None:
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(f"<html><body><article>{body}</article></body></html>", encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site with one change, one release page, one guide, the first page and a 404."""
    folder = tmp_path / "site"
    _put(folder, "index.html", "<h1>Atlas</h1>")
    _put(folder, "404.html", "<h1>Nothing here</h1>")
    _put(
        folder,
        "upgrade/index.html",
        "<h1>Upgrading</h1><p>Slowly.</p><h2 id='plan'>Plan</h2><p>Step by step.</p>",
    )
    _put(folder, "releases/4.1/index.html", "<h1>Django 4.1</h1>")
    _put(folder, "releases/4.1/shelves/index.html", "<h1>Drawn by the theme</h1>")
    return folder


@pytest.fixture
def broad(project: Project) -> Project:
    """A project with the release page and the change that the site shows."""
    project.write("4.1/shelves")
    project.write("4.1/index", "---\ntitle: Django 4.1\nsummary: Shelves close, and what else is new.\n---\n")
    return project


def test_each_page_and_each_heading_is_one_entry_and_a_change_is_one_alone(
    broad: Project, site: Path
) -> None:
    library, _ = load(broad.root)
    found = [(entry.location, entry.title, entry.page) for entry in entries(library, NOTHING, site)]
    assert found == [
        ("releases/4.1/shelves/", "Shelves close on Sundays", ""),
        ("./", "Atlas", ""),
        ("releases/4.1/", "Django 4.1", ""),
        ("upgrade/", "Upgrading", ""),
        ("upgrade/#plan", "Plan", "Upgrading"),
    ]


def test_a_release_is_found_by_its_number(broad: Project, site: Path) -> None:
    library, _ = load(broad.root)
    words = {entry.location: entry.keywords for entry in entries(library, NOTHING, site)}
    assert words["releases/4.1/"] == "4.1, Django 4.1, release notes"
    assert words["upgrade/"] == ""


def test_any_other_page_is_found_by_the_words_of_its_author(broad: Project, site: Path) -> None:
    _put(site, "upgrade/policy/index.html", "<meta name='keywords' content='end of life'><h1>Policy</h1>")
    library, _ = load(broad.root)
    words = {entry.location: entry.keywords for entry in entries(library, NOTHING, site)}
    assert words["upgrade/policy/"] == "end of life"


def test_in_the_offline_copy_places_are_files(broad: Project, site: Path) -> None:
    (site / "releases/4.1/shelves/index.html").rename(site / "releases/4.1/shelves.html")
    library, _ = load(broad.root)
    found = [entry.location for entry in entries(library, NOTHING, site, flat=True)]
    assert found[:3] == ["releases/4.1/shelves.html", "index.html", "releases/4.1/index.html"]


def files(site: Path) -> list[str]:
    """The addresses of all parts of the index, as every page is told."""
    config = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["config"]
    return list(config["parts"])


def added(site: Path, name: str) -> list[list[str]]:
    """What a later part adds, entry by entry."""
    text = (site / f"search/{name}.js").read_text(encoding="utf-8")
    return list(json.loads(text.removeprefix("atlasSearch.add(").removesuffix(");\n")))


def test_what_every_page_reads_is_small_and_names_all_parts_by_their_digests(
    broad: Project, site: Path
) -> None:
    library, _ = load(broad.root)
    write_index(ROOT, library, NOTHING, site)
    stub = (site / "search/search_index.json").read_text(encoding="utf-8")
    assert len(stub) < 300
    assert (site / "search/search_index.js").read_text(encoding="utf-8") == f"var __index={stub}"
    first = files(site)
    assert [address.partition("?")[0] for address in first] == [
        f"search/{name}.js" for name in ("index", "said", "rest")
    ]
    broad.write("4.1/windows")
    write_index(ROOT, load(broad.root)[0], NOTHING, site)
    assert not {*files(site)} & {*first}


def test_what_pages_say_comes_behind_as_json_in_a_call(broad: Project, site: Path) -> None:
    library, _ = load(broad.root)
    write_index(ROOT, library, NOTHING, site)
    known = list(entries(library, NOTHING, site))
    assert added(site, "said") == [[entry.summary, entry.messages] for entry in known]
    assert added(site, "rest") == [[entry.facts, entry.text] for entry in known]
    index = (site / "search/index.js").read_text(encoding="utf-8")
    assert known[0].title in index
    assert known[0].summary not in index and known[0].text not in index


def test_the_index_is_the_same_when_it_is_written_again(broad: Project, site: Path) -> None:
    library, _ = load(broad.root)
    write_index(ROOT, library, NOTHING, site)
    first = files(site)
    write_index(ROOT, library, NOTHING, site)
    assert files(site) == first


def test_each_cve_is_found_by_itself_where_there_is_a_page_of_them(broad: Project, site: Path) -> None:
    _put(site, "reference/security/index.html", "<h1>Security fixes</h1>")
    library, _ = load(broad.root)
    found = {entry.location: entry for entry in entries(library, NOTHING, site)}
    one = found["reference/security/#cve-2022-34265"]
    assert one.title == "CVE-2022-34265: SQL injection: Trunc(kind), Extract(lookup_name)"
    assert one.summary == "Made public on July 4, 2022. Fixed in 3.2.14, 4.0.6. Severity: high."
    assert sum("#cve-" in location for location in found) == len(library.facts.cves)
