"""Packages in a folder, and a project that is run with them."""

import shutil
from pathlib import Path

import pytest

from tests.prove.shelves import BROKEN, FOR_4_2, GONE, GOOD, djangos, project, wheel


@pytest.fixture(scope="module")
def two_djangos(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("djangos")
    djangos(root, folder, "4.1", "4.2")
    return folder


@pytest.fixture
def files(two_djangos: Path, tmp_path: Path) -> Path:
    """A folder of archives that a test adds to."""
    shutil.copytree(two_djangos, tmp_path / "index")
    return tmp_path / "index"


@pytest.fixture
def four_versions(root: Path, files: Path, tmp_path: Path) -> Path:
    """A project beside an index with four versions: one too old, one for both releases, one for 4.2, one broken."""
    wheel(files, "1.0", GONE)
    wheel(files, "2.0", GOOD)
    wheel(files, "3.0", GOOD, FOR_4_2)
    wheel(files, "3.1", BROKEN, FOR_4_2)
    return project(root, tmp_path / "project", "4.1", "4.2")
