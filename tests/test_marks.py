"""`make test-fast` leaves out what needs a site, and nothing else."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.conftest import OF_THE_SITE, pytest_itemcollected


def marks(*fixtures: str) -> list[str]:
    """The marks of a test that asks for some fixtures."""
    added: list[str] = []
    pytest_itemcollected(SimpleNamespace(fixturenames=fixtures, add_marker=added.append))  # type: ignore[arg-type]
    return added


def test_a_folder_to_write_in_is_no_site(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    assert tmp_path.is_dir()
    assert request.node.get_closest_marker("site") is None


@pytest.mark.parametrize("fixture", sorted(OF_THE_SITE))
def test_what_shows_a_site_is_one(fixture: str) -> None:
    assert marks("tmp_path", fixture) == ["site"]
