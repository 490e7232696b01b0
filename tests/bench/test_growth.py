"""The projects of which the bench measures growth are real ones, of the size that is asked for."""

from pathlib import Path

import pytest

from atlas.check.everything import inspect
from bench.growth import exponents, grow
from bench.process import Cost

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("size", [100, 1100])
def test_a_project_of_any_size_has_no_mistake(root: Path, tmp_path: Path, size: int) -> None:
    grow(root, tmp_path / "grown", size)
    library, problems = inspect(tmp_path / "grown")
    assert [str(problem) for problem in problems] == []
    assert len(library.changes) == size
    assert len({change.release for change in library.changes}) > 9


def test_an_exponent_of_one_is_as_many_times_the_time_as_there_are_pages() -> None:
    costs = {size: Cost(seconds, seconds, 0) for size, seconds in ((100, 1.0), (1000, 10.0), (2000, 40.0))}
    found = exponents(costs)
    assert {pair: round(one, 2) for pair, one in found.items()} == {
        (100, 1000): 1.0,
        (1000, 2000): 2.0,
        (100, 2000): 1.23,
    }
