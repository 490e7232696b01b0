"""Each unit of the official notes has a page, a reason, or is counted as open."""

from atlas.decide.coverage import coverage, reasons_of
from atlas.records.library import Library, load
from tests.project import GOOD, PLANNED, RELEASE_PAGE, Project


def _library(project: Project) -> Library:
    library, problems = load(project.root)
    assert not problems
    return library


def test_without_pages_everything_is_open(project: Project) -> None:
    done = coverage(_library(project), "4.1")
    assert (done.total, done.covered, done.left_out, done.open) == (118, 0, (), 118)


def test_a_unit_with_a_page_is_covered_and_one_with_a_reason_is_left_out(project: Project) -> None:
    project.write("4.1/sundays", GOOD.replace("covers: []", "covers: [026d2478]"))
    project.write("4.1/index", RELEASE_PAGE)
    done = coverage(_library(project), "4.1")
    assert (done.covered, len(done.left_out), done.accounted, done.open) == (1, 1, 2, 116)
    assert done.left_out[0].reason == "It repeats what another entry says in other words."


def test_a_page_beats_a_reason(project: Project) -> None:
    project.write("4.1/sundays", GOOD.replace("covers: []", "covers: [932c7e31]"))
    project.write("4.1/index", RELEASE_PAGE)
    done = coverage(_library(project), "4.1")
    assert (done.covered, done.left_out) == (1, ())


def test_a_page_may_cover_a_unit_of_another_release(project: Project) -> None:
    project.write("4.1/sundays", GOOD.replace("covers: []", "covers: [4031d609]"))
    library = _library(project)
    assert coverage(library, "4.1").covered == 0
    assert coverage(library, "5.0").covered == 1


def test_a_planned_release_has_no_units(project: Project) -> None:
    assert coverage(_library(project), PLANNED[0]).total == 0


def test_reasons_are_listed_by_unit(project: Project) -> None:
    project.write("4.1/index", RELEASE_PAGE)
    assert list(reasons_of(_library(project))) == ["932c7e31"]
