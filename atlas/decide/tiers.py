"""The steps of a hop in the order of need: what one command rewrites, then by tier, then what few projects meet.

A tier says what happens *at this hop* to code that is left as it is: a deprecation warns at the hop at which it
begins, and stops or changes results at the hop that ends it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from atlas.decide.plan import Hop
from atlas.facts.proofs import Proofs
from atlas.records.change import Change
from atlas.words.versions import sort_key

#: Keys of `vocabulary.SEVERITIES` in the order in which a plan lists them.
TIERS: Final = ("stops", "differs", "warns", "looks")
#: The lists of a hop in order. A step is in one of them.
LISTS: Final = ("rewritten", *TIERS, "low")
#: How much a list matters to somebody who plans the hop.
URGENCY: Final[dict[str, str]] = {
    "rewritten": "rewritten",
    "stops": "must",
    "differs": "must",
    "warns": "should",
    "looks": "wait",
    "low": "wait",
}
#: The same for what is still to come after a plan.
PENDING: Final = "wait"


@dataclass(frozen=True)
class StepList:
    """Steps of a hop. by_tier: worst first, only tiers that have some; a list named for a tier has no other."""

    key: str
    by_tier: dict[str, tuple[Change, ...]]

    @property
    def changes(self) -> tuple[Change, ...]:
        """All of its steps in order."""
        return tuple(change for some in self.by_tier.values() for change in some)


def lists(hop: Hop, proofs: Proofs) -> tuple[StepList, ...]:
    """The lists of a hop, in the order of LISTS; within a tier heaviest first."""
    work = [*hop.before, *hop.at, *hop.after]
    by_key = {key: [one for one in work if _list_of(one, hop, proofs) == key] for key in LISTS}
    return tuple(StepList(key, _by_tier(some, hop)) for key, some in by_key.items())


def tier(change: Change, hop: Hop) -> str:
    """A key of TIERS. What nobody rated counts as the worst."""
    return "warns" if change.necessary_by != hop.new else change.severity or TIERS[0]


def is_rewritten(change: Change, release: str, proofs: Proofs) -> bool:
    """Whether `django-upgrade --target-version <release>` leaves nothing of a change's common form to be done by hand.

    Shown by the run on the page's Before. What is rewritten in part stays among the steps that people do.
    """
    fixer = proofs.of(change.id).fixer
    return fixer is not None and fixer.verdict == "full" and sort_key(fixer.target) <= sort_key(release)


def is_rewritten_early(hop: Hop, proofs: Proofs) -> bool:
    """Whether the command has something to do before the hop, with the old release as its target."""
    return any(is_rewritten(one, hop.old, proofs) for one in (*hop.before, *hop.at))


def _list_of(change: Change, hop: Hop, proofs: Proofs) -> str:
    if is_rewritten(change, hop.new, proofs):
        return "rewritten"
    return "low" if change.impact == "low" else tier(change, hop)


def _by_tier(changes: Iterable[Change], hop: Hop) -> dict[str, tuple[Change, ...]]:
    """Each group of a hop comes in order of impact, and a sort leaves equals as they are."""
    weights = {"high": 0, "medium": 1}
    order = sorted(changes, key=lambda change: weights.get(change.impact or "", 2))
    found = {key: tuple(one for one in order if tier(one, hop) == key) for key in TIERS}
    return {key: some for key, some in found.items() if some}
