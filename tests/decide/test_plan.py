"""A plan goes one feature release at a time, and asks for nothing earlier than it can be done."""

from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from atlas.decide.plan import (
    GROUPS,
    Hop,
    between,
    cves_fixed,
    every_change,
    goal_from,
    hops,
    only_with_a_hop,
    pending,
)
from atlas.facts import default_files
from atlas.facts.django import Facts
from atlas.records.change import Change
from atlas.words.versions import product_key
from tests.library import library_of
from tests.project import GOOD, Project

CHANGED = GOOD.replace("kind: deprecated", "kind: changed").replace("removed: 5.0\n", "")


@pytest.fixture
def facts(root: Path) -> Facts:
    return Facts(root)


def found_in(root: Path) -> tuple[Hop, ...]:
    library = library_of(root)
    return hops(library, default_files.load(library.facts.data))


def hop_to(release: str, found: tuple[Hop, ...]) -> Hop:
    return next(hop for hop in found if hop.new == release)


def ids(changes: list[Change] | tuple[Change, ...]) -> list[str]:
    return [change.id for change in changes]


def groups(hop: Hop) -> dict[str, list[str]]:
    return {key: ids(hop.group(key)) for key in GROUPS}


def test_there_is_a_hop_between_all_neighbors(root: Path, facts: Facts) -> None:
    found = found_in(root)
    releases = list(facts.releases)
    assert [(hop.old, hop.new) for hop in found] == list(pairwise(releases))
    four = hop_to("4.0", found)
    assert (four.start, four.goal) == ("3.2.25", "4.0.10")


def test_every_change_that_forces_work_is_necessary_at_one_hop(root: Path) -> None:
    library = library_of(root)
    due = [change.id for hop in found_in(root) for key in ("before", "at") for change in hop.group(key)]
    assert len(due) == len(set(due))
    newest = list(library.facts.releases)
    work = [one for one in library.changes if one.forces_work and one.necessary_by in newest[1:]]
    assert sorted(due) == sorted(ids(work))


def test_the_hops_from_one_release_to_another_are_those_between_them(root: Path) -> None:
    found = found_in(root)
    assert [hop.new for hop in between(found, "3.2", "4.2")] == ["4.0", "4.1", "4.2"]
    assert between(found, "3.2", "4.2")[1] is hop_to("4.1", found), "a hop is the same in every plan"


@pytest.mark.parametrize(("old", "new"), [("4.1", "3.2"), ("4.1", "4.1"), ("1.11", "2.2"), ("3.2", "9.9")])
def test_an_author_is_told_between_which_releases_there_is_no_hop(root: Path, old: str, new: str) -> None:
    with pytest.raises(
        ValueError, match=f"no hops lead from {old} to {new}: name two releases between 2.2 and"
    ):
        between(found_in(root), old, new)


def test_a_deprecation_warns_after_one_hop_and_is_due_before_another(project: Project) -> None:
    project.write("4.1/shelves")
    found = found_in(project.root)
    assert groups(hop_to("4.1", found)) == {"before": [], "at": [], "after": ["4.1/shelves"]}
    assert groups(hop_to("4.2", found)) == {"before": [], "at": [], "after": []}
    assert groups(hop_to("5.0", found)) == {"before": ["4.1/shelves"], "at": [], "after": []}
    assert ids(every_change(found)) == ["4.1/shelves"]


def test_what_only_works_on_the_new_release_comes_with_the_hop(project: Project) -> None:
    project.write("4.1/shelves", CHANGED)
    found = found_in(project.root)
    assert groups(hop_to("4.1", found)) == {"before": [], "at": ["4.1/shelves"], "after": []}
    assert only_with_a_hop(found) == {"4.1/shelves"}


def test_what_works_earlier_comes_before_the_hop(project: Project) -> None:
    project.write("4.1/shelves", CHANGED.replace("impact: low", "impact: low\nfix_from: 3.2"))
    found = found_in(project.root)
    assert groups(hop_to("4.1", found)) == {"before": ["4.1/shelves"], "at": [], "after": []}
    assert only_with_a_hop(found) == frozenset()


