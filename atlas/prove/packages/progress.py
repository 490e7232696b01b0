"""What a run of hours shows whoever waits for it: how far it is, and how long it will still take."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

WIDTH = 30


class Progress:
    """A bar on a terminal, elsewhere a line for each step. clock: seconds, for tests."""

    def __init__(
        self, total: int, stream: TextIO = sys.stderr, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.total, self.stream, self.clock = total, stream, clock
        self.done, self.start = 0, clock()

    def tell(self, line: str) -> None:
        """Something happened within a step."""
        if self.stream.isatty():
            self.stream.write(f"\r{self._bar()} {line:<60.60}")
        else:
            self.stream.write(f"  {line}\n")
        self.stream.flush()

    def step(self, line: str) -> None:
        """A step is done."""
        self.done += 1
        if self.stream.isatty():
            end = "\n" if self.done >= self.total else ""
            self.stream.write(f"\r{self._bar()} {line:<60.60}".rstrip() + end)
        else:
            self.stream.write(f"{self._bar()} {line}\n")
        self.stream.flush()

    def _bar(self) -> str:
        share = self.done / self.total if self.total else 1.0
        bar = "█" * round(WIDTH * share)
        return f"{bar:·<{WIDTH}} {self.done}/{self.total}, {self.left()} left"

    def left(self) -> str:
        """The time that is left, if the rest goes like the steps that are done."""
        if not self.done:
            return "?"
        seconds = (self.clock() - self.start) / self.done * (self.total - self.done)
        minutes = round(seconds / 60)
        return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"
