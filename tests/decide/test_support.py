"""A release's support on a day: planned, bug fixes, security fixes only, ended; and where to go from it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from atlas.decide.support import move_to, windows
from atlas.facts.django import Facts
from atlas.words.problems import RecordsBroken
from tests.windows import KNOWN


@pytest.mark.parametrize(
    ("release", "today", "status", "until"),
    [
        ("4.1", date(2022, 8, 2), "planned", "for August 3, 2022"),
        ("4.1", date(2022, 8, 3), "bug-fixes", "until April 5, 2023"),
        ("4.1", date(2023, 4, 5), "bug-fixes", "until April 5, 2023"),
        ("4.1", date(2023, 4, 6), "security", "until December 1, 2023"),
        ("4.1", date(2023, 12, 1), "security", "until December 1, 2023"),
        ("4.1", date(2023, 12, 2), "ended", "on December 1, 2023"),
        ("4.1", date(2026, 11, 21), "ended", "more than 2 years ago"),
        ("5.2", date(2028, 4, 30), "security", "until April 2028"),
        ("5.2", date(2028, 5, 1), "ended", "in April 2028"),
        ("6.1", date(2027, 4, 30), "bug-fixes", "until April 2027"),
        ("6.2", date(2026, 11, 21), "planned", "for April 2027"),
    ],
)
def test_a_release_has_a_status_on_a_day(release: str, today: date, status: str, until: str) -> None:
    window = KNOWN[release]
    assert (window.status(today), window.until(today)) == (status, until)


def test_a_planned_release_stays_planned_until_the_facts_have_it() -> None:
    assert KNOWN["6.2"].status(date(2027, 6, 1)) == "planned"


def test_a_long_term_release_says_so_in_its_name() -> None:
    assert (KNOWN["5.2"].name, KNOWN["6.1"].name) == ("Django 5.2 LTS", "Django 6.1")


@pytest.mark.parametrize(
    ("release", "today", "targets"),
    [
        ("4.1", date(2026, 11, 21), ["5.2", "6.1"]),
        ("4.1", date(2025, 5, 1), ["5.2"]),
        ("4.1", date(2024, 1, 1), ["4.2"]),
        ("6.0", date(2027, 5, 1), ["6.1"]),
        ("4.1", date(2028, 1, 1), ["5.2"]),
        ("4.1", date(2028, 5, 1), []),
        ("6.1", date(2028, 1, 1), []),
    ],
)
def test_one_moves_to_the_newest_long_term_release_or_to_the_newest(
    release: str, today: date, targets: list[str]
) -> None:
    assert [window.release for window in move_to(release, KNOWN, today)] == targets


def test_every_release_of_the_facts_has_a_window_and_planned_ones_come_last(root: Path) -> None:
    facts = Facts(root)
    known = windows(facts)
    assert list(known)[: len(facts.releases)] == list(facts.releases)
    assert all(one.planned for one in list(known.values())[len(facts.releases) :])
    assert known["3.2"].lts and known["3.2"].security_fixes_end.iso == "2024-04-01"
    assert known["5.2"].security_fixes_end.iso == "2028-04"


@pytest.fixture
def facts(root: Path, tmp_path: Path) -> Facts:
    """Facts of which a test may change a file."""
    shutil.copytree(root / "data", tmp_path / "data")
    return Facts(tmp_path)


def _change(facts: Facts, old: str, new: str) -> None:
    path = facts.data / "support.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_planned_release_that_came_out_is_not_listed_twice(facts: Facts) -> None:
    _change(facts, 'planned:\n  "6.2"', 'planned:\n  "6.1"')
    known = windows(facts)
    assert "6.2" not in known and not known["6.1"].planned


def test_a_release_without_support_dates_is_named(facts: Facts) -> None:
    _change(facts, '  "4.1":\n    bug_fixes_end', '  "9.1":\n    bug_fixes_end')
    with pytest.raises(RecordsBroken) as broken:
        windows(facts)
    assert str(broken.value) == (
        "data/support.yml: releases.4.1: missing;"
        " add bug_fixes_end and security_fixes_end, each with `date` and `source`"
    )


def test_a_date_in_words_is_named(facts: Facts) -> None:
    _change(facts, '{date: "2023-12-01"', '{date: "December 2023"')
    with pytest.raises(RecordsBroken) as broken:
        windows(facts)
    assert "releases.4.1.security_fixes_end.date: found 'December 2023'" in str(broken.value)
