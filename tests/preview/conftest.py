"""One preview for all tests of this folder."""

from collections.abc import Iterator

import pytest

from tests.preview.project_copy import Preview, copy_project


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a copy of the project. Tests leave the copy as it was."""
    running = Preview(copy_project(tmp_path_factory.mktemp("project")))
    yield running
    running.interrupt()
