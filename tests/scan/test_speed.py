"""The time of a scan grows with the text and not with its square, whatever is in it and however fast the machine is."""

import time
from pathlib import Path

import pytest

from atlas.publish.rules import catalog
from atlas.scan.applies import applicable
from atlas.scan.engine import scan_texts
from atlas.scan.rules import Concerned
from tests.library import library_of
from tests.scan.hostile import HOSTILE

#: Characters of the shorter text; the other one has four times as many.
SIZE = 30_000
TIMES = 4
#: A time that grows with the text is about four times as long, one that grows with its square sixteen times.
LIMIT = 9
#: A machine that does something else may be slow once. A time that grows with the square is so always.
TRIES = 4


@pytest.fixture(scope="module")
def changes(root: Path) -> list[Concerned]:
    return applicable(catalog(library_of(root), "")["changes"], "2.2", "6.1")


def seconds(path: str, text: str, changes: list[Concerned]) -> float:
    """Processor time of a scan."""
    began = time.process_time()
    scan_texts([(path, text)], changes)
    return time.process_time() - began


@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_takes_about_four_times_as_long(name: str, changes: list[Concerned]) -> None:
    path, text = HOSTILE[name]
    ratios = []
    for _ in range(TRIES):
        short, long = (seconds(path, text(size), changes) for size in (SIZE, SIZE * TIMES))
        ratios.append(long / short)
        if ratios[-1] < LIMIT:
            return
    raise AssertionError(f"{name}: {ratios} times as long on {TIMES} times the text, {long:.2f} s")


def test_what_grows_with_the_square_is_seen() -> None:
    slow = [{"id": "4.0/x", "necessary_by": "4.0", "rules": [{"pattern": [r"\w+\s*,"], "files": ["python"]}]}]
    text = HOSTILE["a long word"][1]
    short, long = (seconds("a.py", text(size), slow) for size in (SIZE // 10, SIZE // 10 * TIMES))  # type: ignore[arg-type]
    assert long / short > LIMIT
