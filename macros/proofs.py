"""The recorded runs of one change, ready to be drawn. `data/README.md` describes the records."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from atlas.library import Library
from atlas.records import Change
from atlas.vocabulary import ROLES
from macros.strip import Run, Segment, runs, segments, shown, spans


@dataclass(frozen=True)
class Environment:
    """What a release was run with: Django's patch version, Python's, and the day (ISO)."""

    django: str
    python: str
    run: str


@dataclass(frozen=True)
class Proof:
    """The recorded results of a change's samples by role, and the environments by release."""

    results: dict[str, list[dict[str, Any]]]
    environments: dict[str, Environment]

    def strip(self, order: Sequence[str]) -> dict[str, list[Segment]]:
        """The strip's rows: role to segments."""
        return {role: segments(rows, order) for role, rows in self.results.items()}

    @property
    def runs(self) -> dict[str, list[Run]]:
        """Every recorded result by role."""
        return {role: runs(role, rows) for role, rows in self.results.items()}

    @property
    def releases(self) -> list[str]:
        """The releases on which something was run, in the order of the environments' file."""
        used = {name for rows in self.results.values() for row in rows for name in row["releases"]}
        return [name for name in self.environments if name in used]

    @property
    def last_run(self) -> str:
        """The newest day (ISO) on which one of the releases was run."""
        return max(self.environments[name].run for name in self.releases)

    def span(self, run: Run) -> str:
        """The releases of one result in words."""
        return spans(run.releases, list(self.environments))


def of(library: Library, change: Change) -> Proof | None:
    """The proof of one change; None where nothing is recorded yet."""
    folder = library.facts.data / "proof"
    samples = _records(folder / f"{change.release}.json").get(change.id)
    if not samples:
        return None
    environments = {key: Environment(**row) for key, row in _records(folder / "environments.json").items()}
    return Proof(
        {role: shown(role, samples[role]["results"]) for role in ROLES if role in samples}, environments
    )


@cache
def _records(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded
