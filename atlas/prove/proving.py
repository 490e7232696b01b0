"""From pages to records: run what is stale, merge what came of it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from atlas.claims.keys import Job, Keys, Proved, jobs_of
from atlas.facts.django import Facts
from atlas.facts.proof_files import file_of
from atlas.prove import pins
from atlas.prove.environments import NotRun
from atlas.prove.keeper import kept
from atlas.prove.report import Bar
from atlas.prove.runner import SECONDS_OF_A_SAMPLE, Outcome, Runner
from atlas.prove.store import Records, Store
from atlas.prove.targets import Target, patch_targets, targets
from atlas.records.library import Library
from atlas.words.clock import build_date
from atlas.words.problems import Problem
from atlas.words.versions import sort_key

#: How much of a record is shown where a cold run found another.
LONGEST_MESSAGE = 600
#: Samples and statements whose records are merged at once: one or two minutes of a whole run.
PART = 200


@dataclass(frozen=True)
class Places:
    """root: the project's folder; cache: what is kept between runs; proof: where the records lie;
    seconds: how much processor time a sample may take.
    """

    root: Path
    cache: Path
    proof: Path
    seconds: int = SECONDS_OF_A_SAMPLE

    @property
    def store(self) -> Store:
        """The records."""
        return Store(self.proof, self.cache / "records.lock")


def prove(places: Places, library: Library, pages: Sequence[Proved], again: bool = False) -> Outcome:
    """Run what is stale of changes and guides (all of it with `again`) and merge the records.

    When `pages` are all that there are, the records of pages that are gone are dropped. A run that is interrupted
    keeps the parts that it came through.
    """
    releases = list(library.facts.releases)
    jobs = jobs_of(pages, Keys(places.root, releases, library.facts.patches))
    known = places.store.read()
    stale = [job for job in jobs if again or not _is_fresh(job, known)]
    if not stale and not places.store.has_run(targets(library.facts)):
        stale = jobs[:1]  # a run that was ended between its last part and its end: one job tells the versions
    roles: dict[str, set[str]] = {page.id: set() for page in pages}
    for job in jobs:
        roles[job.owner.id].add(job.record)
    outcome = _in_parts(places, stale, library.facts, roles, known)
    places.store.merge({}, roles, _ids(library) if len(pages) == _number(library) else None)
    if stale and not outcome.not_run:
        today = build_date().isoformat()
        places.store.by_release("metadata", {key: outcome.metadata[key] for key in releases})
        places.store.services(outcome.services)
        places.store.by_release(
            "environments", {key: {**outcome.environments[key], "run": today} for key in releases}
        )
    return outcome


def _in_parts(
    places: Places, stale: list[Job], facts: Facts, roles: dict[str, set[str]], known: Records
) -> Outcome:
    """Run part by part and merge the records of each, so that an interrupted run goes on where it was."""
    newest = targets(facts)
    total = Outcome()
    bar = Bar(sum(len(newest) + len(_named(job, newest)) for job in stale))
    for part in _parts(stale):
        outcome = _run(places, part, newest, facts, bar)
        places.store.merge(outcome.records(part, known), roles)
        total.add(outcome)
        if outcome.not_run:
            break
    return total


def _parts(stale: list[Job]) -> Iterator[list[Job]]:
    """Jobs in parts of about `PART`, a page in one of them; pages that need a server come last, together."""
    part: list[Job] = []
    for _, jobs in groupby(
        sorted(stale, key=lambda job: bool(job.owner.needs)), key=lambda job: job.owner.id
    ):
        part += jobs
        if len(part) >= PART:
            yield part
            part = []
    if part:
        yield part


def compare(places: Places, library: Library, pages: Sequence[Proved]) -> tuple[Outcome, list[Problem]]:
    """Run `pages` as if nothing were recorded, and find every record that says something else."""
    with kept("atlas-cold-") as folder:
        cold = Places(places.root, places.cache, folder)
        outcome = prove(cold, library, pages, again=True)
        recorded = places.store.read()
        if len(pages) < _number(library):
            recorded = {page.id: recorded.get(page.id, {}) for page in pages}
        return outcome, list(_differences(recorded, cold.store.read(), Path("data/proof")))


def _number(library: Library) -> int:
    """How many pages there are with something to run."""
    return len(library.changes) + len(library.guides)


def _ids(library: Library) -> set[str]:
    """The ids of all pages that may have a record, those with broken front matter too."""
    changes = {f"{page.path.parent.name}/{page.path.stem}" for page in library.pages}
    return {*changes, *(guide.id for guide in library.guides)}


def _differences(recorded: Records, found: Records, folder: Path) -> list[Problem]:
    problems = []
    for identifier in sorted({*recorded, *found}):
        mine, other = recorded.get(identifier, {}), found.get(identifier, {})
        for name in sorted({*mine, *other}):
            if mine.get(name) != other.get(name):
                path = folder / f"{file_of(identifier)}.json"
                message = f"recorded {_told(mine.get(name))}, a run gave {_told(other.get(name))}"
                fix = f"make prove CHANGE={identifier} ALL=1"
                problems.append(Problem(path, 0, f"{identifier} {name}", message, fix))
    return problems


def _told(record: Any) -> str:
    if record is None:
        return "nothing"
    text = json.dumps({name: value for name, value in record.items() if name != "key"}, ensure_ascii=False)
    return text if len(text) <= LONGEST_MESSAGE else text[: LONGEST_MESSAGE - 1] + "…"


def _run(places: Places, jobs: list[Job], newest: list[Target], facts: Facts, bar: Bar) -> Outcome:
    named = sorted({patch for job in jobs for patch in _named(job, newest)}, key=sort_key)
    every = [*newest, *patch_targets(facts, named)]
    if failure := pins.lock_patches(places.root, every[len(newest) :]):
        return Outcome(not_run=[NotRun(every[len(newest)], failure)])
    return Runner(places.root, places.cache, bar.step, places.seconds).run(jobs, every)


def _named(job: Job, newest: list[Target]) -> set[str]:
    """The patch releases on which a job runs beside the newest ones."""
    return set(job.patches) - {target.django for target in newest}


def _is_fresh(job: Job, known: Records) -> bool:
    record = known.get(job.owner.id, {}).get(job.record, {})
    return bool(record.get("key") == job.key)
