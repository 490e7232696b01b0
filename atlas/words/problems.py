"""One line for each mistake of an author: where it is, what was found, what to do."""

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake in a file that somebody wrote. `line` counts from 1; 0 means the file as a whole."""

    path: Path
    line: int
    field: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{place}: {self.field}: {self.message}" + (f"; {self.remedy}" if self.remedy else "")


class RecordsBroken(Exception):  # noqa: N818 - it is a verdict on the records, not a fault of the program
    """Raised where broken records must stop the work (the site build); carries every problem."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


def told(check: Callable[[], Iterable[Problem]]) -> list[Problem]:
    """The problems that a check finds, those of a file that it could not read included."""
    try:
        return list(check())
    except RecordsBroken as broken:
        return broken.problems


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """The remedy for a misspelt word of a closed list; empty where no word is near."""
    near = difflib.get_close_matches(word, list(allowed), n=1)
    return f"did you mean '{near[0]}'?" if near else ""
