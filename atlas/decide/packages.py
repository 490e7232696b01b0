"""What the runs of a package say, release by release and hop by hop, beside what its authors declare.

Only what was tried is said. Versions are compared as Python's own tools do it.
Source: https://packaging.python.org/en/latest/specifications/version-specifiers/
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from packaging.version import Version

from atlas.facts.package_runs import Declared, Fault, PackageRuns, ReleaseRuns, Run
from atlas.facts.packages import Recipe
from atlas.records.change import Change

#: How a failed import names what is missing: `cannot import name 'x' from 'django.y'`, `No module named 'django.y'`.
NO_NAME: Final = re.compile(r"cannot import name '(\w+)' from '(django[\w.]*)'")
NO_MODULE: Final = re.compile(r"No module named '(django[\w.]*)'")
NO_ATTRIBUTE: Final = re.compile(r"module '(django[\w.]*)' has no attribute '(\w+)'")


@dataclass(frozen=True)
class Cell:
    """A package on a release. runs: what is recorded, None where nothing is.

    smallest, newest: versions that ran; smallest only where it was searched for to the end. declared: whether the
    classifiers of `newest` name the release, None where they name no release at all.
    """

    release: str
    runs: ReleaseRuns | None
    smallest: str | None
    newest: str | None
    declared: bool | None

    @property
    def tried(self) -> int:
        """How many versions were tried."""
        return len(self.runs.runs) if self.runs else 0


@dataclass(frozen=True)
class Bridge:
    """A hop. version: the newest that ran on both sides, None where none did; known: whether both sides were run."""

    before: str
    after: str
    version: str | None
    known: bool


@dataclass(frozen=True)
class Failed:
    """A version that ran into faults on releases: the first fault, and the change that may have caused it."""

    version: str
    releases: tuple[str, ...]
    fault: Fault
    declared: bool
    cause: Change | None


@dataclass(frozen=True)
class PackageView:
    """A package as pages show it. runs: None where it has not been run yet."""

    name: str
    recipe: Recipe
    runs: PackageRuns | None
    cells: tuple[Cell, ...]
    bridges: tuple[Bridge, ...]
    failed: tuple[Failed, ...]

    @property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day on which releases were run; None where none was."""
        found = sorted(row.run for row in self.runs.releases.values()) if self.runs else []
        return (found[0], found[-1]) if found else None

    def on(self, release: str) -> Cell:
        """The cell of a release. Errors: StopIteration for one that is none."""
        return next(cell for cell in self.cells if cell.release == release)


def views(
    recipes: Mapping[str, Recipe],
    runs: Mapping[str, PackageRuns],
    releases: Sequence[str],
    changes: Sequence[Change] = (),
) -> dict[str, PackageView]:
    """All packages by name. releases: feature releases that are out, oldest first; changes: that may be causes."""
    causes = by_symbol(changes)
    return {name: view(name, recipe, runs.get(name), releases, causes) for name, recipe in recipes.items()}


def view(
    name: str, recipe: Recipe, runs: PackageRuns | None, releases: Sequence[str], causes: Mapping[str, Change]
) -> PackageView:
    """One package. causes: changes by the full names of what they are about."""
    cells = tuple(_cell(release, runs) for release in releases)
    bridges = tuple(_bridge(before, after) for before, after in pairwise(cells))
    return PackageView(
        name, recipe, runs, cells, bridges, tuple(_failed(runs, releases, causes)) if runs else ()
    )


def by_symbol(changes: Sequence[Change]) -> dict[str, Change]:
    """Changes that force work by the full names of what they are about; the one that removes it goes first."""
    found: dict[str, Change] = {}
    for change in sorted(
        changes, key=lambda change: (change.kind not in ("removed", "deprecated"), change.id)
    ):
        if change.forces_work:
            for symbol in change.symbols:
                found.setdefault(symbol, change)
    return found


def cause(fault: Fault, causes: Mapping[str, Change]) -> Change | None:
    """The change that took away what a failed import names; None where no page is about it."""
    if found := NO_NAME.search(fault.text):
        return causes.get(f"{found[2]}.{found[1]}")
    if found := NO_ATTRIBUTE.search(fault.text):
        return causes.get(f"{found[1]}.{found[2]}")
    found = NO_MODULE.search(fault.text)
    return causes.get(found[1]) if found else None


def _cell(release: str, runs: PackageRuns | None) -> Cell:
    row = runs.releases.get(release) if runs else None
    if not (runs and row and row.ran):
        return Cell(release, row, None, None, None)
    newest = row.ran[-1]
    smallest = row.ran[0] if "smallest" in row.searched else None
    return Cell(release, row, smallest, newest, _declares(runs.versions.get(newest), release))


def _declares(said: Declared | None, release: str) -> bool | None:
    return release in said.classifiers if said and said.classifiers else None


def _bridge(before: Cell, after: Cell) -> Bridge:
    rows = before.runs, after.runs
    both = set(rows[0].ran) & set(rows[1].ran) if rows[0] and rows[1] else set()
    known = bool(before.newest and after.newest)
    return Bridge(before.release, after.release, max(both, key=Version) if both else None, known)


def _failed(runs: PackageRuns, releases: Sequence[str], causes: Mapping[str, Change]) -> list[Failed]:
    """Versions that failed, newest first; releases on which one failed with the same words are together."""
    found: dict[tuple[str, str, str], list[tuple[str, Run]]] = {}
    for release in releases:
        for version, run in (runs.releases[release].runs if release in runs.releases else {}).items():
            if run.status == "fails":
                fault = run.faults[0]
                found.setdefault((version, fault.step, fault.text), []).append((release, run))
    rows = []
    for (version, _, _), failures in found.items():
        fault = failures[0][1].faults[0]
        declared = any(_declares(runs.versions.get(version), release) for release, _ in failures)
        reason = next((one for fault in failures[0][1].faults if (one := cause(fault, causes))), None)
        rows.append(Failed(version, tuple(release for release, _ in failures), fault, declared, reason))
    return sorted(rows, key=lambda row: Version(row.version), reverse=True)
