"""The records of a project as tests read them."""

from functools import cache
from pathlib import Path

from atlas.records.library import Library, load
from tests.building import ROOT


def library_of(root: Path) -> Library:
    """The records below a folder, which must be well-formed. Those of this project are read once for all tests."""
    return _own() if root == ROOT else _read(root)


@cache
def _own() -> Library:
    return _read(ROOT)


def _read(root: Path) -> Library:
    found, problems = load(root)
    assert not problems, problems
    return found
