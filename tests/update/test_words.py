"""What an update changed is said in words, and a scheduled job puts it on a branch with a commit of those words."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from atlas.facts import pins
from atlas.sync.__main__ import main as sync
from atlas.update import records
from atlas.update.words import words
from tests.sync.archives import FILES, files_with, write_archive
from tests.update.world import FIX

SECOND = {**FILES, "docs/releases/4.1.2.txt": FIX.format(version="4.1.2")}
LOCK = "asgiref=={asgiref} \\\n    --hash=sha256:a\ndjango=={django} \\\n    --hash=sha256:b\n"
KEY = "0123456789ab"


def project(folder: Path, files: dict[str, str] = FILES, version: str = "4.1.1") -> Path:
    """A project's folder with the facts of a made-up archive."""
    (folder / "data/proof").mkdir(parents=True)
    (folder / "docs/releases/4.1").mkdir(parents=True)
    archive = write_archive(folder.parent / f"{folder.name}-archive", files, version)
    assert sync(["--sdist", str(archive), "--data", str(folder / "data")]) == 0
    return folder


def record(folder: Path, status: str, wrong: dict[str, str], django: str = "4.1.1") -> None:
    """Write a record of one page as it ran on 4.1."""
    ran = {"releases": ["4.1"], "status": status}
    if status == "fails":
        ran["error"] = {"type": "TypeError", "text": "no shelf\nat all"}
    page = {
        "After": {"key": KEY, "results": [ran]},
        "Holds: it shuts": {"key": KEY, "on": "4.1-", "wrong": wrong},
    }
    row = {"django": django, "python": "3.10.4", "run": "2026-11-29"}
    (folder / "data/proof/4.1.json").write_text(json.dumps({"4.1/shelf": page}), encoding="utf-8")
    (folder / "data/proof/environments.json").write_text(json.dumps({"4.1": row}), encoding="utf-8")


def lock(folder: Path, **versions: str) -> None:
    path = pins.path(folder, "4.1")
    path.parent.mkdir(exist_ok=True)
    path.write_text(LOCK.format(**versions), encoding="utf-8")


def test_nothing_that_changed_is_said_to_be_nothing(tmp_path: Path) -> None:
    same = project(tmp_path / "one")
    assert words(same, same, []) == "data: what moved since the last update\n"


def test_a_new_patch_its_cves_and_the_packages_that_moved_are_told(tmp_path: Path) -> None:
    first = {name: text for name, text in FILES.items() if "4.1.1" not in name}
    first["docs/releases/4.1.txt"] = files_with(notes=("3.10 (as of 4.1.1)", "3.10"))["docs/releases/4.1.txt"]
    secret = first["docs/releases/security.txt"].replace("2022-11111", "2022-10000").replace("(patch)", "")
    before = project(tmp_path / "before", {**first, "docs/releases/security.txt": secret}, "4.1")
    after = project(tmp_path / "after")
    lock(before, asgiref="3.8.0", django="4.1")
    lock(after, asgiref="3.9.0", django="4.1.1")
    lines = words(before, after, ["to write: a line"]).splitlines()
    assert lines[0] == "data: Django 4.1.1"
    assert "- Django 4.1.1 of September 5, 2022 fixes CVE-2022-11111 and has 2 bug fixes" in lines
    assert any(line.startswith("- CVE-2022-11111: sql-injection in ") for line in lines)
    assert "- 4.1: asgiref 3.8.0 → 3.9.0, django 4.1 → 4.1.1" in lines
    assert "- 4.1: 1 new or reworded, 1 gone" in lines
    assert lines[-1] == "- [ ] to write: a line"


def test_results_that_differ_are_told_by_release(tmp_path: Path) -> None:
    before, after = project(tmp_path / "before"), project(tmp_path / "after")
    record(before, "ok", {})
    record(after, "fails", {"4.1.2": "TypeError: no shelf"}, "4.1.2")
    said = [
        "Django 4.1.2: 4.1/shelf: After: was ok, now fails (TypeError: no shelf)",
        "Django 4.1.2: 4.1/shelf: Holds: it shuts: found TypeError: no shelf",
    ]
    assert records.differences(before / "data/proof", after / "data/proof") == said
    assert words(before, after, []).splitlines()[-2:] == [f"- {line}" for line in said]
    assert records.differences(after / "data/proof", after / "data/proof") == []


