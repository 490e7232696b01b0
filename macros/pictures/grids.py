"""Coordinates of the grids Python × Django and database × Django; units as in charts.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atlas.decide.requirements import Requirements
from macros.pictures.timeline import LEFT, ROW


@dataclass(frozen=True)
class Cell:
    """One cell of a grid, or several below each other that say the same. `text` may be empty."""

    x: float
    y: int
    width: float
    height: int
    text: str
    kind: str


@dataclass(frozen=True)
class Grid:
    """A grid: columns with their middle in percent, rows with their top in pixels, and cells."""

    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, int], ...]
    cells: tuple[Cell, ...]
    height: int


def python_cells(needs: Mapping[str, Requirements], pythons: Sequence[str]) -> Grid:
    """Python × Django, newest release at the top. Kinds: `yes`, and `later` for "from a patch release on"."""
    columns, rows, width = _frame(list(pythons), list(needs)[::-1])
    cells = [
        Cell(x - width / 2, y, width, ROW, since[python], "later" if since[python] else "yes")
        for release, y in rows
        for since in [{one.version: one.since for one in needs[release].pythons}]
        for python, x in columns
        if python in since
    ]
    return Grid(columns, rows, tuple(cells), _height(rows))


def database_cells(needs: Mapping[str, Requirements], names: Sequence[str]) -> Grid:
    """Database × Django, newest release at the top; releases that ask for the same share one cell."""
    columns, rows, width = _frame(list(names), list(needs)[::-1])
    cells: list[Cell] = []
    for name, x in columns:
        above: Cell | None = None
        for release, y in rows:
            minimum = next((one.minimum for one in needs[release].databases if one.name == name), "")
            if above and above.text == minimum:
                cells.pop()
                above = Cell(above.x, above.y, width, above.height + ROW, minimum, "least")
            else:
                above = Cell(x - width / 2, y, width, ROW, minimum, "least") if minimum else None
            if above:
                cells.append(above)
    return Grid(columns, rows, tuple(cells), _height(rows))


def _frame(
    names: list[str], releases: list[str]
) -> tuple[tuple[tuple[str, float], ...], tuple[tuple[str, int], ...], float]:
    width = (100 - LEFT) / len(names)
    columns = tuple((name, round(LEFT + (place + 0.5) * width, 3)) for place, name in enumerate(names))
    return columns, tuple((release, 22 + place * ROW) for place, release in enumerate(releases)), width


def _height(rows: Sequence[tuple[str, int]]) -> int:
    return rows[-1][1] + ROW + 2
