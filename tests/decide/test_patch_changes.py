"""What patch releases may break is told by version, oldest first; and CVEs are counted in one way."""

from pathlib import Path

import pytest

from atlas.decide.patch_changes import may_break
from atlas.decide.plan import cves_fixed
from atlas.facts.django import Facts
from atlas.records.patch_lines import PatchLine
from atlas.words.versions import feature_release

#: Of 2.2.21, 3.1.9 and 3.2.1; of 3.2.13 and others; a bug fix of 2.2.1.
NAMES, ALIASES, MENDED = "88e4ea19", "3909f570", "7d349854"


@pytest.fixture(scope="module")
def facts(root: Path) -> Facts:
    return Facts(root)


def line(breaks: bool) -> PatchLine:
    return PatchLine(text="Names are looked at from now on.", may_break=breaks)


def test_what_may_break_is_told_of_the_series_that_is_asked_for_oldest_first(facts: Facts) -> None:
    lines = {ALIASES: line(True), NAMES: line(True), MENDED: line(False)}
    told = {
        series: [(one.version, one.unit) for one in may_break(facts, lines, series)]
        for series in facts.releases
    }
    assert told["3.2"] == [("3.2.1", NAMES), ("3.2.13", ALIASES)]
    assert told["2.2"] == [("2.2.21", NAMES), ("2.2.28", ALIASES)]
    assert told["4.1"] == []


def test_from_every_patch_release_the_cves_of_the_later_ones_are_those_made_public_since(
    facts: Facts,
) -> None:
    """The planner counts by date, pages of patch releases by release: the two must be one number."""
    for release, known in facts.releases.items():
        fixed, later = cves_fixed(release, facts), dict(facts.patches_of(release))
        for version, date in [(release, known.date), *((name, patch.date) for name, patch in later.items())]:
            later.pop(version, None)
            by_release = {cve for patch in later.values() for cve in patch.cves}
            assert {name for name in fixed if facts.cves[name].date > date} == by_release, version


@pytest.mark.parametrize(("version", "count"), [("3.2.12", 14)])
def test_the_count_is_that_of_djangos_notes(facts: Facts, version: str, count: int) -> None:
    newer = list(facts.patches_of(feature_release(version)).items())
    after = newer[[name for name, _ in newer].index(version) + 1 :]
    assert len({cve for _, patch in after for cve in patch.cves}) == count
