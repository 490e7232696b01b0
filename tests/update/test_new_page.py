"""`make new` begins a page with what the facts already say, and never overwrites one."""

import subprocess
import sys
from pathlib import Path

import pytest

from atlas.facts.django import Facts
from atlas.records.pages import read_page
from atlas.words.vocabulary import REQUIRED_WITH_EVIDENCE
from tests.project import Project


def run(project: Project, root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "atlas.update.new_page", *arguments]
    return subprocess.run(
        command, cwd=project.root, env={"PYTHONPATH": str(root)}, capture_output=True, text=True
    )


@pytest.mark.parametrize("wrong", ["", "logout", "4.1/Log_Out", "4/x"])
def test_a_change_that_is_no_id_is_refused(project: Project, root: Path, wrong: str) -> None:
    done = run(project, root, wrong)
    assert done.returncode == 1
    found = f"'{wrong}'" if wrong else "nothing"
    assert done.stdout.startswith(f"CHANGE: found {found}, expected a release and a slug such as")


def test_an_unknown_hash_is_refused(project: Project, root: Path) -> None:
    done = run(project, root, "4.1/shelves", "00000000")
    assert (done.returncode, done.stderr) == (1, "")
    assert "HASH: '00000000' is no unit of data/notes" in done.stdout


def test_a_page_that_is_there_is_kept(project: Project, root: Path) -> None:
    path = project.write("4.1/shelves", "mine")
    assert run(project, root, "4.1/shelves").returncode == 1
    assert (project.root / path).read_text() == "mine"


def test_the_page_begins_with_what_is_known(project: Project, root: Path) -> None:
    deprecated = next(
        row for row in Facts(root).notes["4.1"] if row.unit and row.kind == "deprecated" and row.symbols
    )
    done = run(project, root, "4.1/shelves", deprecated.hash)
    path = project.root / "docs/releases/4.1/shelves.md"
    page = read_page(path, path)
    assert done.returncode == 0
    assert f"4.1.txt:{deprecated.line}" in done.stdout
    assert page.meta["kind"] == "deprecated"
    assert page.meta["covers"] == [deprecated.hash]
    assert [fence.title for fence in page.fences] == ["Before", "After", "Run", "Holds on 4.1-: "]
    assert [heading.text for heading in page.headings] == list(REQUIRED_WITH_EVIDENCE["deprecated"])


def test_a_line_about_a_patch_note_is_begun_at_the_end_of_its_series(project: Project, root: Path) -> None:
    entry = next(one for one in Facts(root).patch_notes if "4.1.1" in one.patches and one.kind == "bugfix")
    path = project.root / "docs/releases/4.1/patches.yml"
    path.parent.mkdir(parents=True)
    path.write_text('# 4.1.1\n0a1b2c3d:\n  text: "Written before."\n', encoding="utf-8")
    done = run(project, root, entry.hash)
    assert done.returncode == 0
    assert path.read_text("utf-8").endswith(f'"Written before."\n{entry.hash}:\n  text: ""\n')
    assert f"read docs/releases/4.1.1.txt:{entry.patches['4.1.1'][0]} in Django's source" in done.stdout
    again = run(project, root, entry.hash)
    assert (again.returncode, "has a line for" in again.stdout) == (1, True)
    assert run(project, root, "00000000").stdout.startswith(
        "HASH: '00000000' is no entry of data/patch-notes.json"
    )
