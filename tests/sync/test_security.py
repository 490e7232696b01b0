"""CVEs: the archive of security issues, joined with the patch releases that fix them."""

import pytest

from atlas.sync.cve_words import UNKNOWN, area_of, class_of
from atlas.sync.errors import SyncError
from tests.sync.archives import facts_of

CVE = "CVE-2022-11111"


def test_a_cve_has_its_facts_and_none_of_its_words() -> None:
    row = facts_of().cves[CVE]
    assert (row.weakness, row.area) == ("sql-injection", "db.models")
    assert row.date == "2022-09-05"
    assert row.symbols == ("QuerySet.shelve()",)
    assert row.affected == ("4.1",)
    assert row.fixed_in == {"4.1": "4.1.1"}
    assert row.anchor == "september-5-2022-cve-2022-11111"


def test_a_severity_stated_once_for_the_only_cve_is_its_own() -> None:
    assert facts_of().cves[CVE].severity == "high"


def test_a_severity_stated_for_more_cves_than_there_are_is_nobodys() -> None:
    assert facts_of(patch=("a security issue with", "two security issues with")).cves[CVE].severity is None


def test_a_severity_under_its_own_heading_wins() -> None:
    change = ("Shelves were open.", 'Shelves were open. This issue has severity "low".')
    assert facts_of(patch=change).cves[CVE].severity == "low"


def test_a_release_that_came_out_after_the_disclosure_was_fixed_from_the_start() -> None:
    change = ("September 5, 2022 - ", "August 3, 2022 - ")
    heading = "CVE-2022-11111: Potential SQL injection via ``QuerySet.shelve()``\n" + "=" * 65
    facts = facts_of(security=change, patch=(f"{heading}\n\nShelves were open.\n", ""))
    assert facts.cves[CVE].fixed_in == {"4.1": "4.1"}


def test_a_cve_that_only_the_notes_know_is_not_lost() -> None:
    row = facts_of(security=("2022-11111", "2022-22222")).cves[CVE]
    assert (row.date, row.affected, row.anchor) == ("2022-09-05", ("4.1",), None)


def test_a_cve_before_2019_is_left_out() -> None:
    older = (
        "May 1, 2018 - :cve:`2018-22222`\n-------------------------------\n\nOld. \n\nSeptember 5, 2022 - "
    )
    assert list(facts_of(security=("September 5, 2022 - ", older)).cves) == [CVE]


def test_two_cves_under_one_heading_are_two_rows() -> None:
    change = (
        ":cve:`2022-11111`\n",
        ":cve:`2022-11111` and :cve:`2022-22222`\n" + "-" * 60 + "\n\nX.\n\n..\n",
    )
    assert set(facts_of(security=change).cves) == {CVE, "CVE-2022-22222"}


def test_a_heading_without_a_date_is_refused() -> None:
    with pytest.raises(SyncError, match=r"security\.txt:8: found .*, expected a date and a CVE"):
        facts_of(security=("September 5, 2022 - ", "Some day of 2022 - "))


def test_an_archive_without_cves_is_refused() -> None:
    with pytest.raises(SyncError, match=r"security\.txt:1: found no CVE"):
        facts_of(security=("September 5, 2022 - ", "September 5, 2002 - "))


def test_a_title_that_no_rule_knows_is_marked_as_such() -> None:
    assert class_of("Something entirely new") == UNKNOWN
    assert area_of("CVE-2022-11111", "Something entirely new") == UNKNOWN
