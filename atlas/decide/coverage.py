"""How much of Django's own notes this site stands for: nothing is left out silently."""

from dataclasses import dataclass

from atlas.facts.schema import Unit
from atlas.records.library import Library


@dataclass(frozen=True)
class LeftOut:
    """A unit of the official notes that has no page, and the reason."""

    unit: Unit
    reason: str


@dataclass(frozen=True)
class Coverage:
    """Units of one release's official notes: all, those with a page, those left out with a reason.

    unnoted: pages on changes that no unit of any release's notes stands for.
    """

    release: str
    total: int
    covered: int
    left_out: tuple[LeftOut, ...]
    unnoted: int

    @property
    def accounted(self) -> int:
        """Units with a page or a reason."""
        return self.covered + len(self.left_out)

    @property
    def open(self) -> int:
        """Units that nobody has looked at yet."""
        return self.total - self.accounted


def coverage(library: Library, release: str) -> Coverage:
    """Count one release. A release without official notes (a planned one) has no units."""
    units = [unit for unit in library.facts.notes.get(release, ()) if unit.unit]
    reasons = reasons_of(library)
    covered = [unit for unit in units if unit.hash in library.by_unit]
    left_out = [
        LeftOut(unit, reasons[unit.hash])
        for unit in units
        if unit.hash in reasons and unit.hash not in library.by_unit
    ]
    unnoted = sum(not change.covers for change in library.of_release(release))
    return Coverage(release, len(units), len(covered), tuple(left_out), unnoted)


def reasons_of(library: Library) -> dict[str, str]:
    """Every unit that is left out, with its reason, in order of hash."""
    found = {
        unit: reason for page in library.release_pages.values() for unit, reason in page.uncovered.items()
    }
    return dict(sorted(found.items()))
