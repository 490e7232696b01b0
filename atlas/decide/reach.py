"""How many public projects met a change when its release came out, as far as that was measured."""

from dataclasses import dataclass

from atlas.facts.reach import Reach
from atlas.records.change import Change
from atlas.records.rule_keys import rule_key


@dataclass(frozen=True)
class Measured:
    """`packages` of `of_packages`, and `applications` of `of_applications`, in the versions of a day (`2021-04-06`)."""

    day: str
    packages: int
    of_packages: int
    applications: int
    of_applications: int

    @property
    def year(self) -> str:
        """The year of these versions."""
        return self.day[:4]


def measured(change: Change, reach: Reach) -> Measured | None:
    """What was counted for a change; None where nothing was, or not by the rules that it has now."""
    release = reach.get(change.release)
    met = release.changes.get(change.id) if release else None
    if not (release and met) or not change.detect or met.rules != rule_key(change):
        return None
    return Measured(
        release.day, met.packages, len(release.packages), met.applications, len(release.applications)
    )
