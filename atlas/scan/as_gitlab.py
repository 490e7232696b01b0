"""The report as GitLab's Code Quality reads it, which shows findings in merge requests.

Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from typing import Any, Final

from atlas.scan.as_sarif import level, message
from atlas.scan.fingerprints import fingerprinted
from atlas.scan.report import Report

SEVERITIES: Final = {"error": "major", "warning": "minor", "note": "info"}


def document(report: Report) -> list[dict[str, Any]]:
    """A row for each place. A fingerprint is told once in a report, so the path is part of it."""
    return [
        {
            "description": message(report, change, hit),
            "check_name": change["id"],
            "fingerprint": f"{hit.path}:{mark}",
            "severity": SEVERITIES[level(change)],
            "location": {"path": hit.path, "lines": {"begin": hit.line}},
        }
        for change, hits in report.found
        for hit, mark in fingerprinted(hits)
    ]
