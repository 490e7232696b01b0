"""A package that a project pins moves at the hop where it must, before Django where a version ran on both sides."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from atlas.publish.plan_packages import ROW_FIELDS
from atlas.records.library import load
from tests.browser.planner_scripts import CHOICE, loaded_planner
from tests.building import ROOT
from tests.project import GOOD, Project


def row(
    *ran: str, failed: tuple[str, ...] = (), refused: tuple[str, ...] = (), smallest: bool = False
) -> list[Any]:
    return [list(ran), list(failed), list(refused), int(smallest), "3.10"]


#: Shelves 2 is a bridge to 4.1, none is to 4.2. Of tables, the smallest was not searched for. Lamps ran nowhere on 4.1,
#: and was not run on 4.2. Of clocks, an old version without a bound is all that can be installed on 4.1.
RUNS = {
    "fields": list(ROW_FIELDS),
    "packages": {
        "shelves": {
            "listed": "3.5",
            "on": {
                "4.0": row("1.5", "2.0.0", failed=("1.0", "2.5"), smallest=True),
                "4.1": row("2.0.0", "2.5", failed=("1.5",), refused=("1.9",), smallest=True),
                "4.2": row("3.0", "3.5", failed=("2.5",), smallest=True),
            },
            "bridges": {"4.1": "2.0.0"},
        },
        "tables": {
            "listed": "3.5",
            "on": {"4.1": row("3.0"), "4.2": row("3.0", "3.5")},
            "bridges": {"4.2": "3.0"},
        },
        "clocks": {
            "listed": "2.9",
            "on": {
                "4.0": row("1.1", "2.9"),
                "4.1": row("1.1", refused=("2.9",)),
                "4.2": row("1.1", refused=("2.9",)),
            },
            "bridges": {"4.1": "1.1", "4.2": "1.1"},
        },
        "lamps": {"listed": "1.0", "on": {"4.0": row("1.0"), "4.1": row(failed=("1.0",))}, "bridges": {}},
    },
}
STEPS = """([choice, packages]) => atlasPlanner.plan.make(choice, model, null, null, packages).hops.map(
  hop => hop.groups.find(group => group.key === "run").steps
    .filter(step => step.package || step.id.startsWith("switch"))
    .map(step => [step.id, step.title, step.summary, step.today]))"""


@pytest.fixture(scope="module")
def planner(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    project = Project(tmp_path_factory.mktemp("plan") / "project", ROOT / "data")
    project.write("4.1/sundays", GOOD)
    library, problems = load(project.root)
    assert not problems
    with loaded_planner(browser, library) as page:
        page.evaluate("runs => { atlasPlanner.packageRuns = runs }", RUNS)
        yield page


def hops(page: Page, start: str, goal: str, *pins: str) -> list[list[Any]]:
    """The steps of packages at each hop, with that of Django between. pins: `name==version`."""
    packages = [
        {"name": name, "version": version, "exact": True, "place": f"requirements.txt:{line}"}
        for line, (name, _, version) in enumerate((pin.partition("==") for pin in pins), 1)
    ]
    found: list[list[Any]] = page.evaluate(STEPS, [{**CHOICE, "from": start, "to": goal}, packages])
    return found


def ids(found: list[list[Any]]) -> list[list[str]]:
    return [[step[0] for step in hop] for hop in found]


def test_a_version_that_ran_on_both_sides_comes_before_django(planner: Page) -> None:
    ((bridge, switch),) = hops(planner, "4.0.10", "4.1", "shelves==1.5")
    assert bridge == [
        "packages/4.1-shelves-2.0.0",
        "Move shelves from 1.5 to 2.0.0",
        "requirements.txt:1 pins 1.5, which failed on 4.1. 2.0.0 ran on 4.0 and on 4.1: move while still on 4.0,"
        " in a separate deployment.",
        True,
    ]
    assert switch[0] == "switch/4.1"


def test_without_a_bridge_the_package_comes_after_django_and_both_at_once(planner: Page) -> None:
    first, second = hops(planner, "4.0.10", "4.2", "shelves==1.5")
    assert ids([first, second]) == [
        ["packages/4.1-shelves-2.0.0", "switch/4.1"],
        ["switch/4.2", "packages/4.2-shelves-3.5"],
    ]
    assert (
        "none ran on both 4.1 and 4.2: the package and Django move at once. 3.5 ran on 4.2." in second[1][2]
    )


@pytest.mark.parametrize(
    ("version", "why"),
    [
        ("1.9", "which could not be installed beside Django 4.1 and Python 3.10."),
        ("1.2", "and 2.0.0 was the smallest that ran on 4.1 with Python 3.10."),
        ("3.0", "and 2.5 was the newest that ran on 4.1 with Python 3.10."),
    ],
)
def test_the_reason_is_what_was_seen(planner: Page, version: str, why: str) -> None:
    ((step, _),) = hops(planner, "4.0.10", "4.1", f"shelves=={version}")
    assert f"pins {version}, {why}" in step[2]


@pytest.mark.parametrize("version", ["2", "2.0", "2.0.0", "2.2", "2.5.0"])
def test_what_ran_or_lies_between_two_that_ran_is_no_work(planner: Page, version: str) -> None:
    found = ids(hops(planner, "4.0.10", "4.1", f"shelves=={version}"))
    assert found[0][-1] == "switch/4.1"
    assert [one for one in found[0][:-1] if not one.endswith("-start")] == []


def test_a_version_that_does_not_run_where_the_plan_begins_is_told(planner: Page) -> None:
    ((step, _),) = hops(planner, "4.0.10", "4.1", "shelves==2.5")
    assert step[:3] == [
        "packages/4.1-shelves-start",
        "shelves 2.5 does not run on 4.0",
        "requirements.txt:1 pins 2.5, which failed on 4.0. It runs on 4.1.",
    ]


def test_what_was_not_run_is_never_taken_for_fine(planner: Page) -> None:
    ((step, _),) = hops(planner, "4.1.13", "4.2", "lamps==1.0")
    assert step[1:3] == [
        "Try lamps 1.0 on 4.2",
        "requirements.txt:1 pins 1.0. The package was not run on 4.2 yet: ask what its authors declare.",
    ]
    ((older, _),) = hops(planner, "4.1.13", "4.2", "tables==2.7")
    assert older[2] == (
        "requirements.txt:1 pins 2.7, which was not run here. 3.0 ran on 4.1 and on 4.2: move to it first,"
        " or run your own tests on 4.2."
    )
    ((newer, _),) = hops(planner, "4.1.13", "4.2", "shelves==4.0")
    assert newer[1:3] == [
        "Try shelves 4.0 on 4.2",
        "requirements.txt:1 pins 4.0, which was not run here. 3.5 was the newest that ran on 4.2:"
        " run your own tests there.",
    ]


def test_a_package_of_which_nothing_ran_blocks_the_hop(planner: Page) -> None:
    ((step, _),) = hops(planner, "4.0.10", "4.1", "lamps==1.0")
    assert step[1] == "No version of lamps ran on 4.1"


def test_nobody_is_sent_back_to_a_version_that_only_lacks_a_bound(planner: Page) -> None:
    first, second = hops(planner, "4.0.10", "4.2", "clocks==2.9")
    assert first[0][1:3] == [
        "No newer version of clocks ran on 4.1",
        "requirements.txt:1 pins 2.9, which could not be installed beside Django 4.1 and Python 3.10. What ran there is"
        " older, up to 1.1: look for a version that came out since this was run, or ask its authors.",
    ]
    assert ids([second]) == [["switch/4.2"]]


def test_packages_without_runs_and_without_pins_are_named_as_unknown(planner: Page) -> None:
    rows = [
        {"name": "shelves", "version": "1.5", "exact": True, "place": "a:1"},
        {"name": "lamps", "version": "1.0", "exact": False, "place": "a:2"},
        {"name": "constructor", "version": "1.0", "exact": True, "place": "a:3"},
    ]
    found = planner.evaluate("rows => atlasPlanner.packageSteps.unknown(rows)", rows)
    assert found == {"run": 1, "open": ["lamps"], "never": ["constructor"]}
