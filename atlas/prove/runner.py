"""Runs jobs on all releases, two releases at a time, and returns what happened."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from atlas.claims import fixer, statements
from atlas.claims.keys import PROJECT, Job, digest, project_hash
from atlas.facts.proof_files import sample_proof
from atlas.facts.proofs import first_line
from atlas.prove import services
from atlas.prove.environments import Environment, NotRun, ensure, least_versions
from atlas.prove.groups import Group, grouped
from atlas.prove.keeper import kept
from atlas.prove.locks import locked
from atlas.prove.store import Records, equal_together
from atlas.prove.targets import Target
from atlas.prove.workers import Worker
from atlas.records.change import Change
from atlas.records.evidence import Statement
from atlas.words.versions import feature_release, sort_key

#: Seconds of processor time.
SECONDS_OF_A_SAMPLE = 10
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

    def add(self, other: "Outcome") -> None:
        """Take in what another part of the run brought."""
        self.results |= other.results
        self.environments |= other.environments
        self.metadata |= other.metadata
        self.services |= other.services
        self.not_run += other.not_run
        self.unmet |= other.unmet

    def records(self, jobs: list[Job], known: Records) -> Records:
        """The results as records; `known` has those of the samples that were not run again."""
        found: Records = {}
        for job in jobs:
            results = self.results.get(job.name, {})
            wanted = {label for label, django in self.versions.items() if runs_on(job, label, django)}
            if set(results) != wanted or self.not_run:
                continue  # half a run proves nothing
            mine = found.setdefault(job.owner.id, {})
            if job.statement:
                mine[job.record] = self._verdict(job, job.statement, results)
                continue
            entry = {"key": job.key, "results": equal_together(results)}
            if job.rewrite and isinstance(job.owner, Change):
                after = mine.get("After") or known[job.owner.id]["After"]
                ran = sample_proof(entry), sample_proof(after)
                entry = fixer.record(job.key, job.rewrite, *ran, job.owner)
            mine[job.record] = entry
        return found

    @property
    def versions(self) -> dict[str, str]:
        """The version of Django behind each name of a target."""
        return {label: row["django"] for label, row in self.environments.items()}

    def _verdict(self, job: Job, statement: Statement, results: dict[str, dict[str, Any]]) -> dict[str, Any]:
        happened = {self.versions[label]: _what_happened(result) for label, result in results.items()}
        wrong = statements.wrong(statement, happened, sorted(happened, key=sort_key))
        return {"key": job.key, "on": str(statement.spans), **({"wrong": wrong} if wrong else {})}


def runs_on(job: Job, label: str, django: str) -> bool:
    """Whether a job runs on a target: on the newest patch of every release, and on patch releases that it names."""
    return label == feature_release(label) or django in job.patches


def _what_happened(result: dict[str, Any]) -> str:
    """Nothing where the code of a statement ended without an error; else the error, with line and code."""
    error = result.get("error")
    if not error:
        return ""
    place = f" (line {error['line']}: `{error['code']}`)" if "line" in error else ""
    return (
        f"{error['type']}: {first_line(error['text'])}{place}" if error["text"] else f"{error['type']}{place}"
    )


class Runner:
    """root: the project's folder; cache: where environments and databases are kept between runs;
    seconds: how much processor time a sample may take."""

    def __init__(
        self, root: Path, cache: Path, tick: Tick = lambda release: None, seconds: int = SECONDS_OF_A_SAMPLE
    ) -> None:
        self.root, self.cache, self.tick, self.seconds = root, cache, tick, seconds
        self.project = root / PROJECT

    def run(self, jobs: list[Job], targets: list[Target]) -> Outcome:
        """Run every job on every target. What cannot be run is in `not_run` and `unmet`, with the reason."""
        outcome = Outcome()
        needs = {need for job in jobs for need in job.owner.needs}
        with (
            kept("atlas-prove-") as scratch,
            services.running(needs, self.root, self.cache / "environments") as found,
            ThreadPoolExecutor(os.cpu_count() or 1) as pool,
        ):
            outcome.unmet, outcome.services = found.missing, found.versions
            ready = [job for job in jobs if not set(job.owner.needs) & set(found.missing)]
            places = scratch, found.config
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
        groups = grouped(job for job in jobs if runs_on(job, target.release, target.django))
        for mode in ("warm", "bare", "served"):
            mine = [group for group in groups if group.mode == mode]
            if mine:
                asked = config if mode == "served" else {}
                self._run(
                    environment,
                    mine,
                    {**self._places(target, scratch / mode), "mode": mode, **asked},
                    outcome,
                )

    def _run(
        self, environment: Environment, groups: list[Group], config: dict[str, Any], outcome: Outcome
    ) -> None:
        release = environment.target.release
        worker = Worker(environment, config)
        try:
            with locked(self.cache / "templates" / f"{release}.lock"):
                worker.start()
            for group in groups:
                needs = group.jobs[0].owner.needs
                if not worker.isolated and set(needs) & set(config.get("start", ())):
                    outcome.unmet.update(dict.fromkeys(needs, NO_NETWORK))
                    continue
                for job, result in zip(group.jobs, worker.run(group), strict=True):
                    outcome.results.setdefault(job.name, {})[release] = result
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
