"""What each feature release runs on: Pythons and databases, and what rose since the release before."""

from dataclasses import dataclass

from atlas.facts.django import Facts
from atlas.words.versions import sort_key


@dataclass(frozen=True)
class Python:
    """A Python on one release. `since` is the patch release that added it, empty if it was there at once."""

    version: str
    since: str


@dataclass(frozen=True)
class Database:
    """The least version of a database on one release. `before` is the minimum of the release before."""

    name: str
    minimum: str
    before: str

    @property
    def raised(self) -> bool:
        """Whether this release asks for more than the one before."""
        return bool(self.before) and self.before != self.minimum


@dataclass(frozen=True)
class Geo:
    """A library for geographic data on one release: the least version where stated, and what is dropped."""

    name: str
    minimum: str
    dropped: tuple[str, ...]


@dataclass(frozen=True)
class Requirements:
    """One release. `gone`: Pythons that the release before still ran on."""

    release: str
    pythons: tuple[Python, ...]
    gone: tuple[str, ...]
    databases: tuple[Database, ...]
    geo: tuple[Geo, ...]

    @property
    def range(self) -> str:
        """`3.8 to 3.11`."""
        first, last = self.pythons[0].version, self.pythons[-1].version
        return first if first == last else f"{first} to {last}"


def requirements(facts: Facts) -> dict[str, Requirements]:
    """Every release that is out, oldest first."""
    found: dict[str, Requirements] = {}
    before: Requirements | None = None
    for release, known in facts.releases.items():
        pythons = tuple(
            Python(version, added if added != release else "")
            for version, added in sorted(known.pythons.items(), key=lambda row: sort_key(row[0]))
        )
        had = {one.version for one in before.pythons} if before else set()
        minima = {one.name: one.minimum for one in before.databases} if before else {}
        gone = sorted(had - set(known.pythons), key=sort_key)
        databases = tuple(
            Database(name, known.databases[name].minimum, minima.get(name, ""))
            for name in sorted(set(known.databases) - GEO, key=_database_order)
        )
        geo = tuple(
            Geo(
                name,
                known.databases[name].minimum if name in known.databases else "",
                known.dropped.get(name, ()),
            )
            for name in sorted(GEO & {*known.databases, *known.dropped})
        )
        before = Requirements(release, pythons, tuple(gone), databases, geo)
        found[release] = before
    return found


def all_pythons(facts: Facts) -> list[str]:
    """Every Python that some release runs on, oldest first."""
    return sorted({python for known in facts.releases.values() for python in known.pythons}, key=sort_key)


def all_databases(facts: Facts) -> list[str]:
    """Every database that some release states a minimum for, the common ones first."""
    named = {name for known in facts.releases.values() for name in known.databases}
    return sorted(named - GEO, key=_database_order)


def all_geo(facts: Facts) -> list[str]:
    """Every library for geographic data that some release names."""
    named = {name for known in facts.releases.values() for name in (*known.databases, *known.dropped)}
    return sorted(named & GEO)


#: What GeoDjango needs beside a database; Django's notes state these in passing, and often only what is dropped.
GEO = frozenset({"GDAL", "GEOS", "PROJ", "PostGIS", "SpatiaLite"})
#: The order in which readers look for theirs; others follow by name.
COMMON = ("PostgreSQL", "MySQL", "MariaDB", "SQLite", "Oracle")


def _database_order(name: str) -> tuple[int, str]:
    return (COMMON.index(name) if name in COMMON else len(COMMON), name)
