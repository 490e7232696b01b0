"""The matrix of packages and the page of one say what ran, with the day and the versions, and no more."""

from pathlib import Path

import pytest

from atlas.facts import packages as package_facts
from macros.build.here import Here
from macros.tables import packages as macros
from tests.html_tables import Table, tables
from tests.macros.one_page import build_of
from tests.macros.tables.package_data import NAME, write
from tests.project import GOOD, Project

SOURCES = ("packages/index.md", f"packages/{NAME}.md", "packages/django-lamps.md")


@pytest.fixture
def here(project: Project) -> Here:
    write(project)
    project.write("4.1/sundays", GOOD)
    return Here(build_of(project, more=SOURCES), f"packages/{NAME}.md")


def by_caption(html: str, words: str) -> Table:
    return next(table for table in tables(html) if words in table.caption)


def test_the_matrix_has_the_newest_that_ran_and_the_smallest_where_it_is_known(here: Here) -> None:
    (table,) = tables(macros.package_matrix(here))
    rows = {row[0]: dict(zip(table.header, row, strict=True)) for row in table.rows}
    assert list(rows) == ["django-lamps", NAME]
    found = {release: rows[NAME][release] for release in ("3.2", "4.0", "4.1", "4.2")}
    assert found == {"3.2": "–not run yet", "4.0": "2.0from 1.5", "4.1": "3.0", "4.2": "none of 1 tried"}


def test_a_page_says_when_it_was_run_and_what_was_the_newest_then(here: Here) -> None:
    said = macros.package(here, NAME)
    assert "`django-shelves` keeps books where readers find them." in said
    assert "from 2026-11-01 to 2026-11-02; the newest on the package index was then 3.1." in said
    assert "It has not been run on 2.2 to 3.2 and 5.0 to 6.1 yet." in said


def test_what_ran_stands_beside_what_is_declared(here: Here) -> None:
    table = by_caption(macros.package(here, NAME), "run, install and are declared")
    assert table.rows == [
        ["4.2", "–", "none of 1 tried", "3.0", "Django >=4.1", "Django 4.2.30, Python 3.10.13"],
        ["4.1", "not searched for", "3.0", "3.0", "Django >=4.1; names 4.1", "Django 4.1.13, Python 3.10.13"],
        ["4.0", "1.5", "2.0", "2.0", "Django >=3.2; names 4.0", "Django 4.0.10, Python 3.10.13"],
    ]


def test_a_hop_is_told_where_both_sides_ran(here: Here) -> None:
    table = by_caption(macros.package(here, NAME), "both sides")
    assert table.rows == [["4.0 to 4.1", "2.0"]]


def test_a_failure_has_its_words_and_leads_to_the_change_that_caused_it(here: Here) -> None:
    html = macros.package(here, NAME)
    table = by_caption(html, "failed")
    assert [row[:3] for row in table.rows] == [
        ["3.0", "4.2, which it declares", "load"],
        ["1.5", "4.1", "load"],
        ["1.0", "4.0", "load"],
    ]
    assert "ImportError: cannot import name 'LogoutView'" in table.rows[0][3]
    assert '<a class="change-title" href="../../releases/4.1/sundays/">Shelves close on Sundays</a>' in html


def test_a_page_shows_what_the_package_was_run_with(here: Here) -> None:
    said = macros.package(here, NAME)
    lines = ['INSTALLED_APPS += ["shelves"]', "SHELVES = 3", 'path("shelves/", include("shelves.urls"))']
    assert all(f"\n{line}\n" in said for line in lines)
    assert 'INSTALLED_APPS += ["shelves.deep"]  # >=2.0' in said
    assert "`shelves.cellar` was not imported: it is always dark there." in said


def test_a_package_that_was_not_run_says_so_and_nothing_else(here: Here) -> None:
    said = macros.package(here, "django-lamps")
    assert said.strip() == "`django-lamps` lights the shelves. It has not been run yet."


def test_each_package_has_its_page_and_each_page_its_package(root: Path) -> None:
    pages = {path.stem for path in (root / "docs/packages").glob("*.md")} - {"index"}
    assert pages == set(package_facts.read(root / "data").packages)


def test_the_real_pages_are_drawn(root: Path, project: Project) -> None:
    names = package_facts.read(root / "data").packages
    here = Here(build_of(project, more=[f"packages/{name}.md" for name in names]), "packages/celery.md")
    for name in names:
        assert macros.package(here, name).strip().startswith(f"`{name}` ")
