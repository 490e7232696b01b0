"""Series as short text, and back."""

import pytest

from atlas.words.spans import Spans, from_text, in_words, to_text

SERIES = ["2.2", "3.0", "3.1", "3.2", "4.0"]


@pytest.mark.parametrize(
    ("present", "text"),
    [
        (SERIES, "2.2-"),
        (["4.0"], "4.0-"),
        (["3.0"], "3.0"),
        (["3.0", "3.1"], "3.0-3.1"),
        (["2.2", "3.1", "3.2", "4.0"], "2.2,3.1-"),
    ],
)
def test_spans_say_exactly_what_is_present(present: list[str], text: str) -> None:
    assert to_text(present, SERIES) == text
    assert from_text(text, SERIES) == set(present)


def test_a_new_series_leaves_open_spans_as_they_are() -> None:
    assert to_text([*SERIES[1:], "4.1"], [*SERIES, "4.1"]) == to_text(SERIES[1:], SERIES) == "3.0-"


def test_a_series_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"found 4\.1, expected one of 2\.2, 3\.0"):
        from_text("4.1-", SERIES)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("everywhere", ["2.2", "4.1.3", "2028"], []),
        ("4.1", ["4.1", "4.1.13"], ["4.0.10", "4.2"]),
        ("4.1-4.2", ["4.1", "4.2.30"], ["4.0", "5.0"]),
        ("5.0-", ["5.0", "6.1.2", "2028.1"], ["4.2.30"]),
        ("4.2.14-4.2", ["4.2.14", "4.2.30"], ["4.2", "4.2.13", "5.0"]),
        ("3.2-3.2.12, 4.0-4.0.3", ["3.2", "3.2.12", "4.0.3"], ["3.2.13", "4.0.4", "4.1"]),
        ("2028-", ["2028", "2029.1"], ["6.2.9"]),
    ],
)
def test_spans_know_feature_and_patch_releases(text: str, inside: list[str], outside: list[str]) -> None:
    spans = Spans.parse(text)
    assert [one for one in inside if one not in spans] == []
    assert [one for one in outside if one in spans] == []
    assert str(spans) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("4.x", "found '4.x', expected a span such as 4.1, 4.1-4.2, 5.0- or 4.2.14-4.2"),
        ("", "found '', expected a span such as 4.1, 4.1-4.2, 5.0- or 4.2.14-4.2"),
        ("4.2-4.1", "found '4.2-4.1', which ends before it begins"),
        ("4.2.14-4.2.3", "found '4.2.14-4.2.3', which ends before it begins"),
        ("5.0-, 5.1", "found 5.1 after 5.0-, expected spans in order that do not overlap"),
        ("4.1-4.2, 4.2-5.0", "found 4.2-5.0 after 4.1-4.2, expected spans in order that do not overlap"),
    ],
)
def test_spans_that_cannot_be_are_refused_with_the_reason(text: str, said: str) -> None:
    with pytest.raises(ValueError) as refused:
        Spans.parse(text)
    assert str(refused.value) == said


def test_edges_are_the_versions_that_are_named() -> None:
    assert Spans.parse("3.2-3.2.12, 4.0.4-").edges == ("3.2", "3.2.12", "4.0.4")
    assert Spans.parse("everywhere").edges == ()


def test_in_words_three_in_a_row_and_more_are_drawn_together() -> None:
    assert in_words(["3.0", "3.1", "3.2"], SERIES) == "3.0 to 3.2"
    assert in_words(["2.2", "3.1", "3.2", "4.0"], SERIES) == "2.2 and 3.1 to 4.0"
    assert in_words(["2.2", "3.0", "3.2"], SERIES) == "2.2, 3.0 and 3.2"
    assert in_words([], SERIES) == ""
