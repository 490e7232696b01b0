"""A deprecation's life on the grid of the strip: works, warns, gone. Coordinates are percentages of the width."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atlas.decide.support import Window
from atlas.records.change import Change
from atlas.words.versions import sort_key
from macros.build.render import render


@dataclass(frozen=True)
class Stop:
    """One release on the line: its name, its middle in percent, and the phase that it lies in."""

    release: str
    x: float
    phase: str


@dataclass(frozen=True)
class Line:
    """The whole picture: stops, and where the warning and the end begin (in percent)."""

    stops: tuple[Stop, ...]
    warns_at: float
    gone_at: float

    @staticmethod
    def anchor(x: float) -> str:
        """How a label at `x` is set so that it stays inside the picture."""
        if x < 25:
            return "start"
        return "middle" if x < 70 else "end"


def life(start: str, end: str, order: Sequence[str]) -> Line:
    """Place every release. `start`: first release that warns; `end`: first release without the thing."""
    width = 100 / len(order)
    stops = tuple(
        Stop(name, round((place + 0.5) * width, 2), _phase(name, start, end))
        for place, name in enumerate(order)
    )
    edge = {name: round(place * width, 2) for place, name in enumerate(order)}
    return Line(stops, edge[start], edge[end])


def _phase(name: str, start: str, end: str) -> str:
    if sort_key(name) < sort_key(start):
        return "works"
    return "warns" if sort_key(name) < sort_key(end) else "gone"


def lifeline(change: Change, order: Sequence[str], known: Mapping[str, Window]) -> str:
    """Draw a deprecated change's life line. `order`: the columns of the strip, the removal's release included."""
    assert change.removed, "records of deprecations name the removal"
    return render(
        "runs/lifeline.jinja",
        change=change,
        line=life(change.release, change.removed, order),
        starts=known[change.release].released,
        ends=known[change.removed].released if change.removed in known else None,
    )
