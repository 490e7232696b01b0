"""Series as short text, and back."""

import pytest

from atlas.words.spans import from_text, to_text

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
