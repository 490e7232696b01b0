"""Every warning, system check and error that Django said in a recorded run, and the change it leads to."""

from dataclasses import dataclass

from atlas.facts.proofs import Proofs, Result
from atlas.records.change import Change
from atlas.records.library import Library
from atlas.words.versions import sort_key


@dataclass(frozen=True)
class Said:
    """One text with the change whose sample met it. `role`: Before (old code) or After (new code)."""

    category: str
    text: str
    change: Change
    role: str
    releases: tuple[str, ...]


@dataclass(frozen=True)
class Messages:
    """All texts by sort, each sorted by category and text."""

    warnings: list[Said]
    checks: list[Said]
    errors: list[Said]


def messages(library: Library, proofs: Proofs) -> Messages:
    """Collect from the records of all changes; the same text on several releases is one row."""
    found = Messages([], [], [])
    for change in library.changes:
        for role, sample in proofs.of(change.id).samples.items():
            for (sort, category, text), releases in _texts(sample.results).items():
                order = tuple(sorted(releases, key=sort_key))
                getattr(found, sort).append(Said(category, text, change, role, order))
    for rows in (found.warnings, found.checks, found.errors):
        rows.sort(key=lambda said: (said.category, said.text, sort_key(said.change.release), said.change.id))
    return found


def _texts(results: tuple[Result, ...]) -> dict[tuple[str, str, str], set[str]]:
    texts: dict[tuple[str, str, str], set[str]] = {}
    for result in results:
        for message in result.messages:
            sort = "checks" if "." in message.category else "warnings"
            texts.setdefault((sort, message.category, message.text), set()).update(result.releases)
        if result.error:
            key = ("errors", result.error.type, result.error.text)
            texts.setdefault(key, set()).update(result.releases)
    return texts
