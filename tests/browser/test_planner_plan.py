"""A plan says what to do, in which order, and what of it can be done today, fitted to what one uses and runs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from atlas.records.library import load
from tests.browser.planner_scripts import CHOICE, loaded_planner, plan
from tests.building import ROOT
from tests.library import library_of
from tests.project import GOOD, Project

CHANGED = GOOD.replace("kind: deprecated", "kind: changed").replace("removed: 5.0\n", "")


@pytest.fixture(scope="module")
def planner(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Seven changes, each of its own sort."""
    project = Project(tmp_path_factory.mktemp("plan") / "project", ROOT / "data")
    for name, text in {
        "4.0/at-the-switch": CHANGED,
        "4.0/quiet": CHANGED.replace("impact: low", "impact: medium\nsilent: true\nfix_from: 3.2"),
        "4.0/loud": CHANGED.replace("impact: low", "impact: high\nfix_from: 3.2"),
        "4.0/begins-to-warn": GOOD,
        "4.1/possible-today": CHANGED.replace("impact: low", "impact: low\nfix_from: 3.2").replace(
            "auth", "gis"
        ),
        "4.1/needs-python": CHANGED.replace("kind: changed", "kind: requirement\nrequires: {Python: '3.8'}"),
        "3.2/warns-for-long": GOOD.replace("removed: 5.0", "removed: 6.0"),
    }.items():
        project.write(name, text.replace("Shelves close on Sundays", f"Shelves are {name.partition('/')[2]}"))
    library, problems = load(project.root)
    assert not problems
    with loaded_planner(browser, library) as page:
        yield page


def ids(steps: list[dict[str, Any]]) -> list[str]:
    return [step["id"] for step in steps]


