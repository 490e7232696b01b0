"""What django-upgrade makes of a page's Before: the claim `fixer:` is run, too.

Source: https://github.com/adamchainz/django-upgrade
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django_upgrade.data import FIXERS, Settings
from django_upgrade.main import SUPPORTED_TARGET_VERSIONS, apply_fixers

from atlas.facts.proofs import SampleProof
from atlas.records.change import Change
from atlas.records.samples import Sample, samples_of
from atlas.words.problems import Problem
from atlas.words.versions import sort_key

MANUAL = "manual"
#: Some fixers look only into files of some sort. The second place is of every sort at once.
PLACES = ("catalog/sample.py", "admin/models/tests/settings/management/commands/sample.py")


@dataclass(frozen=True)
class Rewrite:
    """Before as django-upgrade leaves it. `fixers`: those that change something, by name."""

    sample: Sample
    target: str
    fixers: tuple[str, ...]


def rewrite(change: Change) -> Rewrite | None:
    """What django-upgrade does to the Before of a page; None where it changes nothing.

    A named fixer is run alone, with the page's own release as the target (or the first that it acts on);
    for `manual` all are run, with the release in which the old code goes.
    """
    before = samples_of(change.page).get("Before")
    if before is None or change.fixer is None:
        return None
    named = change.fixer != MANUAL and change.fixer in FIXERS
    target = _target(change, FIXERS[change.fixer].min_version if named and change.fixer else (0, 0))
    fixed = _fixed(before, Settings(target, {change.fixer} if named and change.fixer else None))
    if fixed == before:
        return None
    names = (change.fixer,) if named and change.fixer else tuple(_acting(before, target))
    return Rewrite(replace(fixed, role="Fixed"), ".".join(map(str, target)), names)


def record(
    key: str, found: Rewrite, fixed: SampleProof, after: SampleProof, change: Change
) -> dict[str, Any]:
    """The record of a fixer: `full` only where its result runs like After, from the page's release on."""
    end = sort_key(change.until) if change.until else (9999,)
    releases = [r for r in after.by_release if sort_key(change.release) <= sort_key(r) < end]
    same = all(
        fixed.by_release[r].status == "ok" and fixed.by_release[r].behavior == after.by_release[r].behavior
        for r in releases
    )
    verdict = "full" if same else "partial"
    row = {"key": key, "verdict": verdict, "target": found.target, "fixers": list(found.fixers)}
    return {**row, "text": found.sample.text, **({"files": found.sample.files} if found.sample.files else {})}


def check(change: Change) -> Iterator[Problem]:
    """Problems with a page's `fixer:`."""
    if change.fixer is None or "Before" not in samples_of(change.page):
        return
    found = rewrite(change)
    line = change.page.line_of("fixer")
    if change.fixer == MANUAL and found:
        names = ", ".join(found.fixers)
        message = f"found 'manual', but django-upgrade rewrites Before with {names}:\n{found.sample.text}"
        yield Problem(change.page.path, line, "fixer", message, f"say `fixer: {found.fixers[0]}`")
    elif change.fixer != MANUAL and not found:
        message = f"found '{change.fixer}', but that fixer leaves Before as it is"
        yield Problem(
            change.page.path, line, "fixer", message, "show the form that it rewrites, or say manual"
        )


def _target(change: Change, first: tuple[int, ...]) -> tuple[int, int]:
    """The newest `--target-version` that django-upgrade knows and that the page speaks of."""
    named = change.fixer != MANUAL
    wanted = max(sort_key(change.release), first) if named else sort_key(change.removed or change.release)
    return max((known for known in SUPPORTED_TARGET_VERSIONS if known <= wanted), default=(2, 2))


def _fixed(sample: Sample, settings: Settings) -> Sample:
    text = sample.text
    if sample.runner == "python":
        for place in PLACES:
            text = apply_fixers(text, settings, place)
    files = {
        path: apply_fixers(source, settings, path) if path.endswith(".py") else source
        for path, source in sample.files.items()
    }
    return replace(sample, text=text, files=files)


def _acting(sample: Sample, target: tuple[int, int]) -> Iterator[str]:
    for name in sorted(FIXERS):
        if _fixed(sample, Settings(target, {name})) != sample:
            yield name
