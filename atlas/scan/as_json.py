"""The report as JSON. `docs/about/detection-rules.md` describes it."""

from typing import Any

from atlas.scan.report import Report, when
from atlas.scan.rules import Concerned

#: Goes up when something that a reader relies on goes or changes its meaning.
FORMAT = 1


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