def test_new_features_are_no_work(project: Project) -> None:
    text = GOOD.replace("kind: deprecated", "kind: added").replace("impact: low\nremoved: 5.0\n", "")
    project.write("4.1/shelves", text.replace("fixer: manual\n", ""))
    assert every_change(found_in(project.root)) == []


def test_silent_changes_come_first_then_impact(project: Project) -> None:
    project.write("4.1/low", CHANGED)
    project.write("4.1/high", CHANGED.replace("impact: low", "impact: high"))
    project.write("4.1/silent", CHANGED.replace("impact: low", "impact: low\nsilent: true"))
    assert ids(hop_to("4.1", found_in(project.root)).at) == ["4.1/silent", "4.1/high", "4.1/low"]


def test_what_warns_before_and_after_a_plan_is_pending(project: Project) -> None:
    project.write("3.2/shelves")
    found = found_in(project.root)
    assert ids(pending(found, "3.2", "4.1")) == ["3.2/shelves"]
    assert pending(found, "3.2", "5.0") == []
    assert pending(found, "3.1", "4.1") == []


def test_what_warns_on_the_first_release_already_is_pending_as_well(project: Project) -> None:
    project.write("2.2/shelves", GOOD.replace("removed: 5.0", "removed: 3.1"))
    assert ids(pending(found_in(project.root), "2.2", "3.0")) == ["2.2/shelves"]


def test_a_python_rises_on_a_release_that_takes_both(root: Path) -> None:
    python = hop_to("4.0", found_in(root)).moves[0]
    assert (python.product, python.wanted, python.had, python.alone) == ("Python", "3.10", "3.6", True)
    assert python.takes == ("3.8", "3.9", "3.10")


def test_every_hop_has_a_python_that_runs_both_releases(root: Path, facts: Facts) -> None:
    for hop in found_in(root):
        wanted = hop.moves[0].wanted
        assert wanted in facts.releases[hop.old].pythons
        assert wanted in facts.releases[hop.new].pythons
        assert wanted == hop.pythons[-1]


def test_a_database_rises_with_the_release_that_asks_for_it(root: Path, facts: Facts) -> None:
    for hop in found_in(root):
        for move in hop.moves[1:]:
            assert move.wanted == facts.releases[hop.new].databases[move.product].minimum
            assert move.had is None or product_key(move.had) < product_key(move.wanted)
    rising = {
        move.product: (move.had, move.wanted) for move in hop_to("4.1", found_in(root)).moves if move.had
    }
    assert rising == {"PostgreSQL": ("10", "11"), "MariaDB": ("10.2", "10.3")}


def test_a_hop_counts_the_settings_that_differ(root: Path) -> None:
    found = found_in(root)
    assert hop_to("5.0", found).settings == ((3, "changed"), (1, "new"), (3, "gone"))
    assert hop_to("5.1", found).settings == ((2, "gone"),)


def test_a_hop_knows_how_much_of_the_official_notes_is_open(project: Project) -> None:
    assert hop_to("4.2", found_in(project.root)).notes.open == 98


@pytest.mark.parametrize(("start", "goal"), [("2.2", "5.2"), ("4.2", "5.2"), ("5.2", "6.1"), ("6.0", "6.1")])
def test_by_default_one_goes_to_the_newest_lts_release_or_beyond_it(start: str, goal: str) -> None:
    lts = {"2.2": True, "4.2": True, "5.2": True, "6.0": False, "6.1": False}
    some: Any = SimpleNamespace(releases={name: SimpleNamespace(lts=is_lts) for name, is_lts in lts.items()})
    assert goal_from(start, some) == goal


def test_a_cve_counts_as_fixed_in_a_series_that_fixes_it_and_in_those_after_all_of_them(facts: Facts) -> None:
    name, cve = next((name, cve) for name, cve in facts.cves.items() if set(cve.fixed_in) == {"3.2", "4.0"})
    assert name in cves_fixed("3.2", facts)
    assert name in cves_fixed("5.2", facts)
    assert name not in cves_fixed("2.2", facts)
    assert cve.fixed_in


def test_cves_come_newest_first(facts: Facts) -> None:
    dates = [facts.cves[name].date for name in cves_fixed("5.2", facts)]
    assert dates == sorted(dates, reverse=True)
