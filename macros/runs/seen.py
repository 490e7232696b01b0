"""What a reader of a broken project sees: the recorded warnings, errors and results of Before, to the letter."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from atlas.records.change import Change
from atlas.words.spans import rows
from macros.build.render import render
from macros.runs.proofs import Proof
from macros.runs.results import Run

#: How long a result may be that is shown beside its old one.
SHORT_OUTPUT = 60
#: Messages that differ in nothing but the release of the documentation that they name are one.
DOCS = re.compile(r"(?<=/en/)\d+\.\d+(?=/)")
#: Raised by a sample's own test, and so never met by a reader.
OWN = "AssertionError"


@dataclass(frozen=True)
class Seen:
    """What is to be seen on some releases. `on`: these in words; `text`: to copy; `mark`: of the run."""

    on: str
    mark: str
    text: str


def seen(change: Change, proof: Proof | None) -> str:
    """Draw it; empty where neither a run nor the record tells anything."""
    order = proof.releases if proof else []
    if proof is None or change.release not in order:
        return render("runs/seen.jinja", change=change, before=None, seen=[]) if change.silent else ""
    place = order.index(change.release)
    before = _old(proof, order[place - 1]) if place else None
    found = list(_since(proof, order[place:], before.text if before else ""))
    if not (found or change.silent):
        return ""
    shown = before if before and change.silent and _is_short(before.text) else None
    return render("runs/seen.jinja", change=change, before=shown, seen=found)


def _since(proof: Proof, releases: Sequence[str], old: str) -> Iterator[Seen]:
    """What Before says on some releases, each text once. old: its result on the release before these."""
    found: dict[str, tuple[Run, str, list[str]]] = {}
    for run in proof.runs.get("Before", ()):
        on = [name for name in releases if name in run.releases]
        for text in _texts(run) if on else ():
            if text != old:
                found.setdefault(DOCS.sub("", text), (run, text, []))[2].extend(on)
    for run, text, on in found.values():
        yield Seen(_in_words(on, proof.releases), run.mark, text)


def _texts(run: Run) -> Iterable[str]:
    """What is shown of a run: not what its own code prints beside a warning or an error."""
    if run.mark == "differs":
        return [text for label, text in run.texts if label == "Output" and _is_short(text)]
    if run.mark == "ok":
        return []
    said = [(label, text) for label, text in run.texts if label not in ("Output", "SQL", OWN)]
    return [f"{label}: {text}" if text else label for label, text in said]


def _old(proof: Proof, release: str) -> Seen | None:
    """The result on a release, where Before ran without a word."""
    for run in proof.runs.get("Before", ()):
        if release in run.releases and run.mark in ("ok", "differs"):
            return Seen(release, run.mark, run.printed)
    return None


def _is_short(text: str) -> bool:
    return 0 < len(text) <= SHORT_OUTPUT and "\n" not in text


def _in_words(releases: Sequence[str], order: Sequence[str]) -> str:
    """`4.1 and 4.2`; `5.0 and later` where it goes on to the newest that was run."""
    parts = []
    for row in rows(releases, list(order)):
        if row[-1] == order[-1] and len(row) > 1:
            parts.append(f"{row[0]} and later")
        else:
            parts.append(f"{row[0]} to {row[-1]}" if len(row) > 2 else " and ".join(row))
    return ", ".join(parts)
