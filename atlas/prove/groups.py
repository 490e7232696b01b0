"""Jobs in groups that share one set-up: a project is brought up once, and each job runs in a fork of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from atlas.claims.keys import Job


@dataclass(frozen=True)
class Group:
    """Jobs of one page with the same files and needs."""

    jobs: tuple[Job, ...]

    @property
    def mode(self) -> str:
        """Which worker runs it: `warm` on the project as it is, `bare` with files, `served` with a service."""
        first = self.jobs[0]
        if first.owner.needs:
            return "served"
        return "warm" if first.warm else "bare"

    def as_message(self) -> dict[str, Any]:
        """What the worker is told."""
        first = self.jobs[0]
        return {
            "files": first.sample.files,
            "warm": first.warm,
            "needs": sorted(first.owner.needs),
            "steps": [_step(job) for job in self.jobs],
        }


def grouped(jobs: Iterable[Job]) -> list[Group]:
    """Neighbors that can share a set-up, in order. Commands start programs of their own, so they share none."""
    numbered = enumerate(jobs)
    rows = groupby(numbered, key=lambda row: _set_up(*row))
    return [Group(tuple(job for _, job in row)) for _, row in rows]


def _set_up(number: int, job: Job) -> Sequence[Any]:
    alone = number if job.sample.runner == "commands" else None
    return job.owner.id, job.sample.files, job.warm, alone


def _step(job: Job) -> dict[str, Any]:
    step: dict[str, Any] = {"runner": job.sample.runner, "text": job.sample.text}
    return {**step, "offset": job.sample.offset} if job.statement else step
