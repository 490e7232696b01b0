"""The report as SARIF: what editors and code hosts need to show it beside the code."""

import json
import tomllib
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from atlas.scan import as_sarif
from tests.scan.catalog import report

SCHEMA = json.loads((Path(__file__).parent / "sarif.schema.json").read_text(encoding="utf-8"))
CODE = "from django.conf.urls import url\nfrom django.utils.timezone import utc\n"


def run(folder: Path, **files: str) -> dict[str, Any]:
    document = as_sarif.document(report(folder, **files))
    assert list(Draft7Validator(SCHEMA).iter_errors(document)) == []
    assert document["version"] == "2.1.0"
    found: dict[str, Any] = document["runs"][0]
    return found


def test_nothing_found_has_rules_and_notes_but_no_results(tmp_path: Path) -> None:
    found = run(tmp_path, a_py="x = 1")
    assert found["results"] == []
    assert [rule["id"] for rule in found["tool"]["driver"]["rules"]] == [
        "4.0/url",
        "4.0/is-ajax",
        "4.1/timezone-utc",
    ]
    notes = found["invocations"][0]["toolConfigurationNotifications"]
    assert notes[0]["descriptor"] == {"id": "4.1/search"}


def test_a_result_names_its_change_and_place(tmp_path: Path) -> None:
    found = run(tmp_path, a_py=CODE)
    first, second = found["results"]
    assert first["ruleId"] == "4.0/url"
    assert first["level"] == "error"
    assert first["message"]["text"] == "url() is gone (removed in 4.0): found django.conf.urls.url."
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a.py", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 1, "startColumn": 30},
    }
    assert (second["ruleId"], second["level"]) == ("4.1/timezone-utc", "note")


def test_each_result_points_to_its_rule_and_each_rule_to_its_page(tmp_path: Path) -> None:
    found = run(tmp_path, a_py=CODE)
    rules = found["tool"]["driver"]["rules"]
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert rules[0]["helpUri"] == "https://atlas.example/releases/4.0/url/"


def test_levels_follow_impact_and_urgency() -> None:
    assert as_sarif.level({"state": "breaks", "impact": "high"}) == "error"
    assert as_sarif.level({"state": "breaks", "impact": "medium"}) == "error"
    assert as_sarif.level({"state": "breaks", "impact": "low"}) == "warning"
    assert as_sarif.level({"state": "pending", "impact": "high"}) == "note"


def test_paths_are_relative_and_escaped(tmp_path: Path) -> None:
    (tmp_path / "my shop é").mkdir()
    (tmp_path / "my shop é" / "a#b.py").write_text(CODE, encoding="utf-8")
    found = run(tmp_path)
    location = found["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "my%20shop%20%C3%A9/a%23b.py"


def test_a_file_that_could_not_be_read_is_a_notification(tmp_path: Path) -> None:
    found = run(tmp_path, a_py="from django.conf.urls import url; print 1")
    notes = found["invocations"][0]["toolExecutionNotifications"]
    assert notes[0]["level"] == "warning"
    assert notes[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a.py"


def fingerprints(found: dict[str, Any]) -> list[str]:
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in found["results"]]


def test_the_tool_says_its_version(tmp_path: Path, root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert run(tmp_path, a_py="")["tool"]["driver"]["version"] == project["version"]


def test_a_finding_keeps_its_fingerprint_where_lines_shift_and_blanks_change(tmp_path: Path) -> None:
    before = fingerprints(run(tmp_path, a_py=CODE))
    after = fingerprints(run(tmp_path, a_py=f"# Why we do this\n\nif True:\n    {CODE.splitlines()[0]}\n"))
    assert before[:1] == after
    assert len(set(before)) == 2


def test_other_code_has_another_fingerprint(tmp_path: Path) -> None:
    before = fingerprints(run(tmp_path, a_py="request.is_ajax()"))
    assert fingerprints(run(tmp_path, a_py="self.request.is_ajax()")) != before


def test_lines_that_are_alike_are_numbered_in_each_file(tmp_path: Path) -> None:
    found = run(tmp_path, a_py="request.is_ajax()\n" * 2, b_py="request.is_ajax()\n")
    ends = [fingerprint.rpartition(":") for fingerprint in fingerprints(found)]
    assert [number for *_, number in ends] == ["1", "2", "1"]
    assert len({digest for digest, *_ in ends}) == 1


def test_a_name_that_is_no_text_has_a_fingerprint_too(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"request.is_ajax()  # \xff\n")
    assert len(fingerprints(run(tmp_path))) == 1
