"""Coordinates of the pictures, as plain values. `macros/templates/charts` draws them, `macros/pictures` offers them.

Widths are percentages, so that a picture fits a phone and a sheet of paper with its text at full size;
heights are CSS pixels.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from atlas.listing import breaking, by_area
from atlas.records import Change
from atlas.requirements import Requirements
from atlas.support import Window
from atlas.vocabulary import AREAS, IMPACTS

#: Width of the column of names.
LEFT = 13.0
ROW = 21
#: Height of a row in the picture of weights, which has no columns to line up with.
LINE = 17


@dataclass(frozen=True)
class Axis:
    """A line of time from `start` to `end`, drawn from LEFT to 100 percent."""

    start: date
    end: date

    def x(self, day: date) -> float:
        """The place of a day in percent, held inside the picture."""
        share = (day - self.start) / (self.end - self.start)
        return round(LEFT + (100 - LEFT) * min(max(share, 0.0), 1.0), 3)

    @property
    def years(self) -> list[tuple[int, float]]:
        """Each January 1 on the line."""
        return [
            (year, self.x(date(year, 1, 1)))
            for year in range(self.start.year, self.end.year + 1)
            if self.start <= date(year, 1, 1) <= self.end
        ]


@dataclass(frozen=True)
class Bar:
    """One release: released, bug fixes until, security fixes until. A month's first and last day differ."""

    window: Window
    y: int
    released: float
    bugs: float
    security: float
    security_last: float


@dataclass(frozen=True)
class Timeline:
    """The support timeline. `today` is a place in percent, None outside the axis."""

    axis: Axis
    bars: tuple[Bar, ...]
    today: float | None
    height: int
    left: float = LEFT


def timeline(shown: Sequence[Window], today: date) -> Timeline:
    """Place the support windows, oldest at the top."""
    axis = Axis(
        min(one.released.first for one in shown) - timedelta(days=45),
        max(one.security_fixes_end.last for one in shown) + timedelta(days=45),
    )
    bars = tuple(
        Bar(
            window=one,
            y=26 + place * ROW,
            released=axis.x(one.released.first),
            bugs=axis.x(one.bug_fixes_end.last if one.bug_fixes_end.day else one.bug_fixes_end.first),
            security=axis.x(one.security_fixes_end.first),
            security_last=axis.x(one.security_fixes_end.last),
        )
        for place, one in enumerate(shown)
    )
    inside = axis.start <= today <= axis.end
    return Timeline(axis, bars, axis.x(today) if inside else None, 26 + len(bars) * ROW + 24)


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


@dataclass(frozen=True)
class Weight:
    """One area of a release: bars by impact as (impact, x, width) in percent, and their number."""

    area: str
    y: int
    bars: tuple[tuple[str, float, float], ...]
    counts: Mapping[str, int]
    end: float

    @property
    def total(self) -> int:
        """Changes that force work."""
        return sum(self.counts.values())


#: Width of the longest bar; the area's name follows it.
LONGEST = 32.0


def weights(changes: Iterable[Change]) -> tuple[Weight, ...]:
    """How heavy a release is: changes that force work by area, the heaviest area first."""
    groups = by_area(breaking(list(changes)))
    counts = {
        area: {impact: sum(row.impact == impact for row in rows) for impact in IMPACTS}
        for area, rows in groups.items()
    }
    order = sorted(counts, key=lambda area: (*(-counts[area][impact] for impact in IMPACTS), AREAS[area]))
    order.sort(key=lambda area: -sum(counts[area].values()))
    # Few changes must not look like many: a bar never shows one as more than an eighth.
    unit = LONGEST / max([8, *(sum(row.values()) for row in counts.values())])
    return tuple(_weight(area, place, counts[area], unit) for place, area in enumerate(order))


def _weight(area: str, place: int, counts: Mapping[str, int], unit: float) -> Weight:
    bars: list[tuple[str, float, float]] = []
    x = 0.0
    for impact, number in counts.items():
        if number:
            bars.append((impact, round(x, 3), round(number * unit, 3)))
        x += number * unit
    return Weight(AREAS[area], 2 + place * LINE, tuple(bars), counts, round(x, 3))
