"""A source distribution is read from its archive; a bad one is told from a good one."""

import gzip
import os
import tarfile
from pathlib import Path

import pytest

from atlas.sync.errors import SyncError
from atlas.sync.sources.sdist import joined, read_sdist, unknown_to
from tests.sync.archives import write_archive


def test_the_version_and_the_documentation_are_read(tmp_path: Path) -> None:
    sdist = read_sdist(write_archive(tmp_path))
    assert sdist.version == "4.1.1"
    assert sdist.names("docs/releases/") == [
        "docs/releases/4.1.1.txt",
        "docs/releases/4.1.txt",
        "docs/releases/security.txt",
    ]
    assert "setup.py" not in sdist.files


@pytest.mark.parametrize("kept", [0.0, 0.3, 0.9, 0.999])
def test_a_truncated_archive_is_refused(tmp_path: Path, kept: float) -> None:
    path = write_archive(tmp_path)
    os.truncate(path, int(path.stat().st_size * kept))
    with pytest.raises(SyncError, match=r"django-4\.1\.1\.tar\.gz: not a whole \.tar\.gz archive"):
        read_sdist(path)


def test_an_archive_cut_off_before_it_was_packed_is_refused(tmp_path: Path) -> None:
    path = write_archive(tmp_path)
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes())[:2000]))
    with pytest.raises(SyncError, match="not a whole"):
        read_sdist(path)


def test_a_file_of_another_sort_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.tar.gz"
    path.write_text("<html>Not found</html>", encoding="utf-8")
    with pytest.raises(SyncError, match="not a whole"):
        read_sdist(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SyncError, match=r"absent\.tar\.gz: no such file"):
        read_sdist(tmp_path / "absent.tar.gz")


def test_another_project_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.tar.gz"
    (tmp_path / "PKG-INFO").write_text("Name: Flask\nVersion: 3.0\n", encoding="utf-8")
    with tarfile.open(path, "w:gz") as archive:
        archive.add(tmp_path / "PKG-INFO", "flask-3.0/PKG-INFO")
    with pytest.raises(SyncError, match="found Flask, expected Django"):
        read_sdist(path)


def test_a_pre_release_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SyncError, match=r"found 4\.2a1, expected a stable release"):
        read_sdist(write_archive(tmp_path, version="4.2a1"))


def test_a_version_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SyncError, match="no version that can be read"):
        read_sdist(write_archive(tmp_path, version="next"))


def test_a_file_that_moved_is_named(tmp_path: Path) -> None:
    with pytest.raises(SyncError, match=r"docs/gone\.txt: not in the source distribution of Django 4\.1\.1"):
        read_sdist(write_archive(tmp_path)).text("docs/gone.txt")


def test_a_patch_of_an_older_series_that_the_newest_does_not_know_brings_its_own_notes(
    tmp_path: Path,
) -> None:
    newest = read_sdist(write_archive(tmp_path / "newest"))
    alone = {
        "docs/releases/4.0.9.txt": "Nine.\n",
        "docs/releases/4.1.txt": "Other words.\n",
        "docs/x.txt": "X.\n",
    }
    older = read_sdist(write_archive(tmp_path / "older", alone, "4.0.9"))
    both = joined([older, newest])
    assert both.version == "4.1.1"
    assert set(both.files) - set(newest.files) == {"docs/releases/4.0.9.txt"}
    assert both.text("docs/releases/4.1.txt") == newest.text("docs/releases/4.1.txt")


def test_the_newest_patch_of_each_known_series_is_asked_for_where_its_notes_are_missing(
    tmp_path: Path,
) -> None:
    newest = read_sdist(write_archive(tmp_path))
    assert unknown_to(newest, ["4.1.1", "4.1", "4.0.9"]) == []
    assert unknown_to(newest, ["4.1.3", "4.1.2", "4.1.1", "4.0.9"]) == ["4.1.3"]
