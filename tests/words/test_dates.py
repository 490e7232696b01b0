"""Dates are read and said as the sources know them: a month stays a month."""

from datetime import date

import pytest

from atlas.words.dates import When, ago, day


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
        ("2026-11-20", date(2026, 11, 21), "1 day ago"),
        ("2026-11-01", date(2026, 11, 21), "20 days ago"),
        ("2026-10-31", date(2026, 11, 30), "30 days ago"),
        ("2026-10-21", date(2026, 11, 21), "1 month ago"),
        ("2026-04-07", date(2026, 11, 21), "7 months ago"),
        ("2025-11-21", date(2026, 11, 21), "1 year ago"),
        ("2023-12-01", date(2026, 11, 21), "2 years and 11 months ago"),
        ("2027-04", date(2027, 5, 1), "1 month ago"),
        ("2027-04", date(2028, 5, 31), "1 year and 1 month ago"),
    ],
)
def test_the_past_is_told_in_whole_months(then: str, today: date, said: str) -> None:
    assert ago(When.parse(then), today) == said


def test_today_is_a_day() -> None:
    assert day(date(2026, 11, 21)) == When.parse("2026-11-21")
