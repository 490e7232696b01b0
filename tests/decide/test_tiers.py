"""The steps of a hop stand in the order of need, and one command rewrites those that are listed under it."""

from pathlib import Path

import pytest
from django_upgrade.data import Settings
from django_upgrade.main import apply_fixers

from atlas.claims.fixer import PLACES
from atlas.decide import plan_words, tiers
from atlas.decide.impact import rated
from atlas.decide.plan import Hop, hops
from atlas.facts import default_files
from atlas.facts.proof_files import read as read_proofs
from atlas.facts.proofs import FixerProof, PageProof, Proofs
from atlas.records.change import Change
from atlas.records.library import Library
from atlas.records.samples import samples_of
from tests.library import library_of
from tests.project import GOOD, Project

CHANGED = GOOD.replace("kind: deprecated", "kind: changed").replace("removed: 5.0\n", "")
MEDIUM = CHANGED.replace("impact: low", "impact: medium")
NOTHING_RUN = Proofs({}, {})


def found_in(root: Path, proofs: Proofs = NOTHING_RUN) -> dict[str, Hop]:
    library = library_of(root)
    library = rated(library, proofs)
    return {hop.new: hop for hop in hops(library, default_files.load(library.facts.data))}


def listed(hop: Hop, proofs: Proofs = NOTHING_RUN) -> dict[str, dict[str, list[str]]]:
    """Ids by list and tier, without what is empty."""
    return {
        found.key: {tier: [one.id for one in some] for tier, some in found.by_tier.items()}
        for found in tiers.lists(hop, proofs)
        if found.changes
    }


def fixed_by(target: str, verdict: str = "full") -> Proofs:
    fixer = FixerProof("0123456789ab", verdict, target, ("utils_timezone",))  # type: ignore[arg-type]
    return Proofs({"4.1/shelves": PageProof(fixer=fixer)}, {})


def test_a_hop_without_work_has_every_list_and_nothing_in_them(project: Project) -> None:
    found = tiers.lists(found_in(project.root)["4.1"], NOTHING_RUN)
    assert [one.key for one in found] == list(tiers.LISTS)
    assert [one.changes for one in found] == [()] * len(tiers.LISTS)


def test_what_raises_an_error_stops_the_site_and_what_is_silent_changes_results(project: Project) -> None:
    project.write("4.1/loud", MEDIUM)
    project.write("4.1/quiet", MEDIUM.replace("impact: medium", "impact: medium\nsilent: true"))
    assert listed(found_in(project.root)["4.1"]) == {
        "stops": {"stops": ["4.1/loud"]},
        "differs": {"differs": ["4.1/quiet"]},
    }


def test_a_deprecation_warns_at_the_hop_where_it_begins_and_stops_at_the_one_that_ends_it(
    project: Project,
) -> None:
    project.write("4.1/shelves", GOOD.replace("impact: low", "impact: high"))
    found = found_in(project.root)
    assert listed(found["4.1"]) == {"warns": {"warns": ["4.1/shelves"]}}
    assert listed(found["4.2"]) == {}
    assert listed(found["5.0"]) == {"stops": {"stops": ["4.1/shelves"]}}


def test_what_few_projects_meet_is_apart_worst_first(project: Project) -> None:
    project.write("4.1/warns", GOOD)
    project.write("4.1/quiet", CHANGED.replace("impact: low", "impact: low\nsilent: true"))
    project.write("4.1/loud", CHANGED)
    low = listed(found_in(project.root)["4.1"])["low"]
    assert low == {"stops": ["4.1/loud"], "differs": ["4.1/quiet"], "warns": ["4.1/warns"]}
    assert list(low) == ["stops", "differs", "warns"]


def test_the_heaviest_comes_first_whether_it_can_be_done_early_or_not(project: Project) -> None:
    project.write("4.1/early", MEDIUM.replace("impact: medium", "impact: medium\nfix_from: 3.2"))
    project.write("4.1/with-it", MEDIUM.replace("impact: medium", "impact: high"))
    assert listed(found_in(project.root)["4.1"])["stops"]["stops"] == ["4.1/with-it", "4.1/early"]


@pytest.mark.parametrize(("target", "verdict", "key"), [
    ("4.1", "full", "rewritten"), ("4.2", "full", "stops"), ("4.1", "partial", "stops"),
])  # fmt: skip
def test_the_command_takes_what_it_rewrites_in_full_by_its_target(
    project: Project, target: str, verdict: str, key: str
) -> None:
    project.write("4.1/shelves", MEDIUM)
    proofs = fixed_by(target, verdict)
    assert list(listed(found_in(project.root)["4.1"], proofs)) == [key]


def test_the_command_has_work_before_the_hop_where_the_old_release_is_target_enough(project: Project) -> None:
    project.write("4.1/shelves", MEDIUM)
    hop = found_in(project.root)["4.1"]
    assert tiers.is_rewritten_early(hop, fixed_by("4.0"))
    assert not tiers.is_rewritten_early(hop, fixed_by("4.1"))
    early = "On 4.0, `--target-version 4.0` rewrites what was deprecated by then, before the hop."
    assert plan_words.meaning(hop, "rewritten", early=True).endswith(early)
    assert early not in plan_words.meaning(hop, "rewritten")


def test_every_list_has_an_urgency_and_a_heading(project: Project) -> None:
    assert list(tiers.URGENCY) == list(tiers.LISTS)
    assert list(plan_words.LISTS) == ["run", *tiers.LISTS]


@pytest.fixture(scope="module")
def proofs(root: Path) -> Proofs:
    return read_proofs(root / "data/proof")


@pytest.fixture(scope="module")
def decided(root: Path, proofs: Proofs) -> tuple[Hop, ...]:
    library: Library = rated(library_of(root), proofs)
    return hops(library, default_files.load(library.facts.data))


def test_each_step_of_a_hop_is_in_one_list(decided: tuple[Hop, ...], proofs: Proofs) -> None:
    for hop in decided:
        found = [one.id for some in tiers.lists(hop, proofs) for one in some.changes]
        assert sorted(found) == sorted(one.id for one in (*hop.before, *hop.at, *hop.after))


def is_changed(change: Change, target: tuple[int, int]) -> bool:
    """Whether django-upgrade with all of its fixers does something to the Before of a page."""
    before = samples_of(change.page)["Before"]
    texts = [(place, before.text) for place in PLACES] + list(before.files.items())
    return any(apply_fixers(text, Settings(target), place) != text for place, text in texts)


def test_the_command_of_each_hop_rewrites_every_step_that_is_listed_under_it(
    decided: tuple[Hop, ...], proofs: Proofs
) -> None:
    number = 0
    for hop in decided:
        assert f"--target-version {hop.new}\n" in plan_words.commands(hop)
        major, minor = map(int, hop.new.split("."))
        for change in tiers.lists(hop, proofs)[0].changes:
            assert is_changed(change, (major, minor)), (hop.new, change.id)
            number += 1
    assert number > 30


def test_a_target_below_a_fixers_own_rewrites_nothing(decided: tuple[Hop, ...], proofs: Proofs) -> None:
    change = next(one for one in tiers.lists(decided[-2], proofs)[0].changes if one.release == "5.1")
    assert not is_changed(change, (5, 0))
