"""Fixtures that more than one folder of tests uses."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import Project

ROOT = Path(__file__).parent.parent
#: The build of every test pretends to be made on this day: 2026-11-21.
EPOCH = "1795219200"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Project:
    """An empty project with the real facts."""
    return Project(tmp_path / "project", root / "data")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built once for the run, strictly."""
    target = tmp_path_factory.mktemp("built") / "site"
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    (target.parent / "build.log").write_text(built.stdout + built.stderr, encoding="utf-8")
    assert built.returncode == 0, built.stdout + built.stderr
    return target
