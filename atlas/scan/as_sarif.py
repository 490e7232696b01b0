"""The report as SARIF 2.1.0, which editors and code hosts show beside the code.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from typing import Any, Final
from urllib.parse import quote

from atlas.scan.engine import Hit
from atlas.scan.fingerprints import fingerprinted
from atlas.scan.report import Report, when
from atlas.scan.rules import Concerned

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
NAME = "Upgrade Atlas for Django"
#: Of the scanner, as in `pyproject.toml`; a test holds the two together.
VERSION: Final = "1.0"
#: The fingerprint that code hosts know a finding by.
FINGERPRINT: Final = "primaryLocationLineHash"


def document(report: Report) -> dict[str, Any]:
    """One run: a rule per change with rules, a result per place, a notification per thing not seen."""
    rules = [change for change, _ in report.found] + list(report.absent)
    results = [
        {
            "ruleId": change["id"],
            "ruleIndex": index,
            "level": level(change),
            "message": {"text": message(report, change, hit)},
            "locations": [{"physicalLocation": _location(hit.path, hit.line, hit.column)}],
            "partialFingerprints": {FINGERPRINT: fingerprint},
        }
        for index, (change, hits) in enumerate(report.found)
        for hit, fingerprint in fingerprinted(hits)
    ]
    driver: dict[str, Any] = {
        "name": NAME,
        "version": VERSION,
        "rules": [_rule(report, change) for change in rules],
    }
    if report.site:
        driver["informationUri"] = report.site
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def level(change: Concerned) -> str:
    """`error` for what breaks most or many projects on the way, `warning` for few, `note` for what can wait."""
    if change["state"] == "pending":
        return "note"
    return "warning" if change["impact"] == "low" else "error"


def message(report: Report, change: Concerned, hit: Hit) -> str:
    """What is said of a place."""
    said, page = report.fate(hit)
    found = f"{said}. {page}".strip() if said else f"found {hit.what}."
    return f"{change['title']} ({when(change, report.end)}): {found}"


def _rule(report: Report, change: Concerned) -> dict[str, Any]:
    return {
        "id": change["id"],
        "name": change["id"].partition("/")[2].replace("-", " ").title().replace(" ", ""),
        "shortDescription": {"text": change["title"]},
        "fullDescription": {"text": f"{change['title']}: {when(change, report.end)}."},
        "helpUri": report.url(change),
        "help": {"text": f"How to change the code: {report.url(change)}"},
        "defaultConfiguration": {"level": level(change)},
        "properties": {"impact": change["impact"], "kind": change["kind"], "bites": change["necessary_by"]},
    }


def _location(path: str, line: int = 0, column: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = {
        "artifactLocation": {"uri": quote(path.encode("utf-8", "surrogateescape")), "uriBaseId": "%SRCROOT%"}
    }
    if line:
        found["region"] = {"startLine": line, "startColumn": column}
    return found


def _invocation(report: Report) -> dict[str, Any]:
    """The scan ran; what it could not see or read is said, so that silence is not taken for an answer."""
    by_hand = [
        {
            "level": "note",
            "message": {"text": f"Check by hand: {change['title']} ({when(change, report.end)})."},
            "descriptor": {"id": change["id"]},
            "properties": {"url": report.url(change), "reason": change.get("undetectable", "")},
        }
        for change in report.by_hand
    ]
    unread = [
        {
            "level": "warning",
            "message": {"text": f"Not read: {item.reason}."},
            "locations": [{"physicalLocation": _location(item.path)}],
        }
        for item in report.result.unread
    ]
    return {
        "executionSuccessful": True,
        "toolConfigurationNotifications": by_hand,
        "toolExecutionNotifications": unread,
    }