def test_records_of_before_are_kept_once_for_an_update_that_is_interrupted(tmp_path: Path) -> None:
    folder, kept = project(tmp_path / "one"), tmp_path / "cache/before"
    record(folder, "ok", {})
    records.keep(folder / "data/proof", kept)
    record(folder, "fails", {})
    records.keep(folder / "data/proof", kept)
    assert len(records.differences(kept, folder / "data/proof")) == 1
    records.forget(kept)
    assert records.differences(kept, folder / "data/proof") == []


@pytest.fixture
def clone(root: Path, tmp_path: Path) -> Path:
    """A repository with the script, and a Makefile whose `update` reads facts alone; its remote is beside it."""
    folder = project(tmp_path / "clone")
    (folder / ".ci").mkdir()
    shutil.copy(root / ".ci/update", folder / ".ci/update")
    (folder / ".venv/bin").mkdir(parents=True)
    (folder / ".venv/bin/python").write_text(
        f'#!/bin/sh\nPYTHONPATH={root} exec {sys.executable} -c "$CODE" "$@"\n'
    )
    (folder / ".venv/bin/python").chmod(0o755)
    (folder / "Makefile").write_text(
        f"update:\n\tPYTHONPATH={root} {sys.executable} -m atlas sync --sdist $(SDIST) --data data && exit $(END)\n"
    )
    (folder / ".gitignore").write_text(".venv/\n.cache/\n")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.name", "A test")
    git(folder, "config", "user.email", "test@localhost")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    git(tmp_path, "init", "-q", "--bare", "remote.git")
    git(folder, "remote", "add", "origin", str(tmp_path / "remote.git"))
    return folder


CODE = """
import sys
from pathlib import Path
from atlas.update.__main__ import main
sys.exit(main(sys.argv[4:], Path(".")))
"""


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


def scheduled(
    clone: Path, files: dict[str, str], version: str, end: int = 0
) -> subprocess.CompletedProcess[str]:
    archive = write_archive(clone.parent / "new", files, version)
    variables = {**os.environ, "SDIST": str(archive), "END": str(end), "CODE": CODE}
    return subprocess.run([".ci/update"], cwd=clone, env=variables, capture_output=True, text=True)


def test_a_scheduled_job_without_news_pushes_nothing(clone: Path) -> None:
    done = scheduled(clone, FILES, "4.1.1")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "update: nothing changed")
    assert git(clone, "ls-remote", "origin") == ""


@pytest.mark.parametrize("end", [0, 1])
def test_a_scheduled_job_pushes_a_branch_whose_commit_says_what_changed(clone: Path, end: int) -> None:
    done = scheduled(clone, SECOND, "4.1.2", end)
    assert (done.returncode == 0) == (end == 0), done.stderr
    assert done.stdout.splitlines()[-1] == "update: branch update has: data: Django 4.1.2"
    assert git(clone.parent / "remote.git", "branch").split() == ["update"]
    said = git(clone.parent / "remote.git", "log", "-1", "--format=%B", "update")
    assert said.startswith(
        "data: Django 4.1.2\n\n## Releases\n- Django 4.1.2 of October 4, 2022 has 1 bug fix\n"
    )
    names = git(clone.parent / "remote.git", "show", "--name-only", "--format=", "update").split()
    assert "docs/releases/4.1/4.1.2/index.md" in names
    assert all(name.startswith(("data/", "docs/")) for name in names)


def test_a_scheduled_job_touches_no_work_that_is_not_committed(clone: Path) -> None:
    (clone / "data/README.md").write_text("mine")
    done = scheduled(clone, SECOND, "4.1.2")
    assert (done.returncode, git(clone, "status", "--porcelain")) == (2, "?? data/README.md\n")
    assert "changes of its own" in done.stderr
