"""The recorded runs of one change, ready to be drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atlas.facts.proofs import Environment, FixerProof, Proofs
from atlas.words.spans import in_words
from atlas.words.versions import sort_key
from macros.runs.results import Run, Segment, runs, segments


@dataclass(frozen=True)
class Proof:
    """The marked runs of a change's samples by role, what the fixer does, and the environments by release."""

    runs: Mapping[str, list[Run]]
    fixer: FixerProof | None
    environments: Mapping[str, Environment]

    def strip(self, order: Sequence[str]) -> dict[str, list[Segment]]:
        """The strip's rows: role to segments."""
        return {role: segments(rows, order) for role, rows in self.runs.items()}

    @property
    def releases(self) -> list[str]:
        """The releases on which something was run, oldest first."""
        return sorted(
            {name for rows in self.runs.values() for run in rows for name in run.releases}, key=sort_key
        )

    @property
    def last_run(self) -> str:
        """The newest day (ISO) on which one of the releases was run."""
        return max(self.environments[name].run for name in self.releases)

    def where(self, run: Run) -> list[tuple[str, list[str]]]:
        """What one result was got with: each Python with the patch releases of Django that ran on it."""
        found: dict[str, list[str]] = {}
        for name in run.releases:
            found.setdefault(self.environments[name].python, []).append(self.environments[name].django)
        return list(found.items())

    def days(self, run: Run) -> list[str]:
        """The days (ISO) on which one result was recorded, oldest first."""
        return sorted({self.environments[name].run for name in run.releases})

    def span(self, run: Run) -> str:
        """The releases of one result in words."""
        return in_words(run.releases, self.releases)


def proof_of(proofs: Proofs, change_id: str) -> Proof | None:
    """The proof of one change; None where nothing is recorded yet."""
    recorded = proofs.of(change_id)
    marked = {role: runs(role, sample.results) for role, sample in recorded.samples.items()}
    return Proof(marked, recorded.fixer, proofs.environments) if marked else None
