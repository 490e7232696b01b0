"""The age of the facts: said by the week, loudly past 45 days, and the same in stages as on the day itself."""

from datetime import date, timedelta

import pytest

from atlas.decide.freshness import OLD, freshness, stages_of

SINCE = date(2026, 11, 29)
SAID = "Facts and runs are of November 29, 2026, with Django 6.1.3 as the newest"


@pytest.mark.parametrize(
    ("days", "said", "old"),
    [
        (-1, f"{SAID}.", False),  # a reader's clock is behind
        (6, f"{SAID}.", False),
        (7, f"{SAID}: a week ago.", False),
        (45, f"{SAID}: 6 weeks ago.", False),
        (46, f"{SAID}: more than 45 days ago. A newer release may be out that is not here.", True),
        (400, f"{SAID}: more than 389 days ago. A newer release may be out that is not here.", True),
    ],
)
def test_age_is_told_and_old_age_loudly(days: int, said: str, old: bool) -> None:
    found = freshness(SINCE, "6.1.3", SINCE + timedelta(days=days))
    assert (found.text, found.old) == (said, old)


def test_the_stage_that_a_page_shows_is_what_is_said_on_the_day() -> None:
    rows = stages_of(SINCE, "6.1.3")
    for days in range(-3, 500):
        day = SINCE + timedelta(days=days)
        shown = [row.said for row in rows if row.begins <= day.isoformat()][-1]
        assert shown == freshness(SINCE, "6.1.3", day)
    assert next(row.begins for row in rows if row.said.old) == (SINCE + timedelta(days=OLD + 1)).isoformat()
