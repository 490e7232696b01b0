"""What runs of a package say: only versions that ran are named, and what is declared stands beside them."""

from collections.abc import Mapping

import pytest

from atlas.decide import packages
from atlas.decide.packages import PackageView
from atlas.facts.package_runs import Declared, Fault, PackageRuns, ReleaseRuns, Run
from atlas.facts.packages import Recipe
from atlas.records.library import load
from tests.project import GOOD, Project

RELEASES = ("4.0", "4.1", "4.2")
RECIPE = Recipe(does="keeps books on shelves", modules=["shelves"])
RAN = Run(status="runs")
GONE = "cannot import name 'force_text' from 'django.utils.encoding' (django/utils/encoding.py)"


def failed(text: str = GONE, step: str = "load") -> Run:
    return Run(status="fails", faults=(Fault(step=step, type="ImportError", text=text, by="django-shelves"),))


def view(
    rows: Mapping[str, Mapping[str, Run]],
    searched: tuple[str, ...] = ("newest", "smallest"),
    versions: Mapping[str, Declared] | None = None,
) -> PackageView:
    """A package by what its versions did on each release."""
    releases = {
        release: ReleaseRuns(
            django=f"{release}.9",
            python="3.10.13",
            run=f"2026-11-0{number}",
            searched=searched,
            runs=dict(runs),
        )
        for number, (release, runs) in enumerate(rows.items(), 1)
    }
    runs = PackageRuns(
        recipe="0123456789ab",
        listed="9.0",
        listed_on="2026-11-01",
        versions=dict(versions or {}),
        releases=releases,
    )
    return packages.view("django-shelves", RECIPE, runs, RELEASES, {})


def test_the_smallest_and_the_newest_are_versions_that_ran() -> None:
    cell = view({"4.1": {"10.0": RAN, "9.0": RAN, "2.0": failed(), "11.0": failed()}}).on("4.1")
    assert (cell.smallest, cell.newest, cell.tried) == ("9.0", "10.0", 4)


def test_a_smallest_that_was_not_searched_for_is_not_named() -> None:
    cell = view({"4.1": {"9.0": RAN, "10.0": RAN}}, searched=("newest",)).on("4.1")
    assert (cell.smallest, cell.newest) == (None, "10.0")


def test_a_release_without_runs_and_one_where_nothing_ran_are_told_apart() -> None:
    found = view({"4.1": {"2.0": failed()}})
    assert found.on("4.0").runs is None
    assert found.on("4.1").runs and found.on("4.1").newest is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Declared(classifiers=("4.0", "4.1")), True),
        (Declared(classifiers=("4.0",)), False),
        (Declared(), None),
        (None, None),
    ],
)
def test_what_classifiers_name_is_said_of_the_newest_that_ran(
    said: Declared | None, expected: bool | None
) -> None:
    found = view({"4.1": {"2.0": RAN}}, versions={"2.0": said} if said else {})
    assert found.on("4.1").declared is expected


def test_the_bridge_of_a_hop_is_the_newest_version_that_ran_on_both_sides() -> None:
    rows = {
        "4.0": {"9.0": RAN, "10.0": RAN},
        "4.1": {"9.0": RAN, "10.0": RAN, "11.0": RAN},
        "4.2": {"11.0": failed()},
    }
    first, second = view(rows).bridges
    assert (first.version, first.known) == ("10.0", True)
    assert (second.version, second.known) == (None, False)


def test_a_hop_without_a_bridge_is_known_where_both_sides_ran() -> None:
    bridge = view({"4.0": {"1.0": RAN, "2.0": failed()}, "4.1": {"1.0": failed(), "2.0": RAN}}).bridges[0]
    assert (bridge.before, bridge.after, bridge.version, bridge.known) == ("4.0", "4.1", None, True)


def test_releases_on_which_a_version_fails_with_the_same_words_are_together() -> None:
    rows = {
        "4.0": {"2.0": failed(), "10.0": failed("other words")},
        "4.1": {"2.0": failed(), "3.0": Run(status="refused", why="x")},
    }
    found = view(rows, versions={"2.0": Declared(classifiers=("4.1",))})
    assert [(row.version, row.releases, row.declared) for row in found.failed] == [
        ("10.0", ("4.0",), False),
        ("2.0", ("4.0", "4.1"), True),
    ]


def test_a_package_that_was_not_run_has_no_days() -> None:
    (found,) = packages.views({"django-shelves": RECIPE}, {}, RELEASES).values()
    assert (found.days, found.failed) == (None, ())
    assert view({"4.0": {"2.0": RAN}, "4.1": {"2.0": RAN}}).days == ("2026-11-01", "2026-11-02")


@pytest.mark.parametrize(
    "text",
    [
        "cannot import name 'LogoutView' from 'django.contrib.auth.views' (django/contrib/auth/views.py)",
        "module 'django.contrib.auth.views' has no attribute 'LogoutView'",
    ],
)
def test_a_failed_import_leads_to_the_change_that_is_about_its_name(project: Project, text: str) -> None:
    project.write("4.1/sundays", GOOD)
    library, problems = load(project.root)
    assert not problems
    causes = packages.by_symbol(library.changes)
    fault = failed(text).faults[0]
    found = packages.cause(fault, causes)
    assert found and found.id == "4.1/sundays"
    assert packages.cause(failed("the shelf is full").faults[0], causes) is None
