"""The head of a notes file."""

import pytest

from atlas.sync.errors import SyncError
from atlas.sync.headers import is_long_term, iso_date, release_date
from atlas.sync.sources.rst import Document, parse


def notes(date: str, more: str = "Welcome.", title: str = "Django 4.2 release notes") -> Document:
    rule = "=" * len(title)
    return parse("docs/releases/4.2.txt", f"{rule}\n{title}\n{rule}\n\n{date}\n\n{more}\n")


def test_the_date_stands_under_the_title() -> None:
    assert release_date(notes("*April 3, 2023*"), "4.2") == "2023-04-03"


@pytest.mark.parametrize("word", ["*Expected April 2023*", "*Under development*"])
def test_a_release_to_come_has_no_date(word: str) -> None:
    assert release_date(notes(word), "4.2") is None


def test_a_month_alone_is_not_a_date_of_release() -> None:
    assert iso_date("April 2023") is None
    with pytest.raises(SyncError, match=r"4\.2\.txt:5: found 'April 2023', expected a date such as"):
        release_date(notes("*April 2023*"), "4.2")


def test_notes_of_another_version_are_refused() -> None:
    with pytest.raises(SyncError, match=r"4\.2\.txt:2: found the title 'Django 4.1 release notes'"):
        release_date(notes("*April 3, 2023*", title="Django 4.1 release notes"), "4.2")


def test_a_long_term_release_calls_itself_one() -> None:
    term = "It is a :term:`long-term support\nrelease <Long-term support release>`."
    assert is_long_term(notes("*April 3, 2023*", term))
    assert not is_long_term(notes("*April 3, 2023*", "It is short."))
