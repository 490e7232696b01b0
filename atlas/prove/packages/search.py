"""Which versions to try, so that few runs find the newest and the smallest version that runs on a release.

Versions are in order, oldest first. What is tried is asked of `ran`, which remembers: asking twice costs nothing.
A search takes it that versions run between two bounds; what lies between two versions that were tried is not claimed.
"""

from collections.abc import Callable, Sequence

#: Versions that one search may try.
MOST = 12
Ran = Callable[[str], bool]


def newest(versions: Sequence[str], start: str, ran: Ran) -> str | None:
    """The newest version that runs, at or before `start`; None where none was found within `MOST` tries."""
    if ran(start):
        return start
    fails, step, tries = versions.index(start), 1, 1
    while True:
        if fails == 0 or tries >= MOST:
            return None
        at = max(fails - step, 0)
        tries += 1
        if ran(versions[at]):
            return _newest_between(versions, at, fails, ran)
        fails, step = at, step * 2


def _newest_between(versions: Sequence[str], runs: int, fails: int, ran: Ran) -> str:
    while fails - runs > 1:
        middle = (runs + fails) // 2
        if ran(versions[middle]):
            runs = middle
        else:
            fails = middle
    return versions[runs]


def smallest(versions: Sequence[str], runs: str, ran: Ran, hint: str | None = None) -> str:
    """The smallest version that runs, given one that does.

    hint: the smallest on the release before. What was too old for that is not tried on this one.
    """
    high, low = versions.index(runs), -1
    if hint and hint in versions and versions.index(hint) < high:
        if ran(hint):
            return hint
        low = versions.index(hint)
    for _ in range(MOST):
        if high - low <= 1:
            break
        middle = (low + high) // 2
        if ran(versions[middle]):
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
