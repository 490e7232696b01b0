"""The releases that samples run on, and the Python that each runs with."""

from dataclasses import dataclass

from atlas.facts.django import Facts

#: In order of preference: the first that a release supports is taken, so that few Pythons serve all releases.
PYTHONS = ("3.10", "3.9", "3.12", "3.13", "3.14", "3.11", "3.8")


@dataclass(frozen=True)
class Target:
    """A feature release (`4.1`), its newest patch (`4.1.13`) and a Python that it supports (`3.10`)."""

    release: str
    django: str
    python: str


def targets(facts: Facts) -> list[Target]:
    """One target for each feature release, oldest first."""
    return [
        Target(release, facts.newest_patch(release), python_for(list(row.pythons)))
        for release, row in facts.releases.items()
    ]


def python_for(supported: list[str]) -> str:
    """The Python to run a release with, out of those that it supports officially."""
    return next((python for python in PYTHONS if python in supported), supported[-1])
