"""Hops: one feature release to the next, and what there is to do before, with and after each.

A change is *possible from* the earliest release on which its new code works, and *necessary by* the release in
which the old code stops. Between the two lies the time in which it can be done in peace. What is done at a hop
depends on nothing but the hop: a plan from one release to another is the hops between them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from atlas.decide.coverage import Coverage, coverage
from atlas.decide.order import breaking
from atlas.facts.defaults import Defaults, DefaultsOfHop
from atlas.facts.django import Facts
from atlas.records.change import Change
from atlas.records.library import Library
from atlas.words.versions import product_key, sort_key

#: The groups of a hop in order. Addresses of pages end in these words.
GROUPS: Final = ("before", "at", "after")
#: Numbers, each with its word.
Counts = tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Move:
    """What has to rise with a hop: Python, a database or a library, for those who run less than the new release takes.

    wanted: what to move to. takes: the Pythons that need no move. For other products, which have no upper bounds, it is
    empty, and `wanted` is the least version. alone: the move can be made on the old release, in a separate deployment.
    had: the least version that the old release takes and the new one does not; None where the old minimum is enough.
    """

    product: str
    wanted: str
    takes: tuple[str, ...]
    alone: bool
    had: str | None


@dataclass(frozen=True)
class Hop:
    """One feature release to the next. Every change that forces work is in one of three groups, most urgent first.

    before: fixable on the old release. at: only together with Django itself. after: warns from here on, breaks later.
    start, goal: the newest patch release of the old and of the new release. pythons: those that run both, oldest first.
    moves: Python first. settings: (number, word) of defaults that changed and of settings that came and went.
    notes: how much of the official notes of the new release has a page.
    """

    old: str
    new: str
    start: str
    goal: str
    before: tuple[Change, ...]
    at: tuple[Change, ...]
    after: tuple[Change, ...]
    pythons: tuple[str, ...]
    moves: tuple[Move, ...]
    settings: Counts
    notes: Coverage

    def group(self, key: str) -> tuple[Change, ...]:
        """The changes of a group by its key in GROUPS."""
        return {"before": self.before, "at": self.at, "after": self.after}[key]


def hops(library: Library, defaults: Defaults) -> tuple[Hop, ...]:
    """Every hop between the releases of this site, oldest first."""
    work = urgent_first(library.changes)
    settings = {hop.new: _settings(hop) for hop in defaults.hops()}
    return tuple(
        _hop(old, new, work, library, settings.get(new, ())) for old, new in pairwise(library.facts.releases)
    )


def between(found: Sequence[Hop], old: str, new: str) -> list[Hop]:
    """The hops from one feature release to another. Errors: ValueError where no upgrade leads from one to the other."""
    starts, ends = [hop.old for hop in found], [hop.new for hop in found]
    if old not in starts or new not in ends or starts.index(old) > ends.index(new):
        raise ValueError(
            f"no hops lead from {old} to {new}: name two releases between {starts[0]} and {ends[-1]}"
        )
    return list(found[starts.index(old) : ends.index(new) + 1])


def goal_from(release: str, facts: Facts) -> str:
    """Where to go by default: the newest LTS release, or the newest release for those who are there or beyond it."""
    lts = [name for name, known in facts.releases.items() if known.lts][-1]
    return lts if sort_key(release) < sort_key(lts) else list(facts.releases)[-1]


def pending(found: Sequence[Hop], old: str, new: str) -> list[Change]:
    """Deprecations that warn on `old` already and still work, warning, on `new`; found: every hop there is."""
    return [
        change
        for change in every_change(found)
        if sort_key(change.release) <= sort_key(old) and sort_key(change.necessary_by) > sort_key(new)
    ]


def every_change(found: Sequence[Hop]) -> list[Change]:
    """The changes of hops in order, each once, where it comes first."""
    changes = (change for hop in found for key in GROUPS for change in hop.group(key))
    return list({change.id: change for change in changes}.values())


def only_with_a_hop(found: Sequence[Hop]) -> frozenset[str]:
    """Ids of changes that can only be made together with Django itself, all hops considered."""
    return frozenset(change.id for hop in found for change in hop.at)


def urgent_first(changes: Iterable[Change]) -> list[Change]:
    """Changes that force work: silent ones first, then by impact, by the release that ends them, by title."""
    return sorted(breaking(list(changes)), key=lambda change: not change.silent)


def cves_fixed(release: str, facts: Facts) -> list[str]:
    """CVEs that the newest patch release of a feature release has fixed, newest first."""
    found = [
        (cve.date, name)
        for name, cve in facts.cves.items()
        if release in cve.fixed_in or _gone_before(cve.fixed_in, release)
    ]
    return [name for _, name in sorted(found, reverse=True)]


def _gone_before(fixed_in: dict[str, str], release: str) -> bool:
    return bool(fixed_in) and all(sort_key(series) < sort_key(release) for series in fixed_in)


def _hop(old: str, new: str, work: list[Change], library: Library, settings: Counts) -> Hop:
    facts = library.facts
    due = [change for change in work if change.necessary_by == new]
    early = [change for change in due if sort_key(change.fixable_from) <= sort_key(old)]
    pythons = [one for one in facts.releases[old].pythons if one in facts.releases[new].pythons]
    return Hop(
        old,
        new,
        facts.newest_patch(old),
        facts.newest_patch(new),
        before=tuple(early),
        at=tuple(change for change in due if change not in early),
        after=tuple(change for change in work if change.release == new and change.necessary_by != new),
        pythons=tuple(sorted(pythons, key=sort_key)),
        moves=(_python_move(old, new, pythons, facts), *_database_moves(old, new, facts)),
        settings=settings,
        notes=coverage(library, new),
    )


def _python_move(old: str, new: str, both: list[str], facts: Facts) -> Move:
    """To the newest Python that both sides take, so that a hop never changes Django and Python at once."""
    takes = sorted(facts.releases[new].pythons, key=sort_key)
    oldest = min(facts.releases[old].pythons, key=sort_key)
    wanted = max(both or takes, key=sort_key)
    return Move("Python", wanted, tuple(takes), bool(both), None if oldest in takes else oldest)


def _database_moves(old: str, new: str, facts: Facts) -> list[Move]:
    """To the least version that the new release takes: how much further to go at once is for the reader to decide."""
    found = []
    for product, needed in facts.releases[new].databases.items():
        had = facts.releases[old].databases.get(product)
        rises = had and product_key(had.minimum) < product_key(needed.minimum)
        found.append(Move(product, needed.minimum, (), True, had.minimum if had and rises else None))
    return found


def _settings(hop: DefaultsOfHop) -> Counts:
    """What is none is left out."""
    counts = ((len(hop.changed), "changed"), (len(hop.added), "new"), (len(hop.removed), "gone"))
    return tuple((number, word) for number, word in counts if number)
