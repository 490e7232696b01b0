"""How many findings may be left: as many as the list says, never more, and a lower number is asked for."""

import json
from pathlib import Path

import pytest

from tools.ceilings import LEFT, verdict
from tools.web_scripts import findings


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which two findings of one rule may be left."""
    (tmp_path / LEFT.parent).mkdir(parents=True)
    (tmp_path / LEFT).write_text(json.dumps({"scripts": {"no-var": 2}}), encoding="utf-8")
    return tmp_path


def test_as_many_as_before_pass(project: Path) -> None:
    assert verdict(project, "scripts", {"no-var": ["one", "two"]}) == 0


def test_one_more_is_an_error_that_lists_all(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verdict(project, "scripts", {"no-var": ["one", "two", "three"]}) == 1
    assert "three\nscripts: no-var: found 3, at most 2 may be left\n" in capsys.readouterr().out


def test_of_a_rule_that_is_not_listed_none_may_be_left(project: Path) -> None:
    assert verdict(project, "scripts", {"eqeqeq": ["one"]}) == 1


def test_fewer_than_before_ask_for_the_lower_number(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verdict(project, "scripts", {"no-var": ["one"]}) == 0
    assert "no-var: only 1 of 2 are left; write the lower number" in capsys.readouterr().out


def test_an_error_of_a_script_can_never_be_left(tmp_path: Path) -> None:
    message = {"line": 3, "column": 5, "message": "Expected '==='.", "ruleId": "eqeqeq", "severity": 2}
    said = json.dumps([{"filePath": str(tmp_path / "a.js"), "messages": [message]}])
    assert findings(tmp_path, said) == {"errors": ["a.js:3:5: eqeqeq: Expected '==='."]}


def test_the_real_list_allows_no_errors(root: Path) -> None:
    left = json.loads((root / LEFT).read_text(encoding="utf-8"))
    assert "errors" not in left["scripts"]
