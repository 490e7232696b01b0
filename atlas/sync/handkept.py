"""The hand-kept file of support dates: what it lacks for the releases that are out now."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from atlas.sync.shapes import Atlas

FIELDS = ("bug_fixes_end", "security_fixes_end")


def reminders(path: Path, atlas: Atlas) -> Iterator[str]:
    """Lines for whoever keeps the file: releases without support dates, planned ones that are out.

    Reminders, not errors: a sync must not wait until the dates of a new release are announced.
    """
    kept = (yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else None) or {}
    for release in atlas.releases:
        dates = kept.get("releases", {}).get(release) or {}
        missing = [field for field in FIELDS if field not in dates]
        if missing:
            yield f"by hand: {path.name}: releases: {release}: add {' and '.join(missing)}"
        if release in kept.get("planned", {}):
            yield f"by hand: {path.name}: planned: {release}: it is out; remove it there"
