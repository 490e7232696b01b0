"""Runs jobs on all releases, two releases at a time, and returns what happened."""

import os
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from atlas.proof import sample_proof
from atlas.prove import fixers
from atlas.prove.environments import Environment, NotRun, ensure, least_versions
from atlas.prove.jobs import PROJECT, Job, project_hash
from atlas.prove.locks import locked
from atlas.prove.store import Records, grouped
from atlas.prove.targets import Target
from atlas.prove.workers import Worker

#: Called with a release after each sample that was run on it.
Tick = Callable[[str], None]


@dataclass
class Outcome:
    """What a run brought: results by job and release, the environments used, the releases not run."""

    results: dict[tuple[str, str], dict[str, dict[str, Any]]] = field(default_factory=dict)
    environments: dict[str, dict[str, str]] = field(default_factory=dict)
    metadata: dict[str, dict[str, str]] = field(default_factory=dict)
    not_run: list[NotRun] = field(default_factory=list)

    def records(self, jobs: list[Job], known: Records) -> Records:
        """The results as records; `known` has those of the samples that were not run again."""
        found: Records = {}
        for job in jobs:
            results = self.results.get(job.name)
            if not results:
                continue
            entry = {"key": job.key, "results": grouped(results)}
            mine = found.setdefault(job.change.id, {})
            if job.rewrite:
                after = mine.get("After") or known[job.change.id]["After"]
                ran = sample_proof(entry), sample_proof(after)
                entry = fixers.record(job.key, job.rewrite, *ran, job.change)
            mine[job.record] = entry
        return found


class Runner:
    """root: the project's folder; cache: where environments and databases are kept between runs."""

    def __init__(self, root: Path, cache: Path, tick: Tick = lambda release: None) -> None:
        self.root, self.cache, self.tick = root, cache, tick
        self.project = root / PROJECT

    def run(self, jobs: list[Job], targets: list[Target]) -> Outcome:
        """Run every job on every target. A release that cannot be run is in `not_run`, with the reason."""
        outcome = Outcome()
        with (
            tempfile.TemporaryDirectory(prefix="atlas-prove-", ignore_cleanup_errors=True) as scratch,
            ThreadPoolExecutor(os.cpu_count() or 1) as pool,
        ):
            tasks = [pool.submit(self._release, jobs, target, Path(scratch), outcome) for target in targets]
            for task in tasks:
                task.result()
        return outcome

    def _release(self, jobs: list[Job], target: Target, scratch: Path, outcome: Outcome) -> None:
        environment = ensure(self.root, target, self.cache / "environments")
        if isinstance(environment, NotRun):
            outcome.not_run.append(environment)
            return
        outcome.environments[target.release] = {"django": target.django, "python": environment.version}
        outcome.metadata[target.release] = least_versions(environment)
        places = self._places(target, scratch)
        for mode, mine in (
            ("warm", [job for job in jobs if job.warm]),
            ("bare", [job for job in jobs if not job.warm]),
        ):
            if mine:
                self._run(environment, mode, mine, places, outcome)

    def _run(
        self, environment: Environment, mode: str, jobs: list[Job], places: dict[str, Path], outcome: Outcome
    ) -> None:
        release = environment.target.release
        lock = self.cache / "templates" / f"{release}.lock"
        with locked(lock):
            worker = Worker(environment, mode, places).__enter__()
        try:
            for job, result in worker.run(jobs):
                outcome.results.setdefault(job.name, {})[release] = result
                self.tick(release)
        finally:
            worker.__exit__()

    def _places(self, target: Target, scratch: Path) -> dict[str, Path]:
        mine = scratch / target.release
        mine.mkdir()
        template = self.cache / "templates" / f"{target.django}-{project_hash(self.project)}.sqlite3"
        return {"home": self.project, "template": template, "scratch": mine}
