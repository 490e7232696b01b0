"""pip finds and brings the newest stable release from whatever index it is set up with."""

import os
import socket
from pathlib import Path

import pytest

from atlas.sync.errors import SyncError
from atlas.sync.sources.index import download, stable_versions
from tests.sync.archives import FILES, write_archive


@pytest.fixture(autouse=True)
def only_what_a_test_sets_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """No index, file or option of this machine takes part."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_RETRIES", "0")


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package index in a folder, with an older, a newest and a coming Django."""
    folder = tmp_path / "simple" / "django"
    paths = [write_archive(folder, version=version) for version in ("4.0.9", "4.1.1", "4.2a1")]
    links = (f'<a href="{path.name}" data-requires-python="&gt;=3.99">{path.name}</a>' for path in paths)
    (folder / "index.html").write_text(f"<!DOCTYPE html><html><body>{''.join(links)}</body></html>", "utf-8")
    monkeypatch.setenv("PIP_INDEX_URL", folder.parent.as_uri())
    return folder


def test_the_newest_is_stable_and_may_need_a_newer_python(index: Path) -> None:
    assert stable_versions()[0] == "4.1.1"


def test_the_archive_arrives_whole_and_nothing_in_it_is_run(index: Path, tmp_path: Path) -> None:
    found = download("4.1.1", tmp_path / "work")
    assert found.read_bytes() == (index / found.name).read_bytes()


def test_an_old_archive_that_names_no_build_backend_arrives_as_well(index: Path, tmp_path: Path) -> None:
    old = {**FILES, "pyproject.toml": '[build-system]\nrequires = ["setuptools"]\n'}
    path = write_archive(index, old, "4.1.1")
    assert download("4.1.1", tmp_path / "work").read_bytes() == path.read_bytes()


def test_an_archive_that_is_not_what_the_index_promised_is_refused(index: Path, tmp_path: Path) -> None:
    page = index / "index.html"
    promise = "django-4.1.1.tar.gz#sha256=" + "0" * 64
    page.write_text(page.read_text("utf-8").replace('"django-4.1.1.tar.gz"', f'"{promise}"'), "utf-8")
    with pytest.raises(SyncError, match=r"pip download: .*--sdist FILE"):
        download("4.1.1", tmp_path / "work")


def test_an_index_that_cannot_be_reached_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{port}/simple")
    monkeypatch.setenv("PIP_RETRIES", "1")
    with pytest.raises(SyncError) as caught:
        stable_versions()
    assert str(caught.value).startswith("pip index: the package index did not answer (")
    assert "\n" not in str(caught.value)


def test_an_index_without_django_is_one_clear_line(index: Path) -> None:
    with pytest.raises(
        SyncError, match="pip index: No matching distribution found for Absent; check the network"
    ):
        stable_versions("Absent")


def test_a_pip_that_hangs_is_stopped(index: Path) -> None:
    with pytest.raises(SyncError, match="pip did not finish within 0 seconds"):
        stable_versions(seconds=0.01)
