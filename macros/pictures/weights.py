"""Coordinates of the picture of how heavy a release is; units as in charts.py."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from atlas.decide.order import breaking, by_area
from atlas.records.change import Change
from atlas.words.vocabulary import AREAS, IMPACTS

#: Height of a row.
LINE = 17


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
LONGEST_BAR = 32.0


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
    unit = LONGEST_BAR / max([8, *(sum(row.values()) for row in counts.values())])
    return tuple(_weight(area, place, counts[area], unit) for place, area in enumerate(order))


def _weight(area: str, place: int, counts: Mapping[str, int], unit: float) -> Weight:
    bars: list[tuple[str, float, float]] = []
    x = 0.0
    for impact, number in counts.items():
        if number:
            bars.append((impact, round(x, 3), round(number * unit, 3)))
        x += number * unit
    return Weight(AREAS[area], 2 + place * LINE, tuple(bars), counts, round(x, 3))
