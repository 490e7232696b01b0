"""Goes through the versions: each is downloaded, scanned and thrown away, and what it met is kept."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from atlas.facts.reach import Met, ReleaseReach
from atlas.facts.reach_names import Names
from atlas.prove.packages.index import Index, NotBuilt
from atlas.prove.reach.archives import download
from atlas.prove.reach.current import Current
from atlas.prove.reach.kept import Kept
from atlas.prove.reach.unpacked import Refused, unpack

#: Changes to the keys of their rules.
Keys = Mapping[str, str]


@dataclass(frozen=True)
class Measure:
    """All that the work needs.

    keys: the changes of each release that have rules; wanted: whether a scan reads a file, by its path;
    scan: the changes that a folder meets, of those asked for.
    """

    index: Index
    kept: Kept
    keys: Mapping[str, Keys]
    wanted: Callable[[str], bool]
    scan: Callable[[Path, Sequence[str]], frozenset[str]]


@dataclass(frozen=True)
class Unit:
    """One version of a project, and the releases on whose days it was current."""

    name: str
    current: Current
    releases: tuple[str, ...]

    def keys(self, measure: Measure) -> Keys:
        """The changes to look for in it."""
        return {change: key for release in self.releases for change, key in measure.keys[release].items()}

    def is_done(self, measure: Measure) -> bool:
        """Whether all of them were looked for."""
        return measure.kept.has(self.name, self.current.version, self.keys(measure))

    def look(self, measure: Measure) -> str:
        """Download, scan, keep what was met; what was done in a few words. Errors: Unreachable, NotBuilt, Refused."""
        keys = self.keys(measure)
        with TemporaryDirectory(prefix="reach-") as scratch:
            archive = download(measure.index, self.name, self.current, Path(scratch))
            files = unpack(archive, Path(scratch, "unpacked"), measure.wanted)
            if not files:
                raise Refused("has no file that a scan reads")
            met = measure.scan(Path(scratch, "unpacked"), list(keys))
        measure.kept.keep(self.name, self.current.version, keys, met)
        return f"{len(met)} of {len(keys)} changes, {files} files"


def units(names: Names, current: Mapping[str, Mapping[str, Current | None]]) -> list[Unit]:
    """Each version once, applications among packages. current: by release, then by name."""
    found = []
    for name in _in_turn(names):
        releases: dict[Current, list[str]] = {}
        for release, known in current.items():
            if one := known.get(name):
                releases.setdefault(one, []).append(release)
        found += [Unit(name, one, tuple(where)) for one, where in releases.items()]
    return found


def _in_turn(names: Names) -> Iterator[str]:
    """A package and an application in turn: a run that is stopped has some of both."""
    for pair in zip_longest(names.packages, names.applications):
        yield from filter(None, pair)


def work(todo: Sequence[Unit], measure: Measure, step: Callable[[str], None]) -> list[str]:
    """Look at every unit; a line for each that could not be looked at. step: called with a line for each.

    Errors: Unreachable, with all that was found so far kept.
    """
    lines = []
    for unit in todo:
        said = f"{unit.name} {unit.current.version} ({', '.join(unit.releases)}): "
        try:
            said += unit.look(measure)
        except (NotBuilt, Refused) as failure:
            said += f"{failure}"
            lines.append(said)
        step(said)
    return lines


def counted(
    day: str, keys: Keys, names: Names, current: Mapping[str, Current | None], kept: Kept
) -> ReleaseReach:
    """What is known of one release: the projects that were looked at, and the changes that all were looked at for."""
    found = {
        name: rows
        for name, one in current.items()
        if one and (rows := _of(keys, kept.found(name, one.version)))
    }
    sorts = {sort: [name for name in getattr(names, sort) if name in found] for sort in Names.model_fields}
    return ReleaseReach(
        day=day,
        changes={
            change: Met(
                rules=key,
                **{sort: sum(found[name][change][1] for name in some) for sort, some in sorts.items()},
            )
            for change, key in keys.items()
            if all(rows.get(change, ("",))[0] == key for rows in found.values())
        },
        **{sort: _versions(current, some) for sort, some in sorts.items()},
    )


def _of(keys: Keys, rows: Mapping[str, tuple[str, bool]]) -> dict[str, tuple[str, bool]]:
    """What was looked for of one release: a version may have been looked at for another one alone."""
    return {change: rows[change] for change in keys if change in rows}


def _versions(current: Mapping[str, Current | None], names: Sequence[str]) -> dict[str, str]:
    return {name: one.version for name in names if (one := current[name])}
