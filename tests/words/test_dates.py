"""Dates are read and said as the sources know them: a month stays a month."""

from datetime import date

import pytest

from atlas.words.dates import When, day, long_ago


def test_a_day_is_said_with_its_day() -> None:
    when = When.parse("2026-08-05")
    assert (when.text, when.short, when.placed) == (
        "August 5, 2026",
        "Aug 5, 2026",
        "on August 5, 2026",
    )


def test_a_month_is_never_given_a_day() -> None:
    when = When.parse("2027-04")
    assert (when.text, when.short, when.placed) == ("April 2027", "Apr 2027", "in April 2027")
    assert when.iso == "2027-04"


def test_may_is_as_short_as_it_gets() -> None:
    assert When.parse("2019-05-01").short == "May 1, 2019"


def test_a_day_counts_until_it_is_over() -> None:
    when = When.parse("2023-12-01")
    assert not when.over(date(2023, 12, 1))
    assert when.over(date(2023, 12, 2))


def test_a_month_counts_until_its_last_day_is_over() -> None:
    when = When.parse("2028-02")
    assert not when.over(date(2028, 2, 29))
    assert when.over(date(2028, 3, 1))


@pytest.mark.parametrize("text", ["2027", "2027-13", "2027-02-30", "April 2027", "2027-4", ""])
def test_other_text_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):
        When.parse(text)


@pytest.mark.parametrize(
    ("then", "today", "said"),
    [
        ("2026-11-20", date(2026, 11, 21), ""),
        ("2025-11-21", date(2026, 11, 21), ""),
        ("2025-11-20", date(2026, 11, 21), "more than a year ago"),
        ("2023-12-01", date(2026, 11, 21), "more than 2 years ago"),
        ("2027-04", date(2028, 4, 30), ""),
        ("2027-04", date(2028, 5, 1), "more than a year ago"),
        ("2028-02-28", date(2029, 2, 28), ""),
        ("2028-02-28", date(2029, 3, 1), "more than a year ago"),
        ("2019-12-02", date(2099, 1, 1), "more than 10 years ago"),
    ],
)
def test_the_past_is_told_in_whole_years(then: str, today: date, said: str) -> None:
    assert long_ago(When.parse(then), today) == said


def test_today_is_a_day() -> None:
    assert day(date(2026, 11, 21)) == When.parse("2026-11-21")
