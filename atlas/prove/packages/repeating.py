"""Runs recorded facts a second time, beside the packages that were installed then, and says what is different."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from atlas.facts.package_runs import Run
from atlas.prove.packages.bench import bench
from atlas.prove.packages.trying import attempt
from atlas.prove.packages.working import Package, Work
from atlas.prove.targets import Target


class Fact(NamedTuple):
    """A version on a release, and what was recorded of it."""

    package: Package
    target: Target
    version: str
    run: Run


def facts(packages: Sequence[Package], targets: Sequence[Target]) -> list[Fact]:
    """Everything recorded that can be run a second time, in order."""
    return [
        Fact(package, target, version, run)
        for package in packages
        for target in targets
        if (row := package.release(target))
        for version, run in row.runs.items()
        if run.status in ("runs", "fails")
    ]


def drawn(found: Sequence[Fact], count: int, seed: int) -> list[Fact]:
    """So many facts, drawn by a number."""
    return random.Random(seed).sample(list(found), min(count, len(found)))


def repeat(work: Work, chosen: Sequence[Fact]) -> Iterator[str]:
    """A line for each fact that is not the same in a second run."""
    for package, target, version, before in chosen:
        pins = [f"Django=={target.django}", f"{package.name}=={version}", *before.beside]
        socket = work.sockets.get(package.recipe.database, "")
        with bench(target, work.cache, work.index, work.seconds) as place:
            after, _ = attempt(place, package.name, package.recipe, version, socket, pins)
        work.tell(f"{package.name} {version} on {target.release}: {after.status}")
        for field in Run.model_fields:
            if getattr(before, field) != getattr(after, field):
                was, now = getattr(before, field), getattr(after, field)
                yield f"{package.name} {version} on {target.release}: {field}: recorded {was!r}, now {now!r}"
