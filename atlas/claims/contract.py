"""The contract between a page's claim and what Django did. Pure: takes records, returns problems.

added        After fails or differs on the release before, runs silently from this one on.
changed      Before differs between the release before and this one.
deprecated   Before is silent, warns in exactly [this, removed), then fails or differs.
removed      Before works on the release before, fails or differs from this one on.
requirement  the facts of the release say so (`requires:`).
All but requirement: After runs silently from `fix_from` to the newest release (or to `until`), and gives
on each release up to this one what it gives on this one.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from atlas.claims import after, output
from atlas.claims.case import Case
from atlas.facts.proofs import PageProof, Result
from atlas.records.change import Change
from atlas.records.samples import samples_of
from atlas.words.problems import Problem
from atlas.words.vocabulary import ROLES

WARNING = re.compile(r"RemovedInDjango(?P<version>\d+)Warning")


def check(change: Change, proof: PageProof, releases: Sequence[str]) -> list[Problem]:
    """Problems of one page whose samples ran on all of `releases` (feature releases, oldest first)."""
    case = Case(change, proof, releases)
    if not is_judged(change, releases):
        return []
    if missing := list(_missing(case)):
        return missing
    problems = list(CONTRACTS[change.kind](case))
    if change.kind != "requirement":
        problems += after.check(case)
    return [*problems, *output.check(case)]


def is_judged(change: Change, releases: Sequence[str]) -> bool:
    """Whether a page has the samples that its claim needs. If not, that is an error of its form."""
    return change.release in releases and set(NEEDED[change.kind]) <= set(samples_of(change.page))


def _missing(case: Case) -> Iterator[Problem]:
    for role in samples_of(case.change.page):
        known = case.proof.samples[role].by_release if role in case.proof.samples else {}
        lacking = [release for release in case.releases if release not in known]
        if lacking:
            yield case.sample(role, f"not run on {', '.join(lacking)}", case.rerun)


def _added(case: Case) -> Iterator[Problem]:
    if case.previous and case.on("After", case.previous).behavior == case.on("After", case.own).behavior:
        yield case.sample(
            "After",
            f"claimed new in {case.own}, found the same on {case.found('After', [case.previous, case.own])}",
            "show something that the release before cannot do",
        )


def _changed(case: Case) -> Iterator[Problem]:
    if not case.previous:
        yield from _differs_from_after(case)
        return
    before, now = case.on("Before", case.previous), case.on("Before", case.own)
    found = case.found("Before", [case.previous, case.own])
    if (before.status, before.behavior) == (now.status, now.behavior):
        remedy = "print what differs, or move the page to the release in which it does"
        yield case.sample("Before", f"claimed changed in {case.own}, found no difference: {found}", remedy)
    elif before.behavior == now.behavior and (ends := _ends_in(now)):
        yield case.at("kind", f"found 'changed', but {found}", f"say `kind: deprecated`, `removed: {ends}`")
    if case.change.silent and (before.status, now.status) != ("ok", "ok"):
        yield case.at("silent", f"claimed that nothing warns or fails, found {found}", "take `silent` out")


def _deprecated(case: Case) -> Iterator[Problem]:
    change, removed = case.change, str(case.change.removed)
    if case.previous and case.on("Before", case.previous).status != "ok":
        message = f"claimed silent before {case.own}, found {case.found('Before', [case.previous])}"
        yield case.sample("Before", message, "the deprecation starts earlier, or the sample is wrong")
    window = case.between(case.own, removed)
    quiet = [release for release in window if not case.on("Before", release).warned]
    if quiet:
        message = f"claimed deprecated in {case.own} and removed in {removed}, so that it warns on"
        yield case.sample("Before", f"{message} {', '.join(window)}; found {case.found('Before', quiet)}")
    outside = [release for release in case.releases if release not in window]
    early = [release for release in outside if _ends_in(case.on("Before", release)) == removed]
    if early:
        message = f"claimed to warn from {case.own} until {removed}, found {case.found('Before', early)}"
        yield case.sample("Before", message, "correct `removed`, or the folder of the page")
    ends = {end for release in window if (end := _ends_in(case.on("Before", release)))}
    if ends and removed not in ends:
        message = f"claimed '{change.removed}', but Django's warning speaks of {', '.join(sorted(ends))}"
        yield case.at("removed", message, "correct `removed`")
    if window[-1] not in quiet:
        yield from _gone(case, removed, window[-1])


def _removed(case: Case) -> Iterator[Problem]:
    if not case.previous:
        yield from _differs_from_after(case)
        return
    if case.on("Before", case.previous).failed:
        message = f"claimed to work until {case.own}, found {case.found('Before', [case.previous])}"
        yield case.sample("Before", message, "it went earlier, or the sample is wrong")
    else:
        yield from _gone(case, case.own, case.previous)


def _gone(case: Case, end: str, last: str) -> Iterator[Problem]:
    """From `end` on Before fails or does something else than on `last`; with `ignored:` it does the same."""
    since = case.between(end, None)
    worked = case.on("Before", last).behavior
    if case.change.ignored:
        harmless = ("ok", worked)
        loud = [r for r in since if (case.on("Before", r).status, case.on("Before", r).behavior) != harmless]
        if loud:
            found = case.found("Before", [last, *loud])
            yield case.at("ignored", f"claimed without effect from {end} on, found {found}", "take it out")
        return
    same = [release for release in since if case.on("Before", release).behavior == worked]
    if same:
        message = f"claimed gone in {end}, found the same: {case.found('Before', [last, *same])}"
        yield case.sample("Before", message, "print what differs, or say `ignored: true` if nothing does")


def _differs_from_after(case: Case) -> Iterator[Problem]:
    """On the first release there is none before to compare with: Before must do something else than After."""
    if case.on("Before", case.own).behavior == case.on("After", case.own).behavior:
        message = f"claimed not to work on {case.own}, found the same as After: {case.on('Before', case.own)}"
        yield case.sample("Before", message, "print what differs")


def _ends_in(result: Result) -> str | None:
    """The release that a warning names: `RemovedInDjango50Warning` says 5.0, `…2028…` says 2028."""
    for message in result.messages:
        match = WARNING.fullmatch(message.category)
        if match:
            digits = match["version"]
            return digits if len(digits) == 4 else f"{digits[0]}.{digits[1:]}"
    return None


def _nothing(case: Case) -> Iterator[Problem]:
    """A requirement is proved by facts, not by samples; see `atlas.claims.requirements`."""
    return iter(())


#: The samples without which a claim of a kind cannot be judged.
NEEDED = {"added": ("After",), "changed": ROLES, "deprecated": ROLES, "removed": ROLES, "requirement": ()}
CONTRACTS: dict[str, Callable[[Case], Iterator[Problem]]] = {
    "added": _added,
    "changed": _changed,
    "deprecated": _deprecated,
    "removed": _removed,
    "requirement": _nothing,
}
