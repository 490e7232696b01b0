"""Coordinates of the support timeline, as plain values; grids.py and weights.py have those of the other pictures.

`macros/templates/charts` draws them, `macros/pictures` offers them.

Widths are percentages, so that a picture fits a phone and a sheet of paper with its text at full size;
heights are CSS pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from atlas.decide.support import Window

#: Width of the column of names.
LEFT = 13.0
ROW = 21


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
