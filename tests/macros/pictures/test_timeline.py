"""The timeline says what the facts say, and stays inside its frame."""

import re
from datetime import date

import pytest

from atlas.decide.support import windows
from atlas.facts.django import Facts
from macros.pictures.figures import shown_windows, support_chart
from macros.pictures.timeline import LEFT, Axis, timeline
from tests.macros.one_page import here_on
from tests.project import PLANNED, Project
from tests.windows import window

TODAY = date(2026, 11, 21)


@pytest.fixture
def facts(project: Project) -> Facts:
    return Facts(project.root)


def test_a_day_in_the_middle_of_the_axis_stands_in_the_middle_of_the_bars() -> None:
    axis = Axis(date(2020, 1, 1), date(2022, 1, 1))
    assert axis.x(date(2020, 1, 1)) == LEFT
    assert axis.x(date(2022, 1, 1)) == 100
    assert axis.x(date(2020, 12, 31)) == pytest.approx((LEFT + 100) / 2, abs=0.1)
    assert axis.years == [(2020, LEFT), (2021, axis.x(date(2021, 1, 1))), (2022, 100)]


def test_a_day_off_the_axis_stays_inside_the_picture() -> None:
    axis = Axis(date(2020, 1, 1), date(2022, 1, 1))
    assert axis.x(date(1999, 1, 1)) == LEFT
    assert axis.x(date(2050, 1, 1)) == 100


def test_bug_fixes_end_where_security_fixes_go_on(facts: Facts) -> None:
    for bar in timeline(list(windows(facts).values()), TODAY).bars:
        assert LEFT <= bar.released < bar.bugs < bar.security <= bar.security_last <= 100


def test_a_month_without_a_day_is_drawn_as_wide_as_the_month() -> None:
    known, vague = timeline(
        [
            window("6.0", "2025-12-03 2026-08-04 2027-04-05"),
            window("6.1", "2026-08-05 2027-04 2027-12"),
        ],
        TODAY,
    ).bars
    assert known.security == known.security_last
    assert vague.security < vague.security_last


def test_the_line_of_today_is_left_out_when_today_is_off_the_axis(facts: Facts) -> None:
    shown = list(windows(facts).values())
    assert timeline(shown, TODAY).today is not None
    assert timeline(shown, date(2050, 1, 1)).today is None


def test_the_timeline_ends_with_two_planned_releases(facts: Facts) -> None:
    shown = shown_windows(list(windows(facts).values()))
    assert [one.release for one in shown if one.planned] == list(PLANNED[:2])
    assert [one.release for one in shown][:1] == ["2.2"]


def test_the_timeline_names_every_release_and_its_dates_for_whoever_cannot_see_it(project: Project) -> None:
    drawn = support_chart(here_on(project))
    assert 'role="img"' in drawn
    assert "Django 3.2 LTS: released April 6, 2021, bug fixes until December 7, 2021" in drawn
    assert re.search(rf"Django {PLANNED[0]}(?: LTS)?: planned for \w+", drawn)
    assert 'href="#' not in drawn, "the table stands right below, so nothing is linked"


def test_the_timeline_links_its_table_where_that_is_elsewhere(project: Project) -> None:
    assert 'href="releases/#support-windows"' in support_chart(here_on(project), "releases/#support-windows")
