"""Desks: folders in which a test writes pages of its own and has them run."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.prove.desk import Desk


@pytest.fixture
def desk(tmp_path: Path, root: Path) -> Callable[..., Desk]:
    """Makes a desk with the releases that a test needs."""
    return lambda *releases: Desk(tmp_path, root, releases)
