"""`python -m atlas update`: all that follows from a new Django, then the list of what a person must write.

Facts, documentation, locks, environments, defaults and runs are brought up to date, each only where it is behind. An
update that was interrupted goes on where it was; one that finds nothing new changes nothing. Exit status 1 where
a claim no longer holds, or a step could not be done.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from atlas.check.everything import inspect
from atlas.claims import judge
from atlas.decide.to_write import to_write
from atlas.records import patch_lines
from atlas.records.library import Library
from atlas.sync.errors import SyncError
from atlas.update.steps import Stopped, Update
from atlas.update.words import words
from atlas.words.clock import build_date
from atlas.words.problems import Problem, RecordsBroken, told

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Returns the exit status. root: the project's folder."""
    parser = argparse.ArgumentParser(
        prog="python -m atlas update",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--sdist",
        type=Path,
        nargs="+",
        default=[],
        metavar="FILE",
        help="read these Django-X.Y.Z.tar.gz first",
    )
    parser.add_argument(
        "--words",
        type=Path,
        metavar="FOLDER",
        help="do nothing; say what changed since the project that is in FOLDER",
    )
    options = parser.parse_args(arguments)
    if options.words:
        print(words(options.words, root, _to_write(inspect(root)[0], root)), end="")
        return 0
    clock = Clock()
    update = Update(root, options.sdist, clock.say)
    try:
        _run(update, clock)
    except (Stopped, SyncError, RecordsBroken, OSError) as error:
        print(*(f"update: {line}" for line in str(error).splitlines()), sep="\n")
        print("update: stopped; run it again once that is mended: it goes on here")
        return 1
    except KeyboardInterrupt:
        print("update: run it again: it goes on here", file=sys.stderr)
        raise
    return _end(update, root)


class Clock:
    """Prints lines with the seconds since the start."""

    def __init__(self) -> None:
        self.start = time.monotonic()

    def say(self, text: str) -> None:
        """Print one line on standard error."""
        print(f"update: {time.monotonic() - self.start:6.1f} s  {text}", file=sys.stderr, flush=True)


def _run(update: Update, clock: Clock) -> None:
    steps: list[Callable[[], str]] = [
        *(update.facts, update.documentation, update.locks),
        *(update.environments, update.defaults, update.runs),
    ]
    for number, step in enumerate(steps, 1):
        name = f"{number}/{len(steps)} {step.__name__}"
        clock.say(f"{name}: {str(step.__doc__).splitlines()[0]}")
        clock.say(f"{name}: {step() or 'nothing to do'}")


def _end(update: Update, root: Path) -> int:
    """Say what behaves differently, what is wrong, and what is to be written; the exit status."""
    library, problems = inspect(root)
    broken = told(lambda: judge.inspect(root, library))
    moved = update.differences()
    for line in moved:
        print(f"behaves differently: {line}")
    for problem in sorted({*problems, *broken}):
        print(problem)
    wanted = _to_write(library, root)
    for line in wanted:
        print(line)
    print(_summary(moved, broken, problems, wanted))
    if not broken:
        update.finish()
    return 1 if problems or broken else 0


def _to_write(library: Library, root: Path) -> list[str]:
    lines = patch_lines.told(patch_lines.load(root)[0])
    try:
        return [str(one) for one in to_write(library, lines, build_date())]
    except RecordsBroken:  # told with the other problems
        return []


def _summary(moved: list[str], broken: list[Problem], problems: list[Problem], wanted: list[str]) -> str:
    claims = len({problem.path for problem in broken})
    parts = [
        f"{len(moved)} results differ" if moved else "every result is as before",
        f"{claims} pages claim what no longer holds" if claims else "every claim holds",
        f"{len(problems)} to mend" if problems else "",
        f"{len(wanted)} to write" if wanted else "nothing to write",
    ]
    return f"update: {'; '.join(part for part in parts if part)}"


if __name__ == "__main__":
    sys.exit(main())
