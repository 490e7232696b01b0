"""Every check in one list: what `make check` prints, and what a build refuses to start with."""

from pathlib import Path

from atlas.check import claims, detection, django_links, evidence, fields, page_links, references, structure
from atlas.records import redirects
from atlas.records.library import Library, load
from atlas.words.problems import Problem, RecordsBroken


def inspect(root: Path) -> tuple[Library, list[Problem]]:
    """The library below `root`, and every problem of its records, sorted by place."""
    library, problems = load(root)
    for page in library.pages:
        problems += page_links.check(page, root)
        if page.path.name != "index.md" and not page.problems:
            problems += [
                *fields.check(page),
                *structure.check(page),
                *evidence.check(page),
                *claims.check(page),
            ]
    problems += [*references.check(library), *detection.check(library.changes)]
    problems += [*django_links.check(root), *redirects.load(root)[1]]
    return library, sorted(problems)


def load_or_fail(root: Path) -> Library:
    """The library below `root`. Errors: RecordsBroken with every problem."""
    library, problems = inspect(root)
    if problems:
        raise RecordsBroken(problems)
    return library
