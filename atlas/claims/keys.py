"""What there is to run: samples and statements of the pages, each with the key that tells when its record is stale."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atlas.claims import fixer
from atlas.facts import pins
from atlas.records.change import Change
from atlas.records.evidence import Statement, statements_of
from atlas.records.guides import Guide
from atlas.records.pages import Page
from atlas.records.samples import Sample, samples_of
from atlas.words.spans import Spans
from atlas.words.versions import feature_release, sort_key

#: Raise it when a change of the runner changes results; every record is then stale.
FORMAT = 1
PROJECT = "sample_project"


#: Pages with something to run.
Proved = Change | Guide


@dataclass(frozen=True)
class Job:
    """One sample of one page, and the key of its record."""

    owner: Proved
    sample: Sample
    key: str
    rewrite: fixer.Rewrite | None = None
    statement: Statement | None = None
    #: Patch releases on which it runs beside the newest one of each series (`words.spans`).
    patches: tuple[str, ...] = ()

    @property
    def name(self) -> tuple[str, str]:
        """What tells it from every other job."""
        return self.owner.id, self.sample.role

    @property
    def record(self) -> str:
        """The name of its entry in the records."""
        return "fixer" if self.rewrite else self.sample.role

    @property
    def warm(self) -> bool:
        """Whether the sample can run on the project as it is."""
        return not (self.sample.files or self.owner.needs or self.sample.runner == "commands")


class Keys:
    """Makes keys. root: the project's folder; releases: feature releases, oldest first; patches: all patch releases."""

    def __init__(self, root: Path, releases: list[str], patches: Collection[str] = ()) -> None:
        self.patches = patches
        self.common = [str(FORMAT), project_hash(root / PROJECT), pins.digest(root, releases)]
        self.drivers = {pins.MARIADB: pins.digest(root, [pins.MARIADB])}

    def key(self, sample: Sample, needs: Iterable[str]) -> str:
        """Twelve hex digits over all that the result of a sample depends on."""
        parts = [*self.common, sample.runner, sample.text, sorted(sample.files.items()), sorted(needs)]
        parts += [self.drivers[need] for need in sorted(needs) if need in self.drivers]
        return digest(parts)

    def statement(self, statement: Statement, needs: Iterable[str]) -> str:
        """Twelve hex digits over all that the verdict on a statement depends on."""
        return digest([self.key(statement.sample, needs), str(statement.spans), *self.beside(statement)])

    def beside(self, statement: Statement) -> tuple[str, ...]:
        """The patch releases on both sides of each boundary that a statement names."""
        return boundaries(statement.spans, self.patches)


def boundaries(spans: Spans, patches: Collection[str]) -> tuple[str, ...]:
    """The versions on both sides of each patch boundary of spans, in order. patches: all patch releases that there are.

    `4.2.14-4.2` gives 4.2.13 and 4.2.14, `3.2-3.2.12` gives 3.2.12 and 3.2.13; `5.0-` gives none.
    """
    found: set[str] = set()
    for span in spans.parts:
        for edge, step in ((span.first, -1), (span.last, 1)):
            if edge is None or edge == feature_release(edge):
                continue
            series = feature_release(edge)
            line = [series, *sorted((one for one in patches if feature_release(one) == series), key=sort_key)]
            place = line.index(edge) if edge in line else -1
            if place >= 0:
                found |= {edge, *line[max(place + step, 0) : place + step + 1]}
    return tuple(sorted(found, key=sort_key))


def jobs_of(pages: Iterable[Proved], keys: Keys) -> list[Job]:
    """What all pages run, page by page; last of each change what django-upgrade makes of its Before."""
    return [
        job
        for page in pages
        for job in (
            _of_change(page, keys) if isinstance(page, Change) else _statements(page, page.proved, keys)
        )
    ]


def _of_change(change: Change, keys: Keys) -> Iterator[Job]:
    made: dict[str, str] = {}
    for sample in samples_of(change.page).values():
        made[sample.role] = keys.key(sample, change.needs)
        yield Job(change, sample, made[sample.role])
    yield from _statements(change, change.page, keys)
    if change.fixer != fixer.MANUAL and "After" in made and (found := fixer.rewrite(change)):
        # Whether a rewrite is complete is seen by comparing it with After.
        parts = [keys.key(found.sample, change.needs), made["After"], found.target, *found.fixers]
        yield Job(change, found.sample, digest(parts), found)


def _statements(owner: Proved, page: Page, keys: Keys) -> Iterator[Job]:
    for statement in statements_of(page):
        key = keys.statement(statement, owner.needs)
        yield Job(owner, statement.sample, key, statement=statement, patches=keys.beside(statement))


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
