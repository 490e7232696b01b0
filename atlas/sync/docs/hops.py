"""Which pairs of neighboring releases are compared again, and what a comparison finds."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from atlas.facts.gone_imports import GoneAtHop, Hops
from atlas.sync.docs.bindings import Bindings
from atlas.sync.docs.gone import gone
from atlas.sync.docs.reading import Series


def to_read(newest: Mapping[str, str], hops: Hops) -> set[str]:
    """Series of the pairs of which one has a newer patch release than was compared. newest: by series, in order."""
    stale = set()
    for before, after in pairwise(newest):
        hop = hops.get(after)
        if hop is None or (hop.before, hop.after) != (newest[before], newest[after]):
            stale |= {before, after}
    return stale


def renewed(hops: Hops, series: Sequence[str], fresh: Sequence[Series]) -> Hops:
    """The hops, those of which both releases were read compared again. series: all that are known, in order."""
    read = {one.name: one for one in fresh}
    found = {release: hop for release, hop in hops.items() if release in series[1:]}
    for before, after in pairwise(series):
        if before in read and after in read:
            found[after] = compared(read[before], read[after])
    return found


def compared(before: Series, after: Series) -> GoneAtHop:
    """What two releases next to each other say."""
    names = gone(Bindings(before.modules), Bindings(after.modules))
    return GoneAtHop(before=before.version, after=after.version, names=names)
