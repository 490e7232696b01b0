"""`python -m atlas sync` from the outside: what it writes, says and returns."""

import os
from pathlib import Path

import pytest

from atlas.sync.__main__ import main
from tests.sync.archives import PATCH_NOTES, files_with, write_archive


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(archive: Path, data: Path, *options: str) -> int:
    data.mkdir(exist_ok=True)
    return main(["--sdist", str(archive), "--data", str(data), *options])


def test_a_sync_writes_the_facts_and_a_second_one_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive, data = write_archive(tmp_path), tmp_path / "data"
    assert run(archive, data) == 0
    first = contents(data)
    times = {path: path.stat().st_mtime_ns for path in data.rglob("*")}
    assert "releases.json" in first
    assert "changed: releases.json" in capsys.readouterr().err
    assert run(archive, data) == 0
    assert contents(data) == first
    assert {path: path.stat().st_mtime_ns for path in data.rglob("*")} == times
    assert "nothing changed" in capsys.readouterr().err


def test_what_others_keep_in_the_folder_stays(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "support.yml").write_text("releases: {}\n", encoding="utf-8")
    assert run(write_archive(tmp_path), data) == 0
    assert (data / "support.yml").read_text(encoding="utf-8") == "releases: {}\n"


#: What is wrong with the archive, and the line that the person who runs the sync reads.
BROKEN = {
    "a date that is none": (
        files_with(notes=("*August 3, 2022*", "*Last summer*")),
        "sync: docs/releases/4.1.txt:5: found 'Last summer', expected a date such as August 3, 2022",
    ),
    "a heading of a new kind": (
        files_with(patch=("Bugfixes\n========", "Trivia\n======")),
        "sync: docs/releases/4.1.1.txt:15: found the heading 'Trivia', expected Bugfixes or a CVE",
    ),
    "markup that cannot be read": (
        files_with(notes=("* A detail of it.", "* A detail of it.\n\n  Heading\n  -------\n")),
        "sync: docs/releases/4.1.txt:25: found 'Unexpected section title.",
    ),
    "a file that is missing": (
        {name: text for name, text in files_with().items() if "deprecation" not in name},
        "sync: docs/internals/deprecation.txt: not in the source distribution of Django 4.1.1",
    ),
    "no notes at all": ({}, "sync: docs/releases/4.1.txt:1: found no dated notes"),
    "facts that contradict each other": (
        files_with(notes=("3.10 (as of 4.1.1)", "3.10")),
        "sync: releases.json: 4.1: pythons: 3.10: found 4.1, expected 4.1.1",
    ),
    "a fact of the wrong form": (
        files_with(timeline=("deprecated-features-4.1", "deprecated-features-x")),
        "sync: DeprecationFacts: deprecated_in: found 'x', expected a feature release such as 4.1",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_archive_is_one_line_and_leaves_the_data_alone(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, expected = BROKEN[case]
    data = tmp_path / "data"
    assert run(write_archive(tmp_path / "good"), data) == 0
    before = contents(data)
    capsys.readouterr()
    assert run(write_archive(tmp_path / "bad", files), data) == 1
    assert contents(data) == before
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith(expected)
    assert "Traceback" not in last


def test_a_truncated_archive_is_one_line_and_leaves_the_data_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive, data = write_archive(tmp_path), tmp_path / "data"
    os.truncate(archive, archive.stat().st_size // 2)
    assert run(archive, data) == 1
    assert contents(data) == {}
    (line,) = capsys.readouterr().err.splitlines()
    assert "not a whole .tar.gz archive" in line


def test_an_index_that_cannot_be_reached_leaves_the_data_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "nowhere"))
    assert main(["--data", str(tmp_path / "data")]) == 1
    assert not (tmp_path / "data").exists()
    assert capsys.readouterr().err.splitlines()[-1].endswith("or name an archive with --sdist FILE")


def test_notes_of_a_release_to_come_are_left_out_and_said_to_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coming = PATCH_NOTES.replace("4.1.1", "4.1.2").replace("September 5, 2022", "Expected October 4, 2022")
    files = {**files_with(), "docs/releases/4.1.2.txt": coming}
    assert run(write_archive(tmp_path, files), tmp_path / "data") == 0
    assert "leaving out the notes of 4.1.2" in capsys.readouterr().err
    assert "4.1.2" not in (tmp_path / "data" / "patches.json").read_text(encoding="utf-8")


def test_a_check_writes_nothing_and_fails_where_the_data_is_old(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive, data = write_archive(tmp_path), tmp_path / "data"
    assert run(archive, data, "--check") == 1
    assert contents(data) == {}
    assert "run `make sync`" in capsys.readouterr().err
    assert run(archive, data) == 0
    assert run(archive, data, "--check") == 0


def test_an_older_django_never_takes_facts_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    assert run(write_archive(tmp_path), data) == 0
    before = contents(data)
    assert run(write_archive(tmp_path, version="4.1"), data) == 1
    assert contents(data) == before
    assert "has the facts of Django 4.1.1, found the older 4.1;" in capsys.readouterr().err
