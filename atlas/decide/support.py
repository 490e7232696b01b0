"""Support windows of feature releases, and what each is worth on a given day.

Bug fixes and security fixes last through the day on which they end. Where only the month is known
they last until that month is over: nobody can say on which of its days they stop.
"""

from dataclasses import dataclass
from datetime import date

from atlas.facts.django import Facts
from atlas.facts.support_dates import SHOWN, Ends
from atlas.words.dates import When, long_ago
from atlas.words.problems import Problem, RecordsBroken
from atlas.words.versions import sort_key


@dataclass(frozen=True)
class Window:
    """One feature release: when it came (or is planned to come) and when its support ends."""

    release: str
    lts: bool
    planned: bool
    released: When
    bug_fixes_end: When
    security_fixes_end: When

    @property
    def name(self) -> str:
        """`Django 4.2 LTS`."""
        return f"Django {self.label}"

    @property
    def label(self) -> str:
        """`4.2 LTS`."""
        return f"{self.release} LTS" if self.lts else self.release

    def status(self, today: date) -> str:
        """A key of `vocabulary.STATUSES`. A planned release stays planned until `data/` knows its date."""
        if self.planned or today < self.released.first:
            return "planned"
        if not self.bug_fixes_end.over(today):
            return "bug-fixes"
        return "ended" if self.security_fixes_end.over(today) else "security"

    def supported(self, today: date) -> bool:
        """Whether it gets fixes of any sort."""
        return self.status(today) in ("bug-fixes", "security")

    def until(self, today: date) -> str:
        """What to read after the status: `for January 2028`, `until April 2027`, `more than 2 years ago`."""
        end = self.security_fixes_end
        return {
            "planned": f"for {self.released.text}",
            "bug-fixes": f"until {self.bug_fixes_end.text}",
            "security": f"until {end.text}",
            "ended": long_ago(end, today) or end.placed,
        }[self.status(today)]


def windows(facts: Facts) -> dict[str, Window]:
    """Every release with its support, oldest first, planned ones last.

    Errors: RecordsBroken where `data/support.yml` has a mistake, or lacks a release.
    """
    ends, planned = facts.support.releases, facts.support.planned
    problems: list[Problem] = []
    found: list[Window] = []
    for release, known in facts.releases.items():
        if row := ends.get(release) or planned.get(release):
            found.append(_window(release, known.lts, False, When.parse(known.date), row))
        else:
            remedy = "add bug_fixes_end and security_fixes_end, each with `date` and `source`"
            problems.append(Problem(SHOWN, 0, f"releases.{release}", "missing", remedy))
    if problems:
        raise RecordsBroken(problems)
    coming = ((release, row) for release, row in planned.items() if release not in facts.releases)
    found += [_window(release, row.lts, True, row.date.date, row) for release, row in coming]
    return {window.release: window for window in sorted(found, key=lambda one: sort_key(one.release))}


def _window(release: str, lts: bool, planned: bool, came: When, ends: Ends) -> Window:
    return Window(release, lts, planned, came, ends.bug_fixes_end.date, ends.security_fixes_end.date)


def newer(release: str, known: dict[str, Window]) -> list[Window]:
    """The releases after this one that are out, oldest first."""
    return [
        window
        for window in known.values()
        if not window.planned and sort_key(window.release) > sort_key(release)
    ]


def move_to(release: str, known: dict[str, Window], today: date) -> list[Window]:
    """Where to go from a release: the newest supported LTS release after it, and the newest release.

    One window where they are the same, none where nothing newer is supported.
    """
    alive = [window for window in newer(release, known) if window.supported(today)]
    lts = [window for window in alive if window.lts][-1:]
    return [*lts, *(window for window in alive[-1:] if window not in lts)]
