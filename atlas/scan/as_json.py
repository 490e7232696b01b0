"""The report as JSON. `docs/about/detection-rules.md` describes it."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from atlas.scan.engine import Hit
from atlas.scan.report import Report, when
from atlas.scan.rules import Concerned

#: Goes up when something that a reader relies on goes or changes its meaning.
FORMAT = 1
BEYOND_ASCII: Final = re.compile(r"[^\n -~]")


def document(report: Report) -> dict[str, Any]:
    """The whole report as plain data."""
    return {
        "format": FORMAT,
        "from": report.start,
        "to": report.end,
        "files": report.result.files,
        "found": [
            {
                **_change(report, change),
                "hits": [
                    {
                        "path": hit.path,
                        "line": hit.line,
                        "column": hit.column,
                        "what": hit.what,
                        "source": hit.source,
                        **_fate(report, hit),
                    }
                    for hit in hits
                ],
            }
            for change, hits in report.found
        ],
        "not_found": [change["id"] for change in report.absent],
        "check_by_hand": [
            {**_change(report, change), "reason": change.get("undetectable", "")} for change in report.by_hand
        ],
        "not_read": [{"path": item.path, "reason": item.reason} for item in report.result.unread],
    }


def written(document: Any) -> str:
    """A document as JSON, with an escape for every character that steers a terminal or hides."""
    text = json.dumps(document, indent=1, ensure_ascii=False)
    return BEYOND_ASCII.sub(lambda found: found[0] if found[0].isprintable() else _escaped(found[0]), text)


def _escaped(character: str) -> str:
    return json.dumps(character).strip('"')


def _fate(report: Report, hit: Hit) -> dict[str, str | None]:
    """For names that are gone alone: what became of this one, and a page about it."""
    said, page = report.fate(hit)
    return {"became": said, "page": page or None} if said else {}


def _change(report: Report, change: Concerned) -> dict[str, Any]:
    return {
        "change": change["id"],
        "title": change["title"],
        "kind": change["kind"],
        "impact": change["impact"],
        "silent": change.get("silent", False),
        "state": change["state"],
        "bites": change["necessary_by"],
        "when": when(change, report.end),
        "fixable_from": change["fixable_from"],
        "fixer": change.get("fixer", "manual"),
        "url": report.url(change),
    }
