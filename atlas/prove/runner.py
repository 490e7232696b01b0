"""Runs jobs on all releases, two releases at a time, and returns what happened."""

import os
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from atlas.claims import fixer
from atlas.claims.keys import PROJECT, Job, digest, project_hash
from atlas.facts.proofs import sample_proof
from atlas.prove import services
from atlas.prove.environments import Environment, NotRun, ensure, least_versions
from atlas.prove.locks import locked
from atlas.prove.store import Records, grouped
from atlas.prove.targets import Target
from atlas.prove.workers import Worker

#: Seconds of processor time.
LIMIT = 10
NO_NETWORK = "needs a network of its own: run as root, or allow user namespaces"
#: Called with a release after each sample that was run on it.
Tick = Callable[[str], None]


@dataclass
class Outcome:
    """What a run brought: results by job and release, the environments used, the releases not run."""

    results: dict[tuple[str, str], dict[str, dict[str, Any]]] = field(default_factory=dict)
    environments: dict[str, dict[str, str]] = field(default_factory=dict)
    metadata: dict[str, dict[str, str]] = field(default_factory=dict)
    #: The versions of the services that ran.
    services: dict[str, str] = field(default_factory=dict)
    not_run: list[NotRun] = field(default_factory=list)
    #: Needs that could not be met here, and what to do about it.
    unmet: dict[str, str] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Whether everything ran on every release."""
        return not self.not_run and not self.unmet

    def records(self, jobs: list[Job], known: Records) -> Records:
        """The results as records; `known` has those of the samples that were not run again."""
        found: Records = {}
        for job in jobs:
            results = self.results.get(job.name, {})
            if set(results) != set(self.environments) or self.not_run:
                continue  # half a run proves nothing
            entry = {"key": job.key, "results": grouped(results)}
            mine = found.setdefault(job.change.id, {})
            if job.rewrite:
                after = mine.get("After") or known[job.change.id]["After"]
                ran = sample_proof(entry), sample_proof(after)
                entry = fixer.record(job.key, job.rewrite, *ran, job.change)
            mine[job.record] = entry
        return found


class Runner:
    """root: the project's folder; cache: where environments and databases are kept between runs;
    seconds: how much processor time a sample may take."""

    def __init__(
        self, root: Path, cache: Path, tick: Tick = lambda release: None, seconds: int = LIMIT
    ) -> None:
        self.root, self.cache, self.tick, self.seconds = root, cache, tick, seconds
        self.project = root / PROJECT

    def run(self, jobs: list[Job], targets: list[Target]) -> Outcome:
        """Run every job on every target. What cannot be run is in `not_run` and `unmet`, with the reason."""
        outcome = Outcome()
        needs = {need for job in jobs for need in job.change.needs}
        with (
            tempfile.TemporaryDirectory(prefix="atlas-prove-", ignore_cleanup_errors=True) as scratch,
            services.running(needs, self.root, self.cache / "environments") as found,
            ThreadPoolExecutor(os.cpu_count() or 1) as pool,
        ):
            outcome.unmet, outcome.services = found.missing, found.versions
            ready = [job for job in jobs if not set(job.change.needs) & set(found.missing)]
            places = Path(scratch), found.config
            tasks = [pool.submit(self._release, ready, target, *places, outcome) for target in targets]
            for task in tasks:
                task.result()
        return outcome

    def _release(
        self, jobs: list[Job], target: Target, scratch: Path, config: dict[str, Any], outcome: Outcome
    ) -> None:
        environment = ensure(self.root, target, self.cache / "environments")
        if isinstance(environment, NotRun):
            outcome.not_run.append(environment)
            return
        outcome.environments[target.release] = {"django": target.django, "python": environment.version}
        outcome.metadata[target.release] = least_versions(environment)
        modes = {
            "warm": [job for job in jobs if job.warm],
            "bare": [job for job in jobs if not job.warm and not job.change.needs],
            "served": [job for job in jobs if job.change.needs],
        }
        for mode, mine in modes.items():
            if mine:
                asked = config if mode == "served" else {}
                self._run(
                    environment,
                    mine,
                    {**self._places(target, scratch / mode), "mode": mode, **asked},
                    outcome,
                )

    def _run(
        self, environment: Environment, jobs: list[Job], config: dict[str, Any], outcome: Outcome
    ) -> None:
        release = environment.target.release
        worker = Worker(environment, config)
        try:
            with locked(self.cache / "templates" / f"{release}.lock"):
                worker.start()
            for job in jobs:
                if not worker.isolated and set(job.change.needs) & set(config.get("start", ())):
                    outcome.unmet.update(dict.fromkeys(job.change.needs, NO_NETWORK))
                    continue
                outcome.results.setdefault(job.name, {})[release] = worker.run(job)
                self.tick(release)
        except RuntimeError as error:
            outcome.not_run.append(NotRun(environment.target, str(error)))
        finally:
            worker.stop()

    def _places(self, target: Target, scratch: Path) -> dict[str, Any]:
        mine = scratch / target.release
        mine.mkdir(parents=True)
        filled_by = Path(__file__).parent / "worker/project.py"
        name = f"{target.django}-{digest([project_hash(self.project), filled_by.read_text()])}.sqlite3"
        return {
            "home": str(self.project),
            "scratch": str(mine),
            "seconds": self.seconds,
            "template": str(self.cache / "templates" / name),
            "database": f"library_{target.release}",
        }
