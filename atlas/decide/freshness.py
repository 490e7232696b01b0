"""How old the facts are, on any day: said plainly, and loudly once a release of Django may have been missed.

Django has a security release in most months, so facts of 45 days may lack one.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from atlas.decide.stages import Stage
from atlas.words.dates import day

#: Days after which facts count as old.
OLD: Final = 45
#: Days on which something else is said: each week while they are fresh, then each month of a year or so.
TURNS: Final = (*range(7, OLD, 7), OLD + 1, *range(60, 400, 30))


@dataclass(frozen=True)
class Freshness:
    """text: what is said; old: whether it has to be said loudly."""

    text: str
    old: bool


def freshness(since: date, django: str, today: date) -> Freshness:
    """What is said today. since: the day on which facts were last read and everything run; django: the newest then."""
    age = (today - since).days
    text = f"Facts and runs are of {day(since).text}, with Django {django} as the newest"
    if age > OLD:
        last = max(turn for turn in TURNS if turn <= age)
        return Freshness(
            f"{text}: more than {last - 1} days ago. A newer release may be out that is not here.", True
        )
    weeks = max(age, 0) // 7
    ago = f": {'a week' if weeks == 1 else f'{weeks} weeks'} ago" if weeks else ""
    return Freshness(f"{text}{ago}.", False)


def stages_of(since: date, django: str) -> list[Stage[Freshness]]:
    """What is said on every day."""
    first = Stage("", freshness(since, django, since))
    days = (since + timedelta(days=turn) for turn in TURNS)
    return [first, *(Stage(one.isoformat(), freshness(since, django, one)) for one in days)]
