"""The verdict on all pages, from records alone: are they fresh, and do they bear the claims out?"""

import math
from collections.abc import Iterator
from pathlib import Path

from atlas.claims import contract, fixer, requirements, statements
from atlas.claims.keys import Job, Keys, jobs_of
from atlas.facts.proof_files import file_of, read
from atlas.facts.proofs import FixerProof, PageProof, Proofs, SampleProof, StatementProof
from atlas.records.change import Change
from atlas.records.library import Library
from atlas.words.problems import Problem

#: The share of pages that force work whose claim may go without a run, and a number that is never too many.
UNPROVED_SHARE, UNPROVED_AT_LEAST = 0.15, 3
#: More stale samples than these are told in one line, if there is no fresh one.
TOLD_ONE_BY_ONE = 100


def inspect(root: Path, library: Library, only: frozenset[str] = frozenset()) -> list[Problem]:
    """Every problem with the proof of the pages. `only`: look at these alone, by id."""
    proofs = read(root / "data/proof")
    releases = list(library.facts.releases)
    keys = Keys(root, releases, library.facts.patches)
    changes = [change for change in library.changes if not only or change.id in only]
    guides = [guide for guide in library.guides if not only or guide.id in only]
    jobs = jobs_of([*changes, *guides], keys)
    stale = [*_stale(jobs, proofs), *_left_over(library, proofs)]
    if len(jobs) > TOLD_ONE_BY_ONE and len(stale) >= len(jobs):
        return [_all_stale(len(jobs))]
    unsure = {problem.path for problem in stale}
    minimums = requirements.Minimums(library.facts.releases, proofs.metadata)
    problems = [] if only else list(_too_many_unproved(library.changes))
    for change in changes:
        if change.page.path not in unsure:
            problems += judge(change, proofs, releases, minimums)
    for guide in guides:
        if guide.page.path not in unsure:
            problems += statements.check(guide.proved, proofs.of(guide.id))
    return sorted(problems + stale)


def judge(
    change: Change, proofs: Proofs, releases: list[str], minimums: requirements.Minimums
) -> list[Problem]:
    """The contract of one page whose records are fresh, and whether its `unproved:` is needed."""
    proof = proofs.of(change.id)
    broken = contract.check(change, proof, releases)
    broken += statements.check(change.page, proof)
    if change.kind == "requirement":
        broken += requirements.check(change, minimums)
    if not change.unproved:
        return [*broken, *fixer.check(change)]
    judged = bool(change.requires) if change.kind == "requirement" else contract.is_judged(change, releases)
    if judged and not broken:
        line = change.page.line_of("unproved")
        message = "found a reason, but the claim is proved without it"
        return [Problem(change.page.path, line, "unproved", message, "take `unproved` out")]
    return []


def _all_stale(count: int) -> Problem:
    """One line where something changed on which every record depends."""
    message = f"all {count} changed since they were run: the lock files, the sample project or the runner did"
    return Problem(Path("data/proof"), 0, "samples and statements", message, "make prove")


def _stale(jobs: list[Job], proofs: Proofs) -> Iterator[Problem]:
    for job in jobs:
        proof = proofs.of(job.owner.id)
        record = _record(proof, job)
        if record is None or record.key != job.key:
            message = "changed since it was run" if record else "was never run"
            line = job.owner.page.line_of("fixer") if job.rewrite else job.sample.line
            remedy = f"make prove CHANGE={job.owner.id}"
            yield Problem(job.owner.page.path, line, job.record, message, remedy)


def _record(proof: PageProof, job: Job) -> FixerProof | SampleProof | StatementProof | None:
    if job.statement:
        return proof.statements.get(job.record)
    return proof.fixer if job.rewrite else proof.samples.get(job.sample.role)


def _left_over(library: Library, proofs: Proofs) -> Iterator[Problem]:
    """Records of pages that are gone. A page with broken front matter is reported for that, not here."""
    there = {f"{page.path.parent.name}/{page.path.stem}" for page in library.pages}
    there |= {guide.id for guide in library.guides}
    for identifier in sorted({*proofs.changes, *proofs.guides} - there):
        record = Path(f"data/proof/{file_of(identifier)}.json")
        yield Problem(record, 0, identifier, "a record without a page", "make prove")


def _too_many_unproved(changes: tuple[Change, ...]) -> Iterator[Problem]:
    work = [change for change in changes if change.forces_work]
    without = [change for change in work if change.unproved]
    allowed = max(UNPROVED_AT_LEAST, math.floor(UNPROVED_SHARE * len(work)))
    if len(without) > allowed:
        names = ", ".join(change.id for change in without)
        message = f"{len(without)} of {len(work)} pages that force work, at most {allowed} may: {names}"
        yield Problem(Path("docs/releases"), 0, "unproved", message, "find samples for some of them")
