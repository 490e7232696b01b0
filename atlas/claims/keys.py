"""What there is to run: the samples of the pages, each with the key that tells when its record is stale."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atlas.claims import fixer
from atlas.facts import pins
from atlas.records.change import Change
from atlas.records.samples import Sample, samples_of

#: Raise it when a change of the runner changes results; every record is then stale.
FORMAT = 1
PROJECT = "sample_project"


@dataclass(frozen=True)
class Job:
    """One sample of one page, and the key of its record."""

    change: Change
    sample: Sample
    key: str
    rewrite: fixer.Rewrite | None = None

    @property
    def name(self) -> tuple[str, str]:
        """What tells it from every other job."""
        return self.change.id, self.sample.role

    @property
    def record(self) -> str:
        """The name of its entry in the records."""
        return "fixer" if self.rewrite else self.sample.role

    @property
    def warm(self) -> bool:
        """Whether the sample can run on the project as it is."""
        return not (self.sample.files or self.change.needs or self.sample.runner == "commands")

    def as_message(self) -> dict[str, Any]:
        """What the worker is told."""
        sample = self.sample
        return {
            "runner": sample.runner,
            "text": sample.text,
            "files": sample.files,
            "warm": self.warm,
            "needs": sorted(self.change.needs),
        }


class Keys:
    """Makes keys. `root`: the project's folder; `releases`: the feature releases, oldest first."""

    def __init__(self, root: Path, releases: list[str]) -> None:
        self.common = [str(FORMAT), project_hash(root / PROJECT), pins.digest(root, releases)]
        self.drivers = {pins.MARIADB: pins.digest(root, [pins.MARIADB])}

    def key(self, sample: Sample, needs: Iterable[str]) -> str:
        """Twelve hex digits over all that the result of a sample depends on."""
        parts = [*self.common, sample.runner, sample.text, sorted(sample.files.items()), sorted(needs)]
        parts += [self.drivers[need] for need in sorted(needs) if need in self.drivers]
        return digest(parts)


def jobs_of(changes: Iterable[Change], keys: Keys) -> list[Job]:
    """The samples of all pages, page by page; last of each page what django-upgrade makes of its Before."""
    return [job for change in changes for job in _jobs(change, keys)]


def _jobs(change: Change, keys: Keys) -> Iterator[Job]:
    made: dict[str, str] = {}
    for sample in samples_of(change.page).values():
        made[sample.role] = keys.key(sample, change.needs)
        yield Job(change, sample, made[sample.role])
    if change.fixer != fixer.MANUAL and "After" in made and (found := fixer.rewrite(change)):
        # Whether a rewrite is complete is seen by comparing it with After.
        parts = [keys.key(found.sample, change.needs), made["After"], found.target, *found.fixers]
        yield Job(change, found.sample, digest(parts), found)


def digest(parts: list[Any]) -> str:
    """Twelve hex digits of what JSON can hold."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


def project_hash(folder: Path) -> str:
    """A hash of the sample project, its tests and whatever was left lying about excluded."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in (".py", ".html", ".json") and path.name != "tests.py":
            total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:12]
