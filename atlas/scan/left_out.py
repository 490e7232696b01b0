"""Findings that a team has decided on: known from a baseline file, or ignored by a comment in the code."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from atlas.scan.engine import Hit
from atlas.scan.fingerprints import fingerprinted
from atlas.scan.report import Report

#: Of baseline files.
FORMAT: Final = 1
#: `upgrade-atlas: ignore[4.0/x, imports/5.0]`, in a comment of any language.
IGNORE: Final = re.compile(r"upgrade-atlas: ignore\[([^\]]{0,400})\]")
#: Path, then change, to the fingerprints of its places.
Known = dict[str, dict[str, list[str]]]


def is_ignored(hit: Hit) -> bool:
    """Whether the line says that this change is to be ignored in it."""
    return any(
        hit.change in (one.strip() for one in found[1].split(",")) for found in IGNORE.finditer(hit.source)
    )


def without_ignored(report: Report) -> Report:
    """A report without what the code itself says to ignore."""
    found = [
        (change, tuple(hit for hit in hits if not is_ignored(hit)), len(hits))
        for change, hits in report.found
    ]
    return replace(
        report,
        found=tuple((change, hits) for change, hits, _ in found if hits),
        ignored=sum(count - len(hits) for _, hits, count in found),
    )


def without_known(report: Report, known: Known) -> Report:
    """A report with new findings alone. known: from `read`."""
    found = [
        (
            change,
            tuple(
                hit
                for hit, mark in fingerprinted(hits)
                if mark not in known.get(hit.path, {}).get(hit.change, ())
            ),
            len(hits),
        )
        for change, hits in report.found
    ]
    return replace(
        report,
        found=tuple((change, hits) for change, hits, _ in found if hits),
        known=sum(count - len(hits) for _, hits, count in found),
    )


def written(report: Report) -> str:
    """A baseline file that knows all findings of a report."""
    known: Known = {}
    for _, hits in report.found:
        for hit, mark in fingerprinted(hits):
            known.setdefault(hit.path, {}).setdefault(hit.change, []).append(mark)
    return json.dumps({"format": FORMAT, "findings": known}, indent=1, sort_keys=True) + "\n"


def read(path: Path) -> Known:
    """The findings of a baseline file. Errors: OSError, or ValueError with one line."""
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path} is not JSON ({error})") from None
    if (
        not isinstance(loaded, dict)
        or loaded.get("format") != FORMAT
        or not _is_known(loaded.get("findings"))
    ):
        raise ValueError(f"{path} is no baseline in format {FORMAT}; --write-baseline writes one")
    known: Known = loaded["findings"]
    return known


def _is_known(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(changes, dict) and all(isinstance(marks, list) for marks in changes.values())
        for changes in value.values()
    )