def steps_of(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    groups = [group for hop in made["hops"] for group in hop["groups"].values()]
    return {step["id"]: step for steps in [*groups, made["pending"]] for step in steps}


def test_each_hop_goes_from_newest_patch_to_newest_patch(planner: Page) -> None:
    hops = plan(planner, "3.2.12", "4.1")["hops"]
    assert [(hop["start"], hop["goal"]) for hop in hops] == [("3.2.25", "4.0.10"), ("4.0.10", "4.1.13")]


def test_each_step_is_in_the_list_of_its_tier_and_what_few_meet_in_the_last(planner: Page) -> None:
    groups = plan(planner, "3.2.25", "4.0")["hops"][0]["groups"]
    assert {key: ids(steps) for key, steps in groups.items() if steps} == {
        "run": ["switch/4.0"],
        "stops": ["4.0/loud"],
        "differs": ["4.0/quiet"],
        "low": ["4.0/at-the-switch", "4.0/begins-to-warn"],
    }
    assert groups["run"][0]["title"] == "Install Django 4.0.10"


def test_what_few_meet_is_in_the_code_once_it_is_found_there(planner: Page) -> None:
    script = """choice => {
      const hits = new Map([["4.0/begins-to-warn", ["a.py:1"]]]);
      const {groups} = atlasPlanner.plan.make(choice, model, null, hits).hops[0];
      return Object.fromEntries(groups.map(group => [group.key, group.steps.map(step => step.id)]));
    }"""
    groups = planner.evaluate(script, {**CHOICE, "from": "3.2.25", "to": "4.0"})
    assert groups["found"] == ["4.0/begins-to-warn"]
    assert "4.0/begins-to-warn" not in groups["low"]


def test_an_old_patch_release_is_left_first(planner: Page) -> None:
    made = plan(planner, "3.2.12", "4.0")
    assert ids(made["hops"][0]["groups"]["run"])[0] == "patch/3.2.25"
    assert plan(planner, "3.2.25", "4.0")["patch"] is None


def test_what_can_be_done_today_is_marked_also_at_a_later_hop(planner: Page) -> None:
    steps = steps_of(plan(planner, "3.2.12", "4.1"))
    today = {name for name, step in steps.items() if step["today"]}
    assert today == {"patch/3.2.25", "4.0/quiet", "4.0/loud", "4.1/possible-today", "3.2/warns-for-long"}


def test_python_and_databases_rise_where_both_releases_take_them(planner: Page) -> None:
    made = plan(planner, "3.2.25", "4.1", python="3.6", products={"PostgreSQL": "9.6"})
    first, second = (ids(hop["groups"]["run"]) for hop in made["hops"])
    assert first[:2] == ["python/4.0-3.10", "postgresql/4.0-10"]
    assert second[0] == "postgresql/4.1-11"
    steps = steps_of(made)
    assert steps["python/4.0-3.10"]["title"] == "Move from Python 3.6 to 3.10"
    assert steps["postgresql/4.0-10"]["title"] == "Move from PostgreSQL 9.6 to 10 or newer"
    assert [steps[name]["today"] for name in ("python/4.0-3.10", "postgresql/4.1-11")] == [True, False]


def test_a_requirement_that_is_met_is_no_work(planner: Page) -> None:
    assert steps_of(plan(planner, "3.2", "4.1"))["4.1/needs-python"]["met"] == ""
    met = steps_of(plan(planner, "3.2", "4.1", python="3.9"))["4.1/needs-python"]["met"]
    assert met == "Met: by then you run Python 3.9."
    moved = steps_of(plan(planner, "3.2", "4.1", python="3.6"))["4.1/needs-python"]["met"]
    assert moved == "Met: by then you run Python 3.10."


def test_a_part_of_django_that_is_not_used_is_left_out(planner: Page) -> None:
    assert "4.1/possible-today" not in steps_of(plan(planner, "3.2", "4.1", without=["gis"]))


def test_only_what_must_be_done_leaves_out_what_still_works_at_the_goal(planner: Page) -> None:
    assert steps_of(plan(planner, "3.2", "4.1"))["4.0/begins-to-warn"]["level"] == "should"
    must = steps_of(plan(planner, "3.2", "4.1", see="must"))
    assert not {"4.0/begins-to-warn", "3.2/warns-for-long"} & set(must)
    assert steps_of(plan(planner, "3.2", "5.0", see="must"))["4.0/begins-to-warn"]["level"] == "must"


def test_a_step_stands_once_and_its_deadline_names_it(planner: Page) -> None:
    hops = {hop["to"]: hop for hop in plan(planner, "3.2", "5.0")["hops"]}
    assert "4.0/begins-to-warn" in ids(hops["4.0"]["groups"]["low"])
    assert hops["5.0"]["carried"] == ["4.0/begins-to-warn"]
    assert not any(hops["5.0"]["groups"][key] for key in ("stops", "differs", "warns", "low"))


def test_what_warns_before_and_after_the_plan_comes_at_the_end(planner: Page) -> None:
    assert ids(plan(planner, "3.2", "4.1")["pending"]) == ["3.2/warns-for-long"]


def test_within_a_release_there_is_only_the_newest_patch(planner: Page) -> None:
    made = plan(planner, "4.1.2", "4.1")
    assert (made["sentence"], made["hops"], made["patch"]) == (None, [], "patch/4.1.13")


def test_what_the_newest_patch_brings_is_what_the_older_one_had_not(browser: Browser, root: Path) -> None:
    library, _ = load(root)
    with loaded_planner(browser, library) as page:
        made = {start: plan(page, start, "3.2")["patches"] for start in ("3.2.12", "3.2.18", "3.2.25")}
    assert made["3.2.12"]["words"] == "3.2.12 → 3.2.25: 4 changes that may break, 14 CVEs fixed"
    assert [one.split()[0] for one in made["3.2.12"]["breaks"]] == ["3.2.13", "3.2.13", "3.2.18", "3.2.19"]
    assert made["3.2.18"]["words"] == "3.2.18 → 3.2.25: 1 change that may break, 7 CVEs fixed"
    assert made["3.2.25"] is None


def test_what_one_patch_broke_and_a_later_one_mended_is_no_part_of_the_plan(
    browser: Browser, root: Path
) -> None:
    library, _ = load(root)
    with loaded_planner(browser, library) as page:
        brought = plan(page, "5.2.7", "5.2")["patches"]["breaks"]
    redirects = [one for one in brought if "edirect" in one]
    assert len(redirects) == 1 and "16384" in redirects[0]


def test_a_downgrade_is_a_sentence(planner: Page) -> None:
    made = plan(planner, "4.1", "3.2")
    assert made["sentence"].startswith("From 4.1 to 3.2 is a downgrade")
    assert made["hops"] == []


def test_a_hop_knows_how_much_of_the_official_notes_is_open(planner: Page) -> None:
    assert plan(planner, "4.1", "4.2")["hops"][0]["open"] == 98


@pytest.mark.parametrize(
    ("words", "expected"),
    [("loud SHELVES", ["4.0/loud"]), ("4.0/quiet", ["4.0/quiet"]), ("nothing-like-it", [])],
)
def test_words_find_steps_by_title_name_and_id(planner: Page, words: str, expected: list[str]) -> None:
    script = """choice => {
      const {ofPlan, shown} = atlasPlanner.steps, plan = atlasPlanner.plan.make(choice, model, null);
      return ofPlan(plan).filter(step => shown(step, choice)).map(step => step.id);
    }"""
    choice = {"from": "3.2.25", "to": "4.0", "see": "should", "without": [], "python": "", "products": {}}
    assert planner.evaluate(script, {**choice, "today": False, "q": words}) == expected


def test_the_projects_own_changes_make_a_plan(browser: Browser, root: Path) -> None:
    library = library_of(root)
    with loaded_planner(browser, library) as page:
        steps = steps_of(plan(page, "3.2.12", "4.1"))
    assert {"patch/3.2.25", "switch/4.0", "switch/4.1", "4.1/logout-by-post"} <= set(steps)
    assert len(steps) > 80
