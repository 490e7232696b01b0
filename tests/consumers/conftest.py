"""The Python of the outside programs."""

from pathlib import Path

import pytest

from tests.consumers import environment


@pytest.fixture(scope="session")
def others(root: Path) -> Path:
    """The interpreter of an environment that has them."""
    return environment.python(root)
