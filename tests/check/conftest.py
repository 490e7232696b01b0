"""What tests of this folder share."""

from collections.abc import Iterator
from functools import lru_cache

import pytest

from atlas.facts import docs_pages, source_files


@pytest.fixture(scope="package", autouse=True)
def _large_files_are_parsed_once() -> Iterator[None]:
    """Most projects of these tests have the real indexes of names: the same bytes are parsed once, not 300 times."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (docs_pages, source_files):
            patch.setattr(module, "parse", lru_cache(maxsize=4)(module.parse))
        yield
