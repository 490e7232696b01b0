"""`make check`: every record validated in seconds, every mistake on a line of its own.

    python -m atlas check [FOLDER]

Also holds every claim against the recorded runs; no Django is run for that.

Exits 0 when all is well, 1 with the problems on standard output otherwise.
"""

import argparse
import sys
from contextlib import suppress
from pathlib import Path

from atlas.check.everything import inspect
from atlas.claims import judge
from atlas.decide import to_write
from atlas.facts import behind
from atlas.records import patch_lines
from atlas.words.problems import RecordsBroken, told

#: Where the pages of releases are, below the project's folder.
PAGES = "docs/releases"


def main(arguments: list[str]) -> int:
    """Print problems or a line of counts; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m atlas check",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path(), help="the project's folder; default: this one"
    )
    root: Path = parser.parse_args(arguments).folder
    if not (root / PAGES).is_dir():
        print(f"{root}: found no {PAGES}/, expected the project's folder", file=sys.stderr)
        return 2
    library, problems = inspect(root)
    # Nothing that was run can be held against newer facts; a file that is broken is among the problems already.
    late = [problem for problem in told(lambda: behind.problems(library.facts)) if problem not in problems]
    problems = [*late, *problems, *([] if late else told(lambda: judge.inspect(root, library)))]
    problems = list(dict.fromkeys(problems))  # a file that cannot be read is told by each check that needs it
    for problem in problems:
        print(problem)
    told_of = patch_lines.told(patch_lines.load(root)[0])
    with suppress(RecordsBroken):
        for one in to_write.of_facts(library, told_of):
            print(one)
    if problems:
        print(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}")
        return 1
    print(
        f"{len(library.changes)} changes and {len(library.release_pages)} release pages are well-formed and proved"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
