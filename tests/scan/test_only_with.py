"""Hits that count only where something else is in the project, in any file."""

from pathlib import Path
from typing import Any

import pytest

from atlas.scan import processes
from atlas.scan.engine import scan_folder, scan_texts
from atlas.scan.processes import PORTION

CHANGE: dict[str, Any] = {
    "id": "4.0/x",
    "necessary_by": "4.0",
    "rules": [{"override": ["save"]}],
    "only_with": [{"method": ["update_or_create"]}, {"string": ["catalog.tasks"]}],
}
MODEL = ("catalog/models.py", "class Book:\n    def save(self):\n        pass\n")
CALL = ("catalog/views.py", "Book.objects.update_or_create(pk=1)\n")
OTHER = {"id": "4.0/y", "necessary_by": "4.0", "rules": [{"override": ["save"]}]}


def found(*files: tuple[str, str], changes: list[Any] | None = None) -> list[tuple[str, str, int]]:
    return [(hit.change, hit.path, hit.rule) for hit in scan_texts(files, changes or [CHANGE]).hits]


def test_without_it_there_is_no_hit() -> None:
    assert found(MODEL) == []
    assert found(CALL) == []


def test_with_it_in_another_file_there_is_and_it_is_no_hit_itself() -> None:
    assert found(MODEL, CALL) == [("4.0/x", "catalog/models.py", 0)]
    assert found(CALL, MODEL) == [("4.0/x", "catalog/models.py", 0)]


def test_one_of_several_is_enough() -> None:
    assert found(MODEL, ("settings.py", "TASKS = 'catalog.tasks'\n")) == [("4.0/x", "catalog/models.py", 0)]


def test_other_changes_are_not_concerned() -> None:
    assert found(MODEL, changes=[CHANGE, OTHER]) == [("4.0/y", "catalog/models.py", 0)]


def test_a_folder_that_is_left_out_does_not_count() -> None:
    migration = ("catalog/migrations/0001.py", CALL[1])
    assert found(MODEL, migration) != []
    assert found(MODEL, migration, changes=[{**CHANGE, "exclude": "migrations"}]) == []


def test_it_counts_whichever_process_has_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_processors", lambda: 2)
    monkeypatch.setattr(processes, "WORTH_IT", 2)
    monkeypatch.setattr(processes.threading, "active_count", lambda: 1)
    for number in range(3 * PORTION):
        (tmp_path / f"model{number:04}.py").write_text(MODEL[1])
    assert scan_folder(tmp_path, [CHANGE]).hits == []
    (tmp_path / "views.py").write_text(CALL[1])
    assert len(scan_folder(tmp_path, [CHANGE]).hits) == 3 * PORTION
