"""What the dates in `data/support.yml` must say of each other, of their sources, and of the releases that are out."""

from collections.abc import Iterator

from atlas.facts import support_dates
from atlas.facts.django import Facts
from atlas.facts.schema import ReleaseFacts
from atlas.facts.support_dates import Dated, Ends, SupportFile
from atlas.words.dates import When
from atlas.words.problems import Problem, did_you_mean
from atlas.words.versions import sort_key


def check(facts: Facts) -> Iterator[Problem]:
    """Every mistake in what the file says. Errors: RecordsBroken with every mistake in its form."""
    file = support_dates.read(facts.data / "support.yml")
    yield from _sources(file)
    yield from _covered(file, facts.releases)
    yield from _ends(file, facts.releases)
    yield from _planned(file, facts.releases)


def _values(file: SupportFile) -> Iterator[tuple[tuple[str, ...], Dated]]:
    """Every value with a source, and its keys."""
    for table, rows in (("releases", file.dates.releases), ("planned", file.dates.planned)):
        for release, row in rows.items():
            for name in type(row).model_fields:
                if isinstance(value := getattr(row, name), Dated):
                    yield (table, release, name), value


def _sources(file: SupportFile) -> Iterator[Problem]:
    known, used = file.dates.sources, set()
    for keys, value in _values(file):
        used.add(value.source)
        if value.source not in known:
            message = f"found '{value.source}', expected one of {', '.join(known)}"
            remedy = did_you_mean(value.source, known) or "add it under `sources`"
            yield file.problem((*keys, "source"), message, remedy)
    for name in known:
        if name not in used:
            yield file.problem(("sources", name), "no value names this source", "take it out")


def _covered(file: SupportFile, releases: dict[str, ReleaseFacts]) -> Iterator[Problem]:
    dates = file.dates
    for release in releases:
        if release in dates.planned:
            remedy = "move its two dates to `releases`: date and lts come from releases.json now"
            yield file.problem(("planned", release), f"is out since {releases[release].date}", remedy)
        elif release not in dates.releases:
            remedy = "add bug_fixes_end and security_fixes_end, each with `date` and `source`"
            yield file.problem(("releases", release), "missing, and releases.json has it", remedy)
    for release in dates.releases:
        if release not in releases:
            message = f"is not out: releases.json has {', '.join(releases)}"
            remedy = did_you_mean(release, releases) or "move it to `planned`, with `lts` and `date`"
            yield file.problem(("releases", release), message, remedy)


def _ends(file: SupportFile, releases: dict[str, ReleaseFacts]) -> Iterator[Problem]:
    for release, row in file.dates.releases.items():
        if release in releases:
            came = When.parse(releases[release].date)
            yield from _in_order(file, ("releases", release), row, came)
    for release, planned in file.dates.planned.items():
        yield from _in_order(file, ("planned", release), planned, planned.date.date)


def _in_order(file: SupportFile, keys: tuple[str, str], row: Ends, came: When) -> Iterator[Problem]:
    """A release comes, its bug fixes end, its security fixes end. A month counts as any of its days."""
    bugs, security = row.bug_fixes_end, row.security_fixes_end
    if bugs.date.last < came.first:
        message = f"found {bugs.date.iso}, expected a day after the release on {came.iso}"
        yield file.problem((*keys, "bug_fixes_end"), message, _look(file, bugs))
    if security.date.last < bugs.date.first:
        message = f"found {security.date.iso}, expected a day after the end of bug fixes on {bugs.date.iso}"
        yield file.problem((*keys, "security_fixes_end"), message, _look(file, security))


def _planned(file: SupportFile, releases: dict[str, ReleaseFacts]) -> Iterator[Problem]:
    """A planned release has a higher number, and a later date, than every release before it."""
    newest = max(releases, key=sort_key)
    before, came = newest, When.parse(releases[newest].date)
    for release in sorted(file.dates.planned, key=sort_key):
        row = file.dates.planned[release]
        if release in releases:
            continue
        if sort_key(release) < sort_key(newest):
            message = f"found a release before {newest}, which is out"
            yield file.problem(("planned", release), message, "take it out, or correct its number")
            continue
        if row.date.date.last < came.first:
            message = f"found {row.date.date.iso}, expected a day after {before} on {came.iso}"
            yield file.problem(("planned", release, "date"), message, _look(file, row.date))
        before, came = release, row.date.date


def _look(file: SupportFile, value: Dated) -> str:
    source = file.dates.sources.get(value.source)
    return f"compare with {source.address}" if source else "compare with its source"
