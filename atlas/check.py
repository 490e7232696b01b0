"""`make check`: every record validated in seconds, every mistake on a line of its own.

    python -m atlas.check [FOLDER]

Also holds every claim against the recorded runs; no Django is run for that.

Exits 0 when all is well, 1 with the problems on standard output otherwise.
"""

import sys
from pathlib import Path

from atlas import redirects
from atlas.checks import fields, neighbors, references, structure
from atlas.djangodocs import links
from atlas.library import Library, load
from atlas.problems import Problem, RecordsBroken
from atlas.prove import judge
from atlas.scan import witness


def inspect(root: Path) -> tuple[Library, list[Problem]]:
    """The library below `root`, and every problem of its records, sorted by place."""
    library, problems = load(root)
    for page in library.pages:
        problems += neighbors.check(page, root)
        if page.path.name != "index.md" and not page.problems:
            problems += [*fields.check(page), *structure.check(page)]
    problems += [*references.check(library), *witness.check(library.changes)]
    problems += [*links.check(root), *redirects.load(root)[1]]
    return library, sorted(problems)


def load_or_fail(root: Path) -> Library:
    """The library below `root`. Errors: RecordsBroken with every problem."""
    library, problems = inspect(root)
    if problems:
        raise RecordsBroken(problems)
    return library


def main(arguments: list[str]) -> int:
    """Print problems or a line of counts; the exit status."""
    root = Path(arguments[0]) if arguments else Path()
    library, problems = inspect(root)
    problems += judge.inspect(root, library)
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}")
        return 1
    print(
        f"{len(library.changes)} changes and {len(library.release_pages)} release pages are well-formed and proved"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
