"""Which versions to try, so that few runs find the newest and the smallest version that runs on a release.

Versions are in order, oldest first. What became of a version is asked of `tried`, which remembers: asking twice costs
nothing. A search takes it that versions run between two bounds; what lies between two versions that were tried is not
claimed.
"""

from collections.abc import Callable, Sequence

#: Versions that one search may try.
MOST = 12
#: What became of a version: `runs`, `fails`, `refused` or `not run`.
Tried = Callable[[str], str]


def newest(versions: Sequence[str], start: str, tried: Tried) -> str | None:
    """The newest version that runs, at or before `start`; None where none was found within `MOST` steps."""
    if tried(start) == "runs":
        return start
    above, step = versions.index(start), 1
    for _ in range(MOST):
        if above == 0:
            break
        at = max(above - step, 0)
        found = _newest_between(versions, at, above, tried)
        if found is not None:
            return found
        above, step = at, step * 2
    return None


def _newest_between(versions: Sequence[str], low: int, high: int, tried: Tried) -> str | None:
    """The newest that runs from `low` on and below `high`, which does not.

    Where `low` cannot be installed and `high` can, a version between them may be new enough for this Python and old
    enough for this Django: it is looked for, too.
    """
    lowest = tried(versions[low])
    if lowest == "fails" or (lowest != "runs" and tried(versions[high]) != "fails"):
        return None
    best = low if lowest == "runs" else None
    while high - low > 1:
        middle = (low + high) // 2
        became = tried(versions[middle])
        if became == "fails" or (became != "runs" and best is not None):
            high = middle
            continue
        low = middle
        best = middle if became == "runs" else best
    return None if best is None else versions[best]


def smallest(versions: Sequence[str], runs: str, tried: Tried, hint: str | None = None) -> str:
    """The smallest version that runs, given one that does.

    hint: the smallest on the release before. What was too old for that is not tried on this one.
    """
    high, low = versions.index(runs), -1
    if hint and hint in versions and versions.index(hint) < high:
        if tried(hint) == "runs":
            return hint
        low = versions.index(hint)
    for _ in range(MOST):
        if high - low <= 1:
            break
        middle = (low + high) // 2
        if tried(versions[middle]) == "runs":
            high = middle
        else:
            low = middle
    return versions[high]


def bridge_to_try(
    before: Sequence[str], after: Sequence[str], versions: Sequence[str]
) -> list[tuple[str, bool]]:
    """What to try for a version that runs on both sides of a hop, as a version and whether it is tried after the hop.

    before, after: versions that ran on each side. Nothing where one ran on both, or a side has none.
    """
    known = [one for one in versions if one in before], [one for one in versions if one in after]
    if not all(known) or set(known[0]) & set(known[1]):
        return []
    return [(known[0][-1], True), (known[1][0], False)]
