"""Stages say on every day what is decided for that day, and begin on no other days than they must."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from atlas.decide.banner import Banner, banner
from atlas.decide.stages import Stage, stages, turning_days
from tests.windows import KNOWN


def _said(found: list[Stage[tuple[str, Banner]]], day: date) -> tuple[str, Banner]:
    return [stage.said for stage in found if stage.begins <= day.isoformat()][-1]


@pytest.mark.parametrize("release", KNOWN)
def test_on_every_day_of_twenty_years_the_last_stage_that_has_begun_is_right(release: str) -> None:
    def say(day: date) -> tuple[str, Banner]:
        return KNOWN[release].until(day), banner(KNOWN[release], KNOWN, day)

    found = stages(say, KNOWN.values())
    for number in range(20 * 366):
        day = date(2022, 1, 1) + timedelta(days=number)
        assert _said(found, day) == say(day), day


def test_a_release_has_a_stage_for_each_status_and_for_each_year_since_its_end() -> None:
    found = stages(lambda day: KNOWN["4.1"].until(day), [KNOWN["4.1"]])
    assert [(stage.begins, stage.said) for stage in found[:6]] == [
        ("", "for August 3, 2022"),
        ("2022-08-03", "until April 5, 2023"),
        ("2023-04-06", "until December 1, 2023"),
        ("2023-12-02", "on December 1, 2023"),
        ("2024-12-02", "more than a year ago"),
        ("2025-12-02", "more than 2 years ago"),
    ]
    assert found[-1].said == "more than 10 years ago"


def test_no_two_stages_in_a_row_say_the_same() -> None:
    found = stages(lambda day: banner(KNOWN["4.1"], KNOWN, day), KNOWN.values())
    assert all(one.said != other.said for one, other in pairwise(found))
    assert len(found) < len(turning_days(KNOWN.values()))
