"""What is done behind, while pages are looked at: everything that takes all pages, and all checks."""

import time
from collections.abc import Callable
from threading import Thread
from typing import Final

from preview.failures import Failed
from preview.handed import GATHERED
from preview.moments import Shown
from preview.processes import Gone
from preview.say import Say

#: Seconds without another change before anything begins, and more before all pages are gathered unless somebody waits.
QUIET: Final = 0.5
LONG_QUIET: Final = 1.5
#: Lines that are printed of what is wrong; `make check` prints all.
MOST_LINES: Final = 10


class Behind:
    """say: prints a line. told: called when problems are known, in another thread."""

    def __init__(self, say: Say, told: Callable[[], None]) -> None:
        self.say, self.told = say, told
        self._said: dict[str, list[str]] = {}

    def begin(self, shown: Shown) -> None:
        """Begin soon, and return at once."""
        if shown.site:
            for work in (self._check, self._gather):
                Thread(target=work, args=(shown,), daemon=True).start()

    def _check(self, shown: Shown) -> None:
        shown.ended.wait(QUIET)
        problems = self._have(shown, "check")
        if problems is not None:
            shown.problems = problems
            self._say_of("check", problems)
            self.told()

    def _gather(self, shown: Shown) -> None:
        shown.ended.wait(QUIET)
        shown.wanted.wait(LONG_QUIET)
        began = time.perf_counter()
        if self._have(shown, "gather", shown.folder / GATHERED) is not None:
            self._said["gather"] = []
            self.say(f"search and everything else that takes all pages: {time.perf_counter() - began:.1f} s")
        shown.gathered.set()

    def _have(self, shown: Shown, task: str, *given: object) -> list[str] | None:
        """Have a process do something; what it answers, or None where that came to nothing."""
        try:
            answer: list[str] | None = None if shown.over else shown.aside(task, *given)
            return None if shown.over else answer
        except Gone:
            return None
        except Failed as failed:
            lines = [*failed.failure.problems, *failed.failure.places]
            self._say_of(task, [f"{task}: {line}" for line in lines])
            return None

    def _say_of(self, task: str, lines: list[str]) -> None:
        """Say what is wrong, unless that was the last that was said of the task."""
        if lines != self._said.get(task, []):
            more = [f"and {len(lines) - MOST_LINES} more: make check"] * (len(lines) > MOST_LINES)
            for line in [*lines[:MOST_LINES], *more] or ["all problems are mended"]:
                self.say(line)
        self._said[task] = lines
