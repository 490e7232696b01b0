"""Files dealt to several processes give what one process gives."""

import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from atlas.scan import processes
from atlas.scan.engine import scan_folder
from atlas.scan.processes import PORTION, dealt

RULES = [{"id": "4.0/x", "necessary_by": "4.0", "rules": [{"name": ["django.utils.encoding.force_text"]}]}]
MANY = list(range(3 * PORTION + 1))


def doubler(home: int, ending: int = -1) -> Callable[[Sequence[int]], list[int]]:
    """Doubles numbers; ends a process of the pool that gets to one of them. home: the process of the test."""

    def double(numbers: Sequence[int]) -> list[int]:
        if ending in numbers and os.getpid() != home:
            os.kill(os.getpid(), signal.SIGKILL)
        return [2 * number for number in numbers]

    return double


def whereabouts() -> Callable[[Sequence[int]], list[int]]:
    """Says which process it is in."""
    return lambda numbers: [os.getpid()]


@pytest.fixture(autouse=True)
def several(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processors, on any machine, and work worth dealing."""
    monkeypatch.setattr(processes, "_processors", lambda: 2)
    monkeypatch.setattr(processes, "WORTH_IT", 2)
    monkeypatch.setattr(processes.threading, "active_count", lambda: 1)


def doubled(*ending: int) -> list[int]:
    return [number for part in dealt(MANY, doubler, (os.getpid(), *ending)) for number in part]


def test_portions_come_back_in_order_and_from_other_processes() -> None:
    assert doubled() == [2 * number for number in MANY]
    assert os.getpid() not in {pid for part in dealt(MANY, whereabouts, ()) for pid in part}


def test_what_an_ended_process_leaves_is_done_here() -> None:
    assert doubled(2 * PORTION) == [2 * number for number in MANY]


def test_beside_other_threads_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes.threading, "active_count", lambda: 2)
    assert {pid for part in dealt(MANY, whereabouts, ()) for pid in part} == {os.getpid()}


def test_where_no_process_can_be_had_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*given: object, **named: object) -> None:
        raise OSError("no semaphores")

    monkeypatch.setattr(processes, "ProcessPoolExecutor", none)
    assert doubled() == [2 * number for number in MANY]


def test_a_project_of_many_files_gives_the_same_and_tells_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(PORTION + 5):
        ending = "" if number % 2 else "def broken(:\n"
        text = f"from django.utils.encoding import force_text\n{ending}"
        (tmp_path / f"views{number}.py").write_text(text, encoding="utf-8")
    told: list[tuple[int, int]] = []
    several = scan_folder(tmp_path, RULES, told=lambda done, of: told.append((done, of)))
    monkeypatch.setattr(processes, "_processors", lambda: 1)
    assert scan_folder(tmp_path, RULES) == several
    assert several.files == len(several.unread) + len({hit.path for hit in several.hits}) > PORTION
    assert told == [(PORTION, PORTION + 5), (PORTION + 5, PORTION + 5)]
