"""A plan goes one feature release at a time, and asks for nothing earlier than it can be done."""

from pathlib import Path

import pytest

from atlas.decide.plan import NoWay, cves_on_the_way, database_moves, hops, pending, python_moves, stops
from atlas.facts.django import Facts
from atlas.records.change import Change
from atlas.records.library import load
from tests.project import GOOD, Project


@pytest.fixture
def facts(root: Path) -> Facts:
    return Facts(root)


def change(project: Project, name: str, *edits: tuple[str, str]) -> Change:
    text = GOOD
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    project.write(name, text)
    return load(project.root)[0].by_id[name]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("4.1", "3.2", "From 4.1 to 3.2 is a downgrade"),
        ("4.1.13", "4.1.2", "From 4.1.13 to 4.1.2 is a downgrade"),
        ("3.2", "6.2", "Django 6.2 is planned and not out yet"),
        ("3.2", "9.9", "There is no Django 9.9 here"),
        ("3.2.99", "4.1", "There is no Django 3.2.99 here"),
    ],
)
def test_where_there_is_no_way_a_sentence_says_so(facts: Facts, old: str, new: str, sentence: str) -> None:
    with pytest.raises(NoWay, match=sentence):
        stops(old, new, facts)


def test_the_way_stops_at_every_feature_release(facts: Facts) -> None:
    assert stops("3.2.12", "4.2", facts) == ["3.2", "4.0", "4.1", "4.2"]
    assert stops("4.1.2", "4.1.13", facts) == ["4.1"]


def test_a_feature_release_as_goal_is_its_newest_patch_release(facts: Facts) -> None:
    assert stops("4.1.2", "4.1", facts) == ["4.1"]


def test_a_deprecation_is_due_before_the_release_that_removes_it(project: Project, facts: Facts) -> None:
    one = change(project, "4.1/shelves")
    warns, quiet, gone = hops(stops("4.0", "5.0", facts), [one])
    assert (warns.after, quiet.before, quiet.after) == ((one,), (), ())
    assert (gone.before, gone.at) == ((one,), ())


def test_what_only_works_after_the_switch_comes_with_it(project: Project, facts: Facts) -> None:
    one = change(project, "4.1/shelves", ("kind: deprecated", "kind: changed"), ("removed: 5.0\n", ""))
    assert [(hop.before, hop.at) for hop in hops(["4.0", "4.1"], [one])] == [((), (one,))]


def test_what_works_earlier_comes_before_the_switch(project: Project) -> None:
    one = change(
        project, "4.1/shelves", ("kind: deprecated", "kind: changed"), ("removed: 5.0", "fix_from: 3.2")
    )
    assert [(hop.before, hop.at) for hop in hops(["4.0", "4.1"], [one])] == [((one,), ())]


def test_new_features_are_no_work(project: Project) -> None:
    one = change(
        project, "4.1/shelves", ("kind: deprecated", "kind: added"), ("impact: low\nremoved: 5.0\n", "")
    )
    assert one.kind == "added"
    assert [(hop.before, hop.at, hop.after) for hop in hops(["4.0", "4.1"], [one])] == [((), (), ())]


def test_silent_changes_come_first_then_impact(project: Project) -> None:
    edits = (("kind: deprecated", "kind: changed"), ("removed: 5.0\n", ""))
    low = change(project, "4.1/low", *edits)
    high = change(project, "4.1/high", *edits, ("impact: low", "impact: high"))
    silent = change(project, "4.1/silent", *edits, ("impact: low", "impact: low\nsilent: true"))
    assert hops(["4.0", "4.1"], [low, high, silent])[0].at == (silent, high, low)


def test_what_warns_before_and_after_the_way_is_pending(project: Project) -> None:
    one = change(project, "3.2/shelves")
    assert pending("3.2", "4.1", [one]) == [one]
    assert pending("3.2", "5.0", [one]) == []
    assert pending("3.1", "4.1", [one]) == []


def test_a_python_rises_on_a_release_that_takes_both(facts: Facts) -> None:
    moves = python_moves("3.6", stops("3.2", "4.1", facts), facts)
    assert [(move.found, move.wanted, move.on) for move in moves] == [("3.6", "3.10", "3.2")]


def test_a_python_that_lasts_is_left_alone(facts: Facts) -> None:
    assert python_moves("3.9", stops("3.2", "4.1", facts), facts) == []


def test_every_python_of_every_release_finds_a_way_to_the_newest(facts: Facts) -> None:
    newest = list(facts.releases)[-1]
    for release, known in facts.releases.items():
        way = stops(release, newest, facts)
        for python in known.pythons:
            for move in python_moves(python, way, facts):
                after = way[way.index(move.on) + 1]
                assert move.wanted in facts.releases[move.on].pythons
                assert move.wanted in facts.releases[after].pythons


def test_a_database_rises_before_the_release_that_asks_for_it(facts: Facts) -> None:
    moves = database_moves("PostgreSQL", "10", stops("3.2", "4.2", facts), facts)
    assert [(move.wanted, move.on) for move in moves] == [("11", "4.0"), ("12", "4.1")]
    assert database_moves("PostgreSQL", "14", stops("3.2", "4.2", facts), facts) == []
    assert database_moves("Paper", "1", stops("3.2", "4.2", facts), facts) == []


def test_a_newer_patch_release_leaves_fewer_cves(facts: Facts) -> None:
    early, late = cves_on_the_way("3.2", "4.2", facts), cves_on_the_way("3.2.25", "4.2", facts)
    assert set(late) < set(early)
    assert "CVE-2022-28346" in set(early) - set(late)
