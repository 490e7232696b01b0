"""The way from one release to another: stops, and at each stop what to do before, with and after it.

A change is *possible from* the earliest release on which its new code works, and *necessary by* the
release in which the old code stops. Between the two lies the time in which it can be done in peace.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from atlas.decide.order import breaking
from atlas.facts.django import Facts
from atlas.records.change import Change
from atlas.words.versions import feature_release, product_key, sort_key


class NoWay(ValueError):  # noqa: N818 - a sentence for the reader, not a fault
    """Two releases between which there is no upgrade; the message is a sentence for the reader."""


@dataclass(frozen=True)
class Hop:
    """One feature release to the next. Every change that forces work stands in one of three groups.

    before: fixable on the old release. at: only with the switch itself. after: warns from here on.
    """

    old: str
    new: str
    before: tuple[Change, ...]
    at: tuple[Change, ...]
    after: tuple[Change, ...]


@dataclass(frozen=True)
class Move:
    """A Python or database that has to rise on `on`, before the switch to the next release."""

    product: str
    found: str
    wanted: str
    on: str


def stops(old: str, new: str, facts: Facts) -> list[str]:
    """The feature releases from one version to another, both included, oldest first.

    old, new: feature or patch releases; a feature release as `new` means its newest patch release.
    Errors: NoWay with a sentence for the reader.
    """
    for version in (old, new):
        release = feature_release(version)
        if release in facts.support.get("planned", {}) and release not in facts.releases:
            raise NoWay(f"Django {version} is planned and not out yet: there is nothing to upgrade to.")
        if version not in facts.releases and version not in facts.patches:
            names = list(facts.releases)
            raise NoWay(f"There is no Django {version} here: this site knows {names[0]} to {names[-1]}.")
    first, last = sort_key(feature_release(old)), sort_key(feature_release(new))
    if first > last or (new in facts.patches and sort_key(old) > sort_key(new)):
        raise NoWay(
            f"From {old} to {new} is a downgrade, which Django's migrations do not promise to survive."
        )
    return [release for release in facts.releases if first <= sort_key(release) <= last]


def hops(releases: list[str], changes: Iterable[Change]) -> list[Hop]:
    """The hops between consecutive feature releases, each with its changes in order of urgency."""
    work = urgent_first(changes)
    return [_hop(old, new, work) for old, new in pairwise(releases)]


def _hop(old: str, new: str, work: list[Change]) -> Hop:
    due = [change for change in work if change.necessary_by == new]
    early = [change for change in due if sort_key(change.fixable_from) <= sort_key(old)]
    return Hop(
        old,
        new,
        before=tuple(early),
        at=tuple(change for change in due if change not in early),
        after=tuple(change for change in work if change.release == new and change.necessary_by != new),
    )


def pending(old: str, new: str, changes: Iterable[Change]) -> list[Change]:
    """Deprecations that warn on `old` already and still work, warning, on `new`."""
    return [
        change
        for change in urgent_first(changes)
        if sort_key(change.release) <= sort_key(old) and sort_key(change.necessary_by) > sort_key(new)
    ]


def urgent_first(changes: Iterable[Change]) -> list[Change]:
    """Changes that force work: silent ones first, then by impact, by when they bite, by title."""
    return sorted(breaking(list(changes)), key=lambda change: not change.silent)


def python_moves(python: str, releases: list[str], facts: Facts) -> list[Move]:
    """Where Python has to rise on the way, starting from `python` (`X.Y`).

    Each move is made on the old release, to the newest Python that both sides of the switch take, so that
    a switch never changes Django and Python at once. Empty where the Python lasts to the end.
    """
    found: list[Move] = []
    for old, new in pairwise(releases):
        if python in facts.releases[new].pythons:
            continue
        both = [one for one in facts.releases[old].pythons if one in facts.releases[new].pythons]
        wanted = max(both or facts.releases[new].pythons, key=sort_key)
        found.append(Move("Python", python, wanted, old if both else new))
        python = wanted
    return found


def database_moves(database: str, version: str, releases: list[str], facts: Facts) -> list[Move]:
    """Where a database (`PostgreSQL`) has to rise on the way, starting from `version`.

    Each move goes to the least version that the next release takes and is made on the old one. Django
    states no upper bounds, so how much further to go at once is for the reader to decide.
    """
    found: list[Move] = []
    for old, new in pairwise(releases):
        needed = facts.releases[new].databases.get(database)
        if needed and product_key(version) < product_key(needed.minimum):
            found.append(Move(database, version, needed.minimum, old))
            version = needed.minimum
    return found


def cves_on_the_way(old: str, new: str, facts: Facts) -> list[str]:
    """CVEs fixed in the newest patch release of `new` and disclosed after `old` came out, newest first."""
    since = facts.patches[old].date if old in facts.patches else facts.releases[old].date
    target = feature_release(new)
    fixed = [
        (cve.date, name)
        for name, cve in facts.cves.items()
        if cve.date > since and (target in cve.fixed_in or _gone_before(cve.fixed_in, target))
    ]
    return [name for _, name in sorted(fixed, reverse=True)]


def _gone_before(fixed_in: dict[str, str], target: str) -> bool:
    return bool(fixed_in) and all(sort_key(series) < sort_key(target) for series in fixed_in)
