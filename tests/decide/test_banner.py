"""The first sentences of a release page say whether it is safe to stay, and where to go."""

from datetime import date

from atlas.decide.banner import banner
from tests.windows import KNOWN

TODAY = date(2026, 11, 21)


def _said(release: str, today: date = TODAY) -> str:
    words = banner(KNOWN[release], KNOWN, today)
    return f"{words.headline} {words.text}"


def test_an_ended_release_says_so_at_once_with_where_to_go() -> None:
    assert _said("4.1") == (
        "Django 4.1 is no longer supported. "
        "Its last security fixes ended on December 1, 2023, more than 2 years ago. "
        "Move to Django 5.2 LTS, the newest LTS release (security fixes until April 2028), "
        "or to Django 6.1, the newest release (security fixes until December 2027)."
    )


def test_each_target_is_a_link() -> None:
    parts = banner(KNOWN["4.1"], KNOWN, TODAY).parts
    assert [part.release for part in parts if part.release] == ["5.2", "6.1"]


def test_one_target_is_named_once() -> None:
    assert _said("4.1", date(2028, 1, 1)).endswith(
        "Move to Django 5.2 LTS, the newest release (security fixes until April 2028)."
    )


def test_where_nothing_newer_is_supported_the_page_says_that_it_does_not_know() -> None:
    words = banner(KNOWN["6.1"], KNOWN, date(2028, 1, 1))
    assert words.text.endswith(
        "No newer release that this page knows is supported either: see Django's download page."
    )
    assert [part.url for part in words.parts if part.url] == ["https://www.djangoproject.com/download/"]


def test_a_release_with_security_fixes_only_names_both_ends() -> None:
    assert _said("5.2") == (
        "Django 5.2 LTS gets security fixes only. "
        "Bug fixes ended on December 3, 2025; security fixes end in April 2028."
    )


def test_a_supported_release_names_both_ends() -> None:
    assert _said("6.1") == (
        "Django 6.1 is supported. Bug fixes end in April 2027, security fixes in December 2027."
    )


def test_a_planned_release_gives_the_plan() -> None:
    assert _said("6.2") == (
        "Django 6.2 LTS is planned for April 2027. "
        "Bug fixes are to end in December 2027, security fixes in April 2030."
    )


def test_a_plan_whose_month_is_over_is_told_as_past() -> None:
    assert _said("6.2", date(2027, 5, 1)) == (
        "Django 6.2 LTS was planned for April 2027. This page was made before it came out."
    )
