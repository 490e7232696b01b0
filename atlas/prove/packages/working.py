"""Works through packages and releases. Each fact is written down once it is known: a run can be stopped at any time."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from atlas.facts import package_runs
from atlas.facts.package_runs import PackageRuns, ReleaseRuns, Run
from atlas.facts.packages import FOLDER, Recipe
from atlas.facts.writing import put
from atlas.prove.packages import project, search
from atlas.prove.packages.bench import Bench, NoPython, bench
from atlas.prove.packages.index import Index, NoSuchVersion, NotBuilt, Unreachable
from atlas.prove.packages.trying import attempt, pins_for, version_in
from atlas.prove.pythons import find
from atlas.prove.targets import Target

#: Raised by one where records of before do not mean what they would mean now.
FORM = 1
#: Fields of a recipe that came later: one that does not use them keeps its key.
LATER = ("apps_first",)


def recipe_key(recipe: Recipe) -> str:
    """Twelve hex digits over everything by which a package is run, versions apart."""
    told = recipe.model_dump(exclude={"does"})
    parts = [
        FORM,
        {name: value for name, value in told.items() if value or name not in LATER},
        project.SETTINGS,
        project.URLS,
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:12]


@dataclass
class Work:
    """Everything that a run needs. today: the day to write down; tell: called with a line for whoever looks on.

    seconds: of processor time for one version; sockets: the folder of a server's socket, by the database's name.
    """

    data: Path
    cache: Path
    index: Index
    targets: Sequence[Target]
    today: str
    tell: Callable[[str], None]
    seconds: int = 60
    sockets: dict[str, str] = field(default_factory=dict)


class Package:
    """One package: what is recorded of it, and the searches that are still to do."""

    def __init__(self, work: Work, name: str, recipe: Recipe) -> None:
        self.work, self.name, self.recipe = work, name, recipe
        self.path = work.data / FOLDER / f"{name}.json"
        self.key = recipe_key(recipe)
        self._versions: list[str] = []
        kept = package_runs.read(work.data, name) if self.path.exists() else None
        self.runs = kept if kept and kept.recipe == self.key else None

    @property
    def versions(self) -> list[str]:
        """All versions on the index, oldest first; asked for once. Errors: Unreachable, NoSuchVersion."""
        if not self._versions:
            self._versions = self.work.index.versions(self.name)
            if not self._versions:
                raise NoSuchVersion(f"the index has no version of {self.name} that is no preview")
        return self._versions

    def release(self, target: Target) -> ReleaseRuns | None:
        """What is recorded of a release and still holds: of this Django and this Python."""
        found = self.runs.releases.get(target.release) if self.runs else None
        python = find(target.python)
        current = found and python and (found.django, found.python) == (target.django, python[1])
        return found if current else None

    def is_done(self, target: Target, what: str) -> bool:
        """Whether a search on a release needs nothing more: all that was not run is tried again."""
        found = self.release(target)
        return bool(found and what in found.searched)

    def work_on(self, target: Target, what: str, before: Target | None) -> str:
        """Do one search on a release; a line where something is left undone. before: the release before it."""
        try:
            with bench(target, self.work.cache, self.work.index, self.work.seconds) as place:
                row = self.release(target) or self._begin(place)
                if self.is_done(target, what):
                    return row.why or ""
                found = self._newest(place, row) if what == "newest" else self._smallest(place, row, before)
                self._searched(target.release, what)
            if before and found:
                self._bridge(before, target)
        except (NoPython, Unreachable, NoSuchVersion, NotBuilt) as failure:
            return str(failure)
        return self._not_run(target.release)

    def _begin(self, place: Bench) -> ReleaseRuns:
        """Ask the resolver, and try what it takes."""
        newest = self.versions[-1]
        target = place.target
        row = ReleaseRuns(django=target.django, python=place.version, run=self.work.today)
        try:
            pins = pins_for(place, self.name, self.recipe)
            version = version_in(pins, self.name)
        except NoSuchVersion as refused:
            row = row.model_copy(update={"why": str(refused), "searched": ("newest", "smallest")})
            self._put(newest, target.release, row)
            return row
        except (
            NotBuilt
        ) as failure:  # an old version that cannot be built keeps uv from choosing: try one by one
            row = row.model_copy(update={"why": str(failure)})
            self._put(newest, target.release, row)
            return row
        row = row.model_copy(update={"installs": version})
        self._put(newest, target.release, row)
        self._try(place, version, pins)
        return self._row(target.release)

    def _newest(self, place: Bench, row: ReleaseRuns) -> str | None:
        start = row.installs or self.versions[-1]
        versions = self.versions if start in self.versions else [*self.versions, start]
        return search.newest(versions, start, lambda version: self._tried(place, version))

    def _smallest(self, place: Bench, row: ReleaseRuns, before: Target | None) -> str | None:
        if not row.ran:
            return None
        older = self.release(before) if before else None
        hint = older.ran[0] if older and older.ran else None
        return search.smallest(self.versions, row.ran[-1], lambda version: self._tried(place, version), hint)

    def _bridge(self, before: Target, after: Target) -> None:
        """Look for a version that runs on both sides of a hop, unless one is known."""
        rows = self.release(before), self.release(after)
        if not (rows[0] and rows[1]):
            return
        for version, later in search.bridge_to_try(rows[0].ran, rows[1].ran, self.versions):
            target = after if later else before
            with bench(target, self.work.cache, self.work.index, self.work.seconds) as place:
                if self._tried(place, version) == "runs":
                    return

    def _tried(self, place: Bench, version: str) -> str:
        known = self._row(place.target.release).runs.get(version)
        if known is None or known.is_open:
            known = self._try(place, version)
        return known.status

    def _try(self, place: Bench, version: str, pins: Sequence[str] = ()) -> Run:
        release = place.target.release
        socket = self.work.sockets.get(self.recipe.database, "")
        run, declared = attempt(place, self.name, self.recipe, version, socket, pins)
        self.work.tell(f"{self.name} {version} on {release}: {run.status}")
        assert self.runs
        row = self._row(release)
        row = row.model_copy(update={"runs": {**row.runs, version: run}})
        versions = {**self.runs.versions, **({version: declared} if declared else {})}
        self._save(versions=versions, releases={**self.runs.releases, release: row})
        return run

    def _row(self, release: str) -> ReleaseRuns:
        assert self.runs
        return self.runs.releases[release]

    def _searched(self, release: str, what: str) -> None:
        """Note that a search is at its end, unless something it asked for could not be run."""
        assert self.runs
        row = self._row(release)
        if not self._not_run(release):
            done = tuple(one for one in ("newest", "smallest") if one == what or one in row.searched)
            row = row.model_copy(update={"searched": done})
        self._save(releases={**self.runs.releases, release: row})

    def _not_run(self, release: str) -> str:
        """What another run has to ask again."""
        found = [f"{version}: {run.why}" for version, run in self._row(release).runs.items() if run.is_open]
        return "; ".join(found)

    def _put(self, newest: str, release: str, row: ReleaseRuns) -> None:
        kept = self.runs or PackageRuns(recipe=self.key, listed=newest, listed_on=self.work.today)
        self.runs = kept.model_copy(update={"listed": newest, "listed_on": self.work.today})
        self._save(releases={**self.runs.releases, release: row})

    def _save(self, **changes: object) -> None:
        assert self.runs
        self.runs = self.runs.model_copy(update=changes)
        text = package_runs.to_json(self.runs)
        package_runs.parse(text, self.name)
        put(self.path, text)
