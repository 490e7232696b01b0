"""Every check in one list: what `make check` prints, and what a build refuses to start with."""

from collections.abc import Iterator
from pathlib import Path

from atlas.check import (
    addresses,
    claims,
    data_files,
    detection,
    django_links,
    evidence,
    fields,
    guide_claims,
    guides,
    headlines,
    loose_links,
    macro_calls,
    navigation,
    packages,
    page_links,
    patch_lines,
    places,
    references,
    slips,
    speed,
    structure,
    support_dates,
    symbols,
)
from atlas.check.page_links import Sources
from atlas.facts import docs_pages, source_files
from atlas.records import permalinks
from atlas.records.library import Library, load
from atlas.records.pages import Page
from atlas.words.problems import Problem, RecordsBroken, told


def inspect(root: Path) -> tuple[Library, list[Problem]]:
    """The library below `root`, and every problem of its records, sorted by place."""
    library, problems = load(root)
    facts = library.facts
    pages = guides.all_pages(library)
    sources, unreadable = _sources(pages, root)
    problems += [*unreadable, *_of_pages(pages, library, sources), *_of_changes(library)]
    problems += [*detection.check(library.changes), *speed.check(library.changes)]
    if not unreadable:
        problems += told(lambda: addresses.check(root, sources.anchors))
    problems += told(lambda: data_files.check(facts))
    problems += told(lambda: support_dates.check(facts))
    problems += told(lambda: packages.check(facts))
    problems += told(lambda: references.check(library))
    problems += told(lambda: headlines.check(library))
    problems += told(lambda: navigation.check(library))
    problems += told(lambda: places.check(library))
    problems += told(lambda: patch_lines.check(library, root))
    problems += told(lambda: _of_names(library))
    return library, sorted(set(problems))


def _sources(pages: list[Page], root: Path) -> tuple[Sources, list[Problem]]:
    """What links may lead to, and what keeps the addresses of before from being read."""
    try:
        return page_links.read_sources(pages, root, permalinks.read(root)), []
    except RecordsBroken as broken:
        return page_links.read_sources(pages, root, {}), broken.problems


def _of_pages(pages: list[Page], library: Library, sources: Sources) -> Iterator[Problem]:
    """What every page is asked, records and guides."""
    macros, cves = macro_calls.known(library), loose_links.known_cves(library)
    not_yet = guide_claims.not_run_yet(library.facts.root)
    for page in pages:
        yield from page.problems
        if not page.problems:
            yield from guides.check(page)
            yield from macro_calls.check(page, macros)
            if not guides.is_change(page):
                yield from guide_claims.check(page, not_yet)
        yield from page_links.check(page, sources)
        yield from loose_links.check(page, cves)
        yield from slips.check(page)


def _of_names(library: Library) -> Iterator[Problem]:
    """Names and addresses of Django that are in no release. Errors: RecordsBroken for a broken index."""
    docs, code = docs_pages.load(library.facts.data), source_files.load(library.facts.data)
    yield from symbols.check(library, docs, code)
    yield from django_links.in_docs(library.facts.root, django_links.Checker(docs, code))


def _of_changes(library: Library) -> Iterator[Problem]:
    """What the page of each change is asked whose front matter can be read."""
    for page in library.pages:
        if page.path.name != "index.md" and not page.problems:
            yield from fields.check(page)
            yield from structure.check(page)
            yield from evidence.check(page)
            yield from claims.check(page)


def load_or_fail(root: Path) -> Library:
    """The library below `root`. Errors: RecordsBroken with every problem."""
    library, problems = inspect(root)
    if problems:
        raise RecordsBroken(problems)
    return library
