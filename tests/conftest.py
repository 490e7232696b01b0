"""Fixtures that more than one folder of tests uses."""

from pathlib import Path

import pytest

from tests.building import ROOT, build
from tests.project import Project


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
    (target.parent / "build.log").write_text(build(target), encoding="utf-8")
    return target
