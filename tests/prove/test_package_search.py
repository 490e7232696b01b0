"""Few runs find the newest and the smallest version that runs, and no version that runs is claimed without a run."""

import pytest

from atlas.prove.packages import search

VERSIONS = [f"{number}.0" for number in range(1, 101)]


class Tries:
    """Versions that run, as numbers, and what was asked. refused: numbers below which nothing can be installed."""

    def __init__(self, *good: int, refused: int = 0) -> None:
        self.refused = refused
        self.good = {f"{number}.0" for number in good}
        self.asked: list[str] = []

    def __call__(self, version: str) -> str:
        if version not in self.asked:
            self.asked.append(version)
        if float(version) < self.refused:
            return "refused"
        return "runs" if version in self.good else "fails"


def test_the_version_that_the_resolver_takes_is_the_newest_where_it_runs() -> None:
    tries = Tries(100)
    assert search.newest(VERSIONS, "100.0", tries) == "100.0"
    assert tries.asked == ["100.0"]


@pytest.mark.parametrize("last", [1, 2, 50, 98, 99])
def test_the_newest_that_runs_is_found_below_one_that_does_not(last: int) -> None:
    tries = Tries(*range(1, last + 1))
    assert search.newest(VERSIONS, "100.0", tries) == f"{last}.0"
    assert len(tries.asked) <= 16


def test_none_is_the_newest_where_none_runs() -> None:
    tries = Tries()
    assert search.newest(VERSIONS, "100.0", tries) is None
    assert len(tries.asked) <= search.MOST


@pytest.mark.parametrize("only", [85, 86, 90, 92])
def test_one_that_runs_between_what_fails_and_what_cannot_be_installed_is_found(only: int) -> None:
    """As psycopg2-binary 2.8.6 with Django 2.2: older ones have no wheel for that Python, newer ones break."""
    tries = Tries(only, refused=only)
    assert search.newest(VERSIONS, "100.0", tries) == f"{only}.0"
    assert len(tries.asked) <= 12


@pytest.mark.parametrize("first", [1, 2, 37, 99, 100])
def test_the_smallest_is_found_by_halves(first: int) -> None:
    tries = Tries(*range(first, 101))
    assert search.smallest(VERSIONS, "100.0", tries) == f"{first}.0"
    assert len(tries.asked) <= 8


def test_the_smallest_of_the_release_before_is_tried_first() -> None:
    tries = Tries(*range(30, 101))
    assert search.smallest(VERSIONS, "100.0", tries, hint="30.0") == "30.0"
    assert tries.asked == ["30.0"]


def test_what_was_too_old_for_the_release_before_is_not_tried() -> None:
    tries = Tries(*range(40, 101))
    assert search.smallest(VERSIONS, "100.0", tries, hint="30.0") == "40.0"
    assert min(float(version) for version in tries.asked) == 30


def test_a_hint_that_is_newer_than_what_runs_is_no_hint() -> None:
    assert search.smallest(VERSIONS, "20.0", Tries(*range(10, 21)), hint="30.0") == "10.0"


def test_a_bridge_is_looked_for_from_both_sides() -> None:
    assert search.bridge_to_try(["3.0", "5.0"], ["7.0", "6.0"], VERSIONS) == [("5.0", True), ("6.0", False)]


@pytest.mark.parametrize(("before", "after"), [(["3.0"], ["3.0", "4.0"]), ([], ["4.0"]), (["3.0"], [])])
def test_no_bridge_is_looked_for_where_one_is_known_or_a_side_has_nothing(
    before: list[str], after: list[str]
) -> None:
    assert search.bridge_to_try(before, after, VERSIONS) == []
