"""Two builds of one state are the same files, byte for byte, and neither has anything to complain about."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from macros.build.build import CACHE
from tests.building import ROOT, build

#: A line that MkDocs or Python writes where something is not as it should be.
COMPLAINT = re.compile(r"^(WARNING|ERROR|CRITICAL)\b|Warning:", re.MULTILINE)


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.slow
def test_builds_from_an_empty_and_a_full_cache_write_the_same_bytes(tmp_path: Path) -> None:
    shutil.rmtree(ROOT / CACHE, ignore_errors=True)  # safe at any time, whoever builds meanwhile
    build(tmp_path / "cold")
    build(tmp_path / "warm")
    first, second = _digests(tmp_path / "cold"), _digests(tmp_path / "warm")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


@pytest.mark.slow
def test_the_fork_to_which_the_site_can_move_builds_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    log = build(tmp_path / "moved", builder="properdocs")
    assert COMPLAINT.findall(log) == []
    ours, theirs = _digests(built_site), _digests(tmp_path / "moved")
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_the_build_log_has_no_warning(built_site: Path) -> None:
    log = (built_site.parent / "build.log").read_text(encoding="utf-8")
    assert "Documentation built" in log
    assert COMPLAINT.findall(log) == []


def test_a_warning_in_a_log_is_found() -> None:
    assert COMPLAINT.search("INFO    -  Building\nWARNING -  Doc file contains a link")
    assert COMPLAINT.search("x.py:3: DeprecationWarning: gone soon")
