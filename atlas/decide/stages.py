"""What is said of a release on any day, as stages: each holds from its day until the next begins.

Pages carry the stages, and a script shows the last one that has begun by the reader's clock. It knows no rule and no
sentence; both are in `support.py` and `banner.py`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from atlas.decide.support import Window
from atlas.words.dates import MOST_YEARS, anniversary

Said = TypeVar("Said")


@dataclass(frozen=True)
class Stage(Generic[Said]):
    """begins: the ISO day from which it is said; empty for the first stage, which holds on any day before."""

    begins: str
    said: Said


def stages(say: Callable[[date], Said], windows: Iterable[Window]) -> list[Stage[Said]]:
    """What `say` gives for every day, in order of days. It may change on the turning days of these windows alone."""
    found = [Stage("", say(date.min))]
    for day in turning_days(windows):
        if (said := say(day)) != found[-1].said:
            found.append(Stage(day.isoformat(), said))
    return found


def turning_days(windows: Iterable[Window]) -> list[date]:
    """The days on which anything about these releases may change, in order.

    A release comes, a plan is over, bug fixes and security fixes have ended, and that is some years ago.
    """
    days: set[date] = set()
    for window in windows:
        ended = window.security_fixes_end.next_day
        days |= {window.released.first, window.released.next_day, window.bug_fixes_end.next_day, ended}
        days |= {anniversary(ended, years) for years in range(1, MOST_YEARS + 1)}
    return sorted(days)
