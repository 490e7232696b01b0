"""Data that belong to an older Django than the facts are one line, whatever is wrong in them otherwise."""

import json
import shutil
from pathlib import Path

import pytest

from atlas.facts import behind
from atlas.facts.django import Facts
from tests.project import Project


@pytest.fixture
def data(project: Project, root: Path) -> Path:
    """The data of a project that a test may change: copies of the files that say which Django they are of."""
    folder = project.root / "data"
    for name in ("patches.json", "django-docs.json", "defaults"):
        (folder / name).unlink()
    for name in ("patches.json", "django-docs.json"):
        shutil.copy(root / "data" / name, folder / name)
    shutil.copytree(root / "data/defaults", folder / "defaults")
    shutil.copytree(root / "data/proof/pins", folder / "proof/pins")
    shutil.copy(root / "data/proof/environments.json", folder / "proof/environments.json")
    return folder


def next_patch(data: Path) -> str:
    """Let the facts know a patch release that nothing else knows; its version."""
    patches = json.loads((data / "patches.json").read_text("utf-8"))
    last = next(version for version in reversed(patches) if version.startswith("5.2."))
    version = f"5.2.{int(last.rpartition('.')[2]) + 1}"
    (data / "patches.json").write_text(json.dumps({**patches, version: patches[last]}), encoding="utf-8")
    return version


def lines(data: Path) -> list[str]:
    return [str(problem) for problem in behind.problems(Facts(data.parent))]


def test_data_of_the_newest_are_not_behind(data: Path) -> None:
    assert lines(data) == []


def test_a_new_patch_is_one_line_with_what_to_run(data: Path) -> None:
    version = next_patch(data)
    parts = "documentation, locks, defaults, runs"
    assert lines(data) == [f"data: Django {version}: out, and not yet in: {parts}; make update"]


def test_a_lock_file_of_an_older_patch_is_named(data: Path) -> None:
    lock = data / "proof/pins/4.1.txt"
    lock.write_text(lock.read_text("utf-8").replace("django==4.1.13", "django==4.1.12"), encoding="utf-8")
    assert lines(data) == ["data: Django 4.1.13: out, and not yet in: locks; make update"]


def test_what_is_missing_or_broken_is_left_to_the_check_of_files(data: Path) -> None:
    next_patch(data)
    shutil.rmtree(data / "proof")
    (data / "django-docs.json").write_text("{", encoding="utf-8")
    (line,) = lines(data)
    assert "not yet in: defaults; make update" in line
