"""Grids say what the tables below them say."""

import pytest

from atlas.decide.requirements import COMMON, all_pythons, requirements
from atlas.facts.django import Facts
from macros.pictures.grids import database_cells, python_cells
from tests.project import Project


@pytest.fixture
def facts(project: Project) -> Facts:
    return Facts(project.root)


def test_a_python_that_a_patch_release_added_is_told_apart(facts: Facts) -> None:
    grid = python_cells(requirements(facts), all_pythons(facts))
    rows, columns = dict(grid.rows), dict(grid.columns)
    cells = {(round(cell.x + cell.width / 2, 2), cell.y): cell for cell in grid.cells}

    def cell(release: str, python: str) -> tuple[str, str] | None:
        found = cells.get((round(columns[python], 2), rows[release]))
        return (found.kind, found.text) if found else None

    assert cell("4.1", "3.8") == ("yes", "")
    assert cell("4.1", "3.11") == ("later", "4.1.3")
    assert cell("4.1", "3.7") is None


def test_newer_releases_stand_above_older_ones_as_in_the_table(facts: Facts) -> None:
    names = [name for name, _ in python_cells(requirements(facts), all_pythons(facts)).rows]
    assert names[0] == list(facts.releases)[-1]
    assert names[-1] == "2.2"


def test_releases_that_ask_for_the_same_database_share_a_cell(facts: Facts) -> None:
    needs = requirements(facts)
    grid = database_cells(needs, COMMON)
    x = dict(grid.columns)["PostgreSQL"]
    column = [cell for cell in grid.cells if abs(cell.x + cell.width / 2 - x) < 0.01]
    stated = [one.minimum for row in needs.values() for one in row.databases if one.name == "PostgreSQL"]
    assert [cell.text for cell in reversed(column)] == list(dict.fromkeys(stated))
    assert sum(cell.height for cell in column) == len(needs) * min(cell.height for cell in column)


def test_a_database_that_a_release_does_not_name_has_no_cell_there(facts: Facts) -> None:
    grid = database_cells(requirements(facts), COMMON)
    x, y = dict(grid.columns)["MariaDB"], dict(grid.rows)["2.2"]
    assert not [cell for cell in grid.cells if abs(cell.x + cell.width / 2 - x) < 0.01 and cell.y >= y]
