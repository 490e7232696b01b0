"""CVEs and patch releases as the facts have them."""

from pathlib import Path

import pytest

from atlas.decide.security import cves, disclosed_after, patches, weakness_in_words
from atlas.decide.support import windows
from atlas.facts.django import Facts


@pytest.fixture(scope="module")
def facts(root: Path) -> Facts:
    return Facts(root)


def test_every_cve_is_listed_newest_first(facts: Facts) -> None:
    listed = cves(facts)
    assert set(listed) == set(facts.cves)
    days = [cve.when.first for cve in listed.values()]
    assert days == sorted(days, reverse=True)


def test_a_cve_names_the_patch_release_of_each_series_and_its_place_in_the_notes(facts: Facts) -> None:
    cve = cves(facts)["CVE-2022-34265"]
    assert cve.affected == ("3.2", "4.0")
    fixes = {fix.series: fix.version for fix in cve.fixes}
    assert fixes["3.2"] == "3.2.14" and fixes["4.0"] == "4.0.6"
    assert all("cve-2022-34265" in (fix.anchor or "") for fix in cve.fixes if fix.version == "3.2.14")


def test_patch_releases_are_listed_newest_first_with_their_cves(facts: Facts) -> None:
    listed = patches(facts, "4.1")
    assert listed[0].version == "4.1.13" and listed[-1].version == "4.1.1"
    assert [cve.id for cve in listed[0].cves] == ["CVE-2023-46695"]
    assert next(patch for patch in listed if patch.version == "4.1.3").pythons == ("3.11",)


def test_what_came_after_the_end_is_what_nobody_checked(facts: Facts) -> None:
    window = windows(facts)["4.1"]
    later = disclosed_after(facts, window)
    assert later
    assert all(cve.when.iso > "2023-12-01" and "4.1" not in cve.affected for cve in later)
    assert not any(cve.id == "CVE-2023-46695" for cve in later)


@pytest.mark.parametrize(
    ("weakness", "words"),
    [
        ("sql-injection", "SQL injection"),
        ("denial-of-service", "Denial of service"),
        ("cross-site-scripting", "Cross-site scripting"),
        (None, ""),
    ],
)
def test_a_weakness_is_said_in_words(weakness: str | None, words: str) -> None:
    assert weakness_in_words(weakness) == words
