"""Every check in one list: what `make check` prints, and what a build refuses to start with."""

from pathlib import Path

from atlas.check import (
    claims,
    data_files,
    detection,
    django_links,
    evidence,
    fields,
    guides,
    macro_calls,
    navigation,
    page_links,
    patch_lines,
    references,
    speed,
    structure,
    support_dates,
)
from atlas.records import redirects
from atlas.records.library import Library, load
from atlas.words.problems import Problem, RecordsBroken, told


def inspect(root: Path) -> tuple[Library, list[Problem]]:
    """The library below `root`, and every problem of its records, sorted by place."""
    library, problems = load(root)
    facts = library.facts
    pages = guides.all_pages(library)
    macros = macro_calls.known(library)
    for page in pages:
        problems += page.problems
        if not page.problems:
            problems += [*guides.check(page), *macro_calls.check(page, macros)]
    for page in library.pages:
        problems += page_links.check(page, root)
        if page.path.name != "index.md" and not page.problems:
            problems += [
                *fields.check(page),
                *structure.check(page),
                *evidence.check(page),
                *claims.check(page),
            ]
    problems += [*detection.check(library.changes), *speed.check(library.changes)]
    problems += redirects.load(root)[1]
    problems += told(lambda: data_files.check(facts))
    problems += told(lambda: support_dates.check(facts))
    problems += told(lambda: references.check(library))
    problems += told(lambda: navigation.check(library))
    problems += told(lambda: patch_lines.check(library, root))
    problems += told(lambda: django_links.check(root))
    return library, sorted(set(problems))


def load_or_fail(root: Path) -> Library:
    """The library below `root`. Errors: RecordsBroken with every problem."""
    library, problems = inspect(root)
    if problems:
        raise RecordsBroken(problems)
    return library
