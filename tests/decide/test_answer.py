"""From one release, which releases are worth going to, what it takes, and why."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from atlas.decide import tiers
from atlas.decide.answer import Answer, answers, cves_since, goals, raises
from atlas.decide.impact import rated
from atlas.decide.plan import between, every_change, hops
from atlas.decide.support import windows
from atlas.facts import default_files
from atlas.facts.django import Facts
from atlas.facts.proof_files import read as read_proofs
from atlas.records.library import load


@pytest.fixture(scope="module")
def facts(root: Path) -> Facts:
    return Facts(root)


@pytest.fixture(scope="module")
def found(root: Path, facts: Facts) -> dict[str, Answer]:
    proofs = read_proofs(root / "data/proof")
    library = rated(load(root)[0], proofs)
    path = hops(library, default_files.load(facts.data))
    return {one.window.release: one for one in answers(facts, windows(facts), path, proofs)}


def said(answer: Answer, today: date) -> str:
    return "".join(part.text for part in answer.said(today))


def test_targets_are_the_newest_lts_releases_and_the_newest_release(facts: Facts) -> None:
    known = windows(facts)
    assert [one.release for one in goals("3.2", known)] == ["4.2", "5.2", "6.1"]
    assert [one.release for one in goals("4.2", known)] == ["5.2", "6.1"]
    assert [one.release for one in goals("5.2", known)] == ["6.1"]
    assert goals("6.1", known) == []


def test_each_change_counts_once_however_many_hops_list_it(root: Path, found: dict[str, Answer]) -> None:
    proofs = read_proofs(root / "data/proof")
    path = between(hops(rated(load(root)[0], proofs), default_files.load(root / "data")), "3.2", "5.2")
    counts = found["3.2"].targets[1].counts
    assert set(counts) == set(tiers.LISTS)
    assert sum(counts.values()) == len(every_change(path))
    assert all(counts[key] for key in ("rewritten", "stops", "differs", "warns", "low"))


def test_what_has_to_be_raised_first_is_python_and_then_databases(facts: Facts) -> None:
    assert raises(facts, "3.2", "5.2")[:2] == ["Python 3.10", "PostgreSQL 14"]
    assert raises(facts, "6.0", "6.0") == []


def test_cves_count_from_the_day_of_the_version(facts: Facts) -> None:
    counts = [cves_since(version, "5.2", facts) for version in ("3.2", "3.2.12", "3.2.25", "5.2")]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[1] > counts[2] > counts[3] > 0


def test_a_verdict_follows_the_day(found: dict[str, Answer]) -> None:
    assert "has had no security fixes since April 1, 2024. Move to Django 5.2 LTS" in said(
        found["3.2"], date(2026, 11, 29)
    )
    assert "Move to Django 4.2 LTS" in said(found["3.2"], date(2024, 5, 1))
    assert "gets security fixes until" in said(found["5.2"], date(2026, 11, 29))
    assert "stay" in said(found["6.1"], date(2026, 11, 29))


def test_a_page_that_nobody_built_for_years_recommends_nothing_dead(
    facts: Facts, found: dict[str, Answer]
) -> None:
    last = max(one.security_fixes_end.last for one in windows(facts).values()) + timedelta(days=1)
    assert "Look for a newer copy of this page" in said(found["3.2"], last)
    assert "Look for a newer copy of this page" in said(found["6.1"], last)


def test_the_goal_of_a_verdict_is_supported_on_each_of_its_days(
    facts: Facts, found: dict[str, Answer]
) -> None:
    known = windows(facts)
    for answer in found.values():
        for stage in answer.verdicts[1:]:
            goal = [part.text for part in stage.said if part.kind == "cves"]
            assert all(known[name].supported(date.fromisoformat(stage.begins)) for name in goal)
