"""A project that more than one file of tests updates."""

from pathlib import Path

import pytest

from tests.update.world import World


@pytest.fixture(scope="session")
def present(tmp_path_factory: pytest.TempPathFactory, root: Path) -> World:
    """A project that is up to date with Django 4.1.1."""
    world = World(tmp_path_factory.mktemp("present"), root).begin()
    code, said, progress = world.run()
    assert code == 0, said + progress
    return world
