"""Pictures say what the facts say, and stay inside their frame."""

from datetime import date

import pytest

from atlas.facts import Facts
from atlas.library import load
from atlas.requirements import COMMON, all_pythons, requirements
from atlas.support import windows
from macros.charts import LEFT, Axis, database_cells, python_cells, timeline, weights
from macros.pictures import shown_windows, support_chart, weight_picture
from tests.macros.build import site_on
from tests.project import GOOD, Project
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
    assert [one.release for one in shown if one.planned] == ["6.2", "2028"]
    assert [one.release for one in shown][:1] == ["2.2"]


def test_the_timeline_names_every_release_and_its_dates_for_whoever_cannot_see_it(project: Project) -> None:
    drawn = support_chart(site_on(project))
    assert 'role="img"' in drawn
    assert "Django 3.2 LTS: released April 6, 2021, bug fixes until December 7, 2021" in drawn
    assert "Django 6.2 LTS: planned for April 2027" in drawn
    assert 'href="#' not in drawn, "the table stands right below, so nothing is linked"


def test_the_timeline_links_its_table_where_that_is_elsewhere(project: Project) -> None:
    assert 'href="releases/#support-windows"' in support_chart(site_on(project), "releases/#support-windows")


def test_a_python_that_a_patch_release_added_is_told_apart(facts: Facts) -> None:
    grid = python_cells(requirements(facts), all_pythons(facts))
    rows, columns = dict(grid.rows), dict(grid.columns)
    cells = {(round(cell.x + cell.width / 2, 2), cell.y): cell for cell in grid.cells}

    def cell(release: str, python: str) -> tuple[str, str] | None:
        found = cells.get((round(columns[python], 2), rows[release]))
        return (found.kind, found.text) if found else None

    assert cell("4.1", "3.8") == ("yes", "")
    assert cell("4.1", "3.11") == ("later", "4.1.3")
    assert cell("4.1", "3.7") is None


def test_newer_releases_stand_above_older_ones_as_in_the_table(facts: Facts) -> None:
    names = [name for name, _ in python_cells(requirements(facts), all_pythons(facts)).rows]
    assert names[0] == list(facts.releases)[-1]
    assert names[-1] == "2.2"


def test_releases_that_ask_for_the_same_database_share_a_cell(facts: Facts) -> None:
    needs = requirements(facts)
    grid = database_cells(needs, COMMON)
    x = dict(grid.columns)["PostgreSQL"]
    column = [cell for cell in grid.cells if abs(cell.x + cell.width / 2 - x) < 0.01]
    stated = [one.minimum for row in needs.values() for one in row.databases if one.name == "PostgreSQL"]
    assert [cell.text for cell in reversed(column)] == list(dict.fromkeys(stated))
    assert sum(cell.height for cell in column) == len(needs) * min(cell.height for cell in column)


def test_a_database_that_a_release_does_not_name_has_no_cell_there(facts: Facts) -> None:
    grid = database_cells(requirements(facts), COMMON)
    x, y = dict(grid.columns)["MariaDB"], dict(grid.rows)["2.2"]
    assert not [cell for cell in grid.cells if abs(cell.x + cell.width / 2 - x) < 0.01 and cell.y >= y]


def test_the_heaviest_area_comes_first_and_its_bars_add_up(project: Project) -> None:
    project.write("4.1/one", GOOD)
    project.write("4.1/two", GOOD.replace("impact: low", "impact: high"))
    project.write(
        "4.1/three", GOOD.replace("area: auth", "area: forms").replace("impact: low", "impact: high")
    )
    library, problems = load(project.root)
    assert not problems
    auth, forms = weights(library.of_release("4.1"))
    assert (auth.area, auth.total, dict(auth.counts)) == (
        "Authentication and passwords",
        2,
        {"high": 1, "medium": 0, "low": 1},
    )
    assert [impact for impact, _, _ in auth.bars] == ["high", "low"]
    assert auth.bars[0][2] == auth.bars[1][1], "the second bar begins where the first ends"
    assert forms.total == 1


def test_a_release_without_work_has_no_picture_of_weight(project: Project) -> None:
    library, _ = load(project.root)
    assert weight_picture(library, "4.1") == ""
