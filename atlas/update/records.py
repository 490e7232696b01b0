"""The records of the runs before and after an update, compared: which claim a new patch release moved."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from atlas.facts.proof_files import read
from atlas.facts.proofs import PageProof, Proofs, Result, first_line
from atlas.words.versions import sort_key


def keep(proof: Path, before: Path) -> None:
    """Copy the records, unless an update that was interrupted did so already."""
    if before.exists() or not proof.exists():
        return
    beside = before.with_name(f".{before.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    for path in proof.glob("*.json"):
        shutil.copyfile(path, beside / path.name)
    beside.replace(before)


def forget(before: Path) -> None:
    """Remove the copy."""
    shutil.rmtree(before, ignore_errors=True)


def differences(before: Path, after: Path) -> list[str]:
    """`Django 5.2.20: 4.1/logout-by-post: Before: was ok, now fails (TypeError: …)`: a line each, by release."""
    if not before.exists():
        return []
    old, new = read(before), read(after)
    found = [*_samples(old, new), *_statements(old, new)]
    return [line for _, line in sorted(found, key=lambda pair: sort_key(pair[0]))]


def _samples(old: Proofs, new: Proofs) -> Iterator[tuple[str, str]]:
    for page in sorted({*old.changes} & {*new.changes}):
        was, now = old.changes[page].samples, new.changes[page].samples
        for role in [role for role in now if role in was]:
            for release in [one for one in now[role].by_release if one in was[role].by_release]:
                before, after = was[role].by_release[release], now[role].by_release[release]
                if (before.status, before.behavior) != (after.status, after.behavior):
                    told = f"was {_told(before)}, now {_told(after)}"
                    yield release, f"Django {_version(new, release)}: {page}: {role}: {told}"


def _statements(old: Proofs, new: Proofs) -> Iterator[tuple[str, str]]:
    for page, proof in sorted({**_pages(new)}.items()):
        was = _pages(old).get(page, PageProof()).statements
        for sentence, statement in proof.statements.items():
            for version, found in statement.wrong.items():
                if sentence not in was or version not in was[sentence].wrong:
                    yield version, f"Django {version}: {page}: {sentence}: found {found or 'that it holds'}"


def _pages(proofs: Proofs) -> Mapping[str, PageProof]:
    return {**proofs.changes, **proofs.guides}


def _version(proofs: Proofs, release: str) -> str:
    return proofs.environments[release].django if release in proofs.environments else release


def _told(result: Result) -> str:
    if result.error:
        return f"{result.status} ({first_line(f'{result.error.type}: {result.error.text}')})"
    said = result.messages[0].category if result.messages else first_line(result.output)
    return f"{result.status} ({said})" if said else result.status
