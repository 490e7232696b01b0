"""The time of a scan grows with the text and not with its square, whatever is in it and however fast the machine is."""

import math
import time
from collections.abc import Callable, Iterator
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


def growths(path: str, text: Callable[[int], str], size: int, changes: list[Concerned]) -> Iterator[float]:
    """How many times as long a text of four times the size takes, by the fastest tries so far: what else the machine
    does makes a try slower, never faster."""
    short = long = math.inf
    for _ in range(TRIES):
        short = min(short, seconds(path, text(size), changes))
        long = min(long, seconds(path, text(size * TIMES), changes))
        yield long / short


@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_takes_about_four_times_as_long(name: str, changes: list[Concerned]) -> None:
    seen = []
    for growth in growths(*HOSTILE[name], SIZE, changes):
        seen.append(round(growth, 1))
        if growth < LIMIT:
            return
    raise AssertionError(f"{name}: {seen} times as long on {TIMES} times the text")


def test_what_grows_with_the_square_is_seen() -> None:
    slow = [{"id": "4.0/x", "necessary_by": "4.0", "rules": [{"pattern": [r"\w+\s*,"], "files": ["python"]}]}]
    seen = list(growths(*HOSTILE["a long word"], SIZE // 10, slow))  # type: ignore[arg-type]
    assert max(seen) > LIMIT, seen
