"""The versions that samples run on, and the Python that each runs with."""

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.facts.django import Facts
from atlas.words.versions import feature_release

#: In order of preference: the first that a release supports is taken, so that few Pythons serve all releases.
PYTHONS = ("3.10", "3.9", "3.12", "3.13", "3.14", "3.11", "3.8")


@dataclass(frozen=True)
class Target:
    """What is run: the newest patch (`django`: `4.1.13`) of a feature release, or one patch release by its own name.

    release: the name under which results are kept, `4.1` or `4.1.7`; python: one that it supports (`3.10`).
    """

    release: str
    django: str
    python: str

    @property
    def is_patch(self) -> bool:
        """Whether it is run because a statement names it, not as the newest of its series."""
        return self.release != feature_release(self.release)


def targets(facts: Facts) -> list[Target]:
    """One target for each feature release, oldest first."""
    return [
        Target(release, facts.newest_patch(release), python_for(list(row.pythons)))
        for release, row in facts.releases.items()
    ]


def patch_targets(facts: Facts, versions: Iterable[str]) -> list[Target]:
    """Targets for exact versions, each with the Python of its series. A feature release is `4.2` itself, unpatched."""
    pythons = {target.release: target.python for target in targets(facts)}
    return [Target(exact(one), one, pythons[feature_release(one)]) for one in versions]


def exact(version: str) -> str:
    """The name of an exact version's results: `4.2` unpatched is `4.2.0`, since `4.2` names the newest patch."""
    return f"{version}.0" if version == feature_release(version) else version


def python_for(supported: list[str]) -> str:
    """The Python to run a release with, out of those that it supports officially."""
    return next((python for python in PYTHONS if python in supported), supported[-1])
