"""The hand-kept file is compared with what is out, and never stands in the way."""

from pathlib import Path

import pytest

from atlas.sync.handkept import reminders
from tests.sync.archives import facts_of

SOURCE = "sources: {page: {repository: a/b, path: c, commit: %s, checked: '2022-09-01'}}\n" % ("a" * 40)
ENDS = (
    'bug_fixes_end: {date: "2023-04", source: page}, security_fixes_end: {date: "2023-12-01", source: page}'
)
BOTH = f'{SOURCE}releases:\n  "4.1": {{{ENDS}}}\n'


def lines(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "support.yml"
    path.write_text(text, encoding="utf-8")
    return list(reminders(path, facts_of()))


def test_a_complete_file_needs_no_reminder(tmp_path: Path) -> None:
    assert lines(tmp_path, BOTH) == []


def test_a_release_without_dates_is_named_with_what_to_add(tmp_path: Path) -> None:
    assert lines(tmp_path, f"{SOURCE}releases: {{}}\n") == [
        "by hand: support.yml: releases: 4.1: add bug_fixes_end and security_fixes_end"
    ]


def test_a_planned_release_that_is_out_is_named(tmp_path: Path) -> None:
    text = f'{BOTH}planned:\n  "4.1": {{lts: false, date: {{date: "2022-08", source: page}}, {ENDS}}}\n'
    assert lines(tmp_path, text) == ["by hand: support.yml: planned: 4.1: it is out; move it to releases"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "by hand: data/support.yml:1: releases: missing"),
        ("releases: [", "by hand: data/support.yml:1: file: not valid YAML"),
        (f"{SOURCE}releases: 3\n", "by hand: data/support.yml:2: releases: found '3', expected an object"),
    ],
)
def test_a_mistake_in_it_is_a_reminder_not_a_failure(tmp_path: Path, text: str, said: str) -> None:
    assert lines(tmp_path, text)[0].startswith(said)


def test_a_missing_file_is_a_reminder(tmp_path: Path) -> None:
    (line,) = reminders(tmp_path / "support.yml", facts_of())
    assert line == "by hand: data/support.yml: file: missing; take it back with git"
