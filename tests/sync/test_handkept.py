"""The hand-kept file is compared with what is out, and never stands in the way."""

from pathlib import Path

import pytest

from atlas.sync.handkept import reminders
from tests.sync.archives import facts_of

BOTH = 'releases:\n  "4.1":\n    bug_fixes_end: {date: "2023-04"}\n    security_fixes_end: {date: "2023-12-01"}\n'


def lines(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "support.yml"
    path.write_text(text, encoding="utf-8")
    return list(reminders(path, facts_of()))


def test_a_complete_file_needs_no_reminder(tmp_path: Path) -> None:
    assert lines(tmp_path, BOTH) == []


def test_a_release_without_dates_is_named_with_what_to_add(tmp_path: Path) -> None:
    expected = ["by hand: support.yml: releases: 4.1: add bug_fixes_end and security_fixes_end"]
    assert lines(tmp_path, "releases: {}\n") == expected
    assert lines(tmp_path, "") == expected


def test_a_planned_release_that_is_out_is_named(tmp_path: Path) -> None:
    text = f'{BOTH}planned:\n  "4.1": {{lts: false}}\n'
    assert lines(tmp_path, text) == ["by hand: support.yml: planned: 4.1: it is out; move it to releases"]


@pytest.mark.parametrize("text", ["releases: [", "releases: 3\n", "- 1\n"])
def test_a_file_that_is_not_as_expected_is_a_reminder_not_a_failure(tmp_path: Path, text: str) -> None:
    assert len(lines(tmp_path, text)) == 1


def test_a_missing_file_is_a_reminder(tmp_path: Path) -> None:
    (line,) = reminders(tmp_path / "support.yml", facts_of())
    assert "cannot be read" in line
