"""A rule that was met, and where."""

from typing import NamedTuple

from atlas.scan.index import Ref
from atlas.scan.python.facts import When
from atlas.scan.python.lines import Position


class Found(NamedTuple):
    """Which rule, where, under which comparisons of Django's version, and what was found there."""

    ref: Ref
    at: Position
    when: When
    what: str
