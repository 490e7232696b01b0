"""Patch releases from their notes."""

import pytest

from atlas.facts.schema import PatchFacts
from atlas.sync.errors import SyncError
from tests.sync.archives import facts_of


def patch(*change: tuple[str, str]) -> PatchFacts:
    return facts_of(**({"patch": change[0]} if change else {})).patches["4.1.1"]


def test_a_patch_release_has_its_date_cves_and_fixes() -> None:
    assert patch().date == "2022-09-05"
    assert patch().security
    assert patch().cves == ("CVE-2022-11111",)
    assert patch().bugfixes == 2
    assert patch().pythons == ("3.10",)


def test_the_anchor_of_a_cve_is_that_of_its_heading() -> None:
    assert patch().anchors == {"CVE-2022-11111": "cve-2022-11111-potential-sql-injection-via-queryset-shelve"}


def test_a_nested_bullet_is_not_another_fix() -> None:
    assert patch(("* One thing works.", "* One thing works.\n\n  * On Tuesdays.")).bugfixes == 2


def test_a_mitigation_without_a_cve_is_still_about_security() -> None:
    before = facts_of().cves["CVE-2022-11111"]
    assert before.fixed_in == {"4.1": "4.1.1"}
    heading = "CVE-2022-11111: Potential SQL injection via ``QuerySet.shelve()``\n" + "=" * 65
    without = patch((f"{heading}\n\nShelves were open.\n", ""))
    assert (without.security, without.cves) == (True, ())


def test_a_patch_release_that_hardens_a_fix_names_the_cve() -> None:
    line = ("* Django 4.1 :commit", "* Django 4.1.1 :commit")
    facts = facts_of(security=line)
    assert facts.patches["4.1.1"].hardens == ("CVE-2022-11111",)


def test_a_heading_of_another_kind_is_refused() -> None:
    with pytest.raises(
        SyncError, match=r"4\.1\.1\.txt:15: found the heading 'Trivia', expected Bugfixes or a CVE"
    ):
        patch(("Bugfixes\n========", "Trivia\n======"))
