"""The hand-kept file of support dates: what it lacks for the releases that are out now."""

from collections.abc import Iterator
from pathlib import Path

from atlas.facts import support_dates
from atlas.facts.schema import Atlas
from atlas.words.problems import RecordsBroken


def reminders(path: Path, atlas: Atlas) -> Iterator[str]:
    """Lines for whoever keeps the file: releases without support dates, planned ones that are out, mistakes in it.

    Reminders, not errors: a sync must not wait until the dates of a new release are announced.
    """
    try:
        dates = support_dates.read(path).dates
    except RecordsBroken as broken:
        yield from (f"by hand: {problem}" for problem in broken.problems)
        return
    for release in atlas.releases:
        if release in dates.planned:
            yield f"by hand: {path.name}: planned: {release}: it is out; move it to releases"
        elif release not in dates.releases:
            yield f"by hand: {path.name}: releases: {release}: add bug_fixes_end and security_fixes_end"
