"""How far a long step is, on one line: `installing packages: 34 of 75`, then `installing packages: 75 in 41 s`.

A terminal sees the line grow; a log has its first and its last state.
"""

import sys
import time
from typing import TextIO


class Progress:
    """Counts the parts of one step. `total`: how many there are to be; `screen`: where it is shown."""

    def __init__(self, what: str, total: int = 0, screen: TextIO | None = None) -> None:
        self.what, self.total, self.count = what, total, 0
        self.screen = screen or sys.stdout
        self.start = time.monotonic()
        self._show(f"{what} ...", "" if self.screen.isatty() else "\n")

    def step(self) -> None:
        """One part is done."""
        self.count += 1
        if self.screen.isatty():
            self._show(f"{self.what}: {self.count} of {max(self.count, self.total)}", "")

    def done(self) -> None:
        """All is done: leave the number and the time."""
        number = f"{self.count} " if self.count else ""
        self._show(f"{self.what}: {number}in {self.seconds} s", "\n")

    def fail(self) -> None:
        """It did not work out: leave the time, and room for the reasons."""
        self._show(f"{self.what}: failed after {self.seconds} s", "\n")

    @property
    def seconds(self) -> int:
        """Whole seconds since the start."""
        return round(time.monotonic() - self.start)

    def _show(self, text: str, end: str) -> None:
        start = "\r\x1b[K" if self.screen.isatty() else ""
        print(f"{start}{text}", end=end, file=self.screen, flush=True)
