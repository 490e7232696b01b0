"""How much a change matters: severity from the runs, reach from what is known of projects, impact from both."""

from collections.abc import Sequence
from dataclasses import replace

from atlas.facts.proofs import PageProof, Proofs
from atlas.records.change import Change
from atlas.records.evidence import has_evidence
from atlas.records.library import Library
from atlas.words.vocabulary import IMPACT_OF, IMPACT_OF_HARM


def rated(library: Library, proofs: Proofs) -> Library:
    """The library with the severity of every change that forces work, and the impact where it is not typed."""
    releases = list(library.facts.releases)
    return replace(
        library, changes=tuple(_rated(one, proofs.of(one.id), releases) for one in library.changes)
    )


def severity(change: Change, proof: PageProof, releases: Sequence[str]) -> str:
    """A key of `vocabulary.SEVERITIES`: what happens to the old code from the release on that makes it necessary.

    releases: the feature releases that are out, oldest first. Without a run, what the page claims counts.
    """
    if change.necessary_by not in releases:
        return "warns"
    before = proof.samples.get("Before")
    result = before.by_release.get(change.necessary_by) if before else None
    is_run = result is not None and change.kind != "requirement"
    goes_on = not (result and result.failed) if is_run else change.silent or change.ignored
    return ("looks" if change.looks else "differs") if goes_on else "stops"


def impact(change: Change, severity: str) -> str | None:
    """A key of `vocabulary.IMPACTS`; None where the page does not say how many projects meet the change."""
    if change.harm:
        return IMPACT_OF_HARM[severity]
    return next((IMPACT_OF[severity][reach] for reach in change.reach), None)


def _rated(change: Change, proof: PageProof, releases: Sequence[str]) -> Change:
    if not change.forces_work:
        return change
    found = severity(change, proof, releases)
    computed = impact(change, found) if has_evidence(change.page) else change.impact
    return change.model_copy(update={"severity": found, "impact": computed})
