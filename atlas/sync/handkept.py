"""The hand-kept file of support dates: what it lacks for the releases that are out now."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from atlas.facts.schema import Atlas

FIELDS = ("bug_fixes_end", "security_fixes_end")


def reminders(path: Path, atlas: Atlas) -> Iterator[str]:
    """Lines for whoever keeps the file: releases without support dates, planned ones that are out.

    Reminders, not errors: a sync must not wait until the dates of a new release are announced.
    """
    try:
        kept = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError):
        yield f"by hand: {path.name}: cannot be read; `make check` says why"
        return
    dates, planned = table(kept, "releases"), table(kept, "planned")
    for release in atlas.releases:
        missing = [field for field in FIELDS if field not in table(dates, release)]
        if missing:
            yield f"by hand: {path.name}: releases: {release}: add {' and '.join(missing)}"
        if release in planned:
            yield f"by hand: {path.name}: planned: {release}: it is out; move it to releases"


def table(value: Any, key: str) -> dict[str, Any]:
    """A table inside a table; an empty one where there is none."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}
