"""The section "Release by release" of a change page: the plan of a deprecation above what runs gave."""

from atlas.records.change import Change
from macros.build.build import Build
from macros.build.render import render
from macros.runs.lifeline import lifeline
from macros.runs.proofs import Proof


def runs_section(build: Build, change: Change, proof: Proof | None, exact: str = "") -> str:
    """Draw the section; empty where there is neither a plan, nor a run, nor a reason why nothing is run.

    exact: where the exact results stand, empty for nowhere.
    """
    order = list(build.library.facts.releases)
    if change.removed and change.removed not in order:
        order.append(change.removed)
    line = lifeline(change, order, build.windows) if change.kind == "deprecated" else ""
    if not (proof or line or change.unproved):
        return ""
    return render(
        "runs/strip.jinja",
        change=change,
        order=order,
        line=line,
        exact=exact,
        proof=proof,
        strip=proof.strip(order) if proof else {},
    )
