"""What a team may leave out of a scan: by change, by impact, by a baseline, by comments, by their configuration."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from atlas.scan import configuration
from atlas.scan.__main__ import main
from tests.scan.catalog import CATALOG

OLD = "from django.conf.urls import url\n"
AJAX = "request.is_ajax()\n"
Scan = Callable[..., Any]

#: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/]"},
                    "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer"}}},
                },
            },
        },
    },
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "a.py").write_text(OLD + AJAX)
    return folder


@pytest.fixture
def scan(tmp_path: Path, project: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Scan:
    """Scans the project; gives the status and what is printed, as data where it is JSON."""
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps(CATALOG), encoding="utf-8")

    def scanned(*arguments: str, move: bool = True, form: str = "json") -> tuple[int, Any]:
        way = ["--from", "3.2", "--to", "4.1"] if move else []
        status = main([str(project), *way, "--rules", str(rules), "--format", form, *arguments])
        out, error = capfdbinary.readouterr()
        if out.startswith((b"{", b"[")):
            return status, json.loads(out)
        return status, (out + error).decode()

    return scanned


def ids(told: Any) -> list[str]:
    return [row["change"] for row in told["found"]]


def test_all_changes_are_looked_for(scan: Scan) -> None:
    assert ids(scan()[1]) == ["4.0/url", "4.0/is-ajax"]


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (["--only", "4.0/url"], ["4.0/url"]),
        (["--only", "4.0/url,4.0/is-ajax"], ["4.0/url", "4.0/is-ajax"]),
        (["--only", "4.0/url", "--only", "4.0/is-ajax"], ["4.0/url", "4.0/is-ajax"]),
        (["--only", "4.0"], ["4.0/url", "4.0/is-ajax"]),
        (["--only", "4.1"], []),
        (["--impact", "high"], ["4.0/url"]),
        (["--impact", "medium"], ["4.0/url", "4.0/is-ajax"]),
    ],
)
def test_some_changes_are_chosen(only: list[str], found: list[str], scan: Scan) -> None:
    status, told = scan(*only)
    assert ids(told) == found
    assert status == (1 if found else 0)


def test_imports_that_die_are_of_the_highest_impact(scan: Scan, project: Path) -> None:
    (project / "a.py").write_text("import django.utils.old\n")
    assert ids(scan("--impact", "high")[1]) == ["imports/4.0"]
    assert ids(scan("--only", "imports")[1]) == ["imports/4.0"]
    assert ids(scan("--only", "4.0/url")[1]) == []


def test_a_finding_is_no_failure_where_that_is_asked_for(scan: Scan) -> None:
    status, told = scan("--exit-zero")
    assert (status, ids(told)) == (0, ["4.0/url", "4.0/is-ajax"])
    assert scan("--exit-zero", "--only", "4.0/ulr")[0] == 2


def test_a_baseline_leaves_new_findings_alone(scan: Scan, project: Path, tmp_path: Path) -> None:
    file = str(tmp_path / "baseline.json")
    assert scan("--write-baseline", file) == (0, f"{file} knows 2 places now; --baseline leaves them out.\n")
    assert scan("--baseline", file)[0] == 0
    (project / "a.py").write_text(f"# Moved down.\n\n{OLD}if True:\n    {AJAX}{AJAX}")
    status, told = scan("--baseline", file)
    assert status == 1
    assert [(row["change"], [hit["line"] for hit in row["hits"]]) for row in told["found"]] == [
        ("4.0/is-ajax", [6])
    ]
    assert " 2 known from the baseline." in scan("--baseline", file, form="text")[1]


def test_a_baseline_knows_a_place_in_its_own_file_alone(scan: Scan, project: Path, tmp_path: Path) -> None:
    file = str(tmp_path / "baseline.json")
    scan("--write-baseline", file)
    (project / "b.py").write_text(OLD)
    assert [hit["path"] for row in scan("--baseline", file)[1]["found"] for hit in row["hits"]] == ["b.py"]


@pytest.mark.parametrize(
    "text", ["", "[]", '{"format": 2, "findings": {}}', '{"format": 1, "findings": {"a": 3}}']
)
def test_a_file_that_is_no_baseline_is_one_line(text: str, scan: Scan, tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(text)
    status, said = scan("--baseline", str(tmp_path / "b.json"))
    assert (status, said.count("\n")) == (2, 1)
    assert "b.json is no" in said


@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
def test_a_baseline_that_is_not_there_is_one_line(option: str, scan: Scan) -> None:
    status, said = scan(option, "/no/such/folder/b.json")
    assert (status, said.count("\n")) == (2, 1)
    assert "/no/such/folder/b.json" in said


@pytest.mark.parametrize(
    ("comment", "found"),
    [
        ("  # upgrade-atlas: ignore[4.0/url]", ["4.0/is-ajax"]),
        ("  # upgrade-atlas: ignore[4.0/is-ajax, 4.0/url] for the old admin", ["4.0/is-ajax"]),
        ("  # upgrade-atlas: ignore[4.0/is-ajax]", ["4.0/url", "4.0/is-ajax"]),
        ("  # upgrade-atlas: ignore", ["4.0/url", "4.0/is-ajax"]),
        ("  # upgrade-atlas: ignore[4.0]", ["4.0/url", "4.0/is-ajax"]),
    ],
)
def test_a_comment_ignores_the_change_that_it_names(
    comment: str, found: list[str], scan: Scan, project: Path
) -> None:
    (project / "a.py").write_text(OLD.rstrip() + comment + "\n" + AJAX)
    assert ids(scan()[1]) == found


def test_what_comments_ignore_is_counted(scan: Scan, project: Path) -> None:
    (project / "a.py").write_text(AJAX.rstrip() + "  # upgrade-atlas: ignore[4.0/is-ajax]\n")
    status, said = scan(form="text")
    assert status == 0
    assert " 1 ignored by comments in the code." in said


def test_gitlab_gets_its_code_quality_format(scan: Scan, project: Path) -> None:
    (project / "a.py").write_text(OLD + AJAX + AJAX)
    (project / "b.py").write_text(AJAX)
    status, rows = scan(form="gitlab")
    jsonschema.validate(rows, CODE_QUALITY)
    assert status == 1
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 4
    assert rows[0]["location"] == {"path": "a.py", "lines": {"begin": 1}}
    assert (rows[0]["check_name"], rows[0]["severity"]) == ("4.0/url", "major")
    assert "https://" not in rows[0]["description"] or rows[0]["description"].startswith("url() is gone")


def configure(project: Path, text: str) -> None:
    (project / "pyproject.toml").write_text(
        f'[tool.ruff]\nselect = ["E"]\n\n[tool.upgrade-atlas]\n{text}\n[tool.x]\ny = 1\n'
    )


def test_options_may_stand_in_the_project(scan: Scan, project: Path, tmp_path: Path) -> None:
    configure(project, 'from = "3.2"\nto = "4.1"\nonly = [\n  "4.0/url",  # the worst\n  "4.0/is-ajax",\n]\n')
    assert ids(scan(move=False)[1]) == ["4.0/url", "4.0/is-ajax"]
    assert ids(scan("--only", "4.0/url", move=False)[1]) == ["4.0/url"], "what is typed counts"
    scan("--write-baseline", str(project / "known.json"), move=False)
    configure(project, 'from = "3.2"\nto = "4.1"\nbaseline = "known.json"')
    assert scan(move=False)[0] == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("form = 3", "has 'form', expected one of from, to, impact, baseline, only"),
        ("from = 3", "from: found 3, expected a text"),
        ('only = "4.0"', "only: found '4.0', expected a list of texts"),
        ('only = ["4.0/ulr"]', "there is no change '4.0/ulr'; did you mean '4.0/url'?"),
        ('impact = "huge"', "impact: found 'huge', expected one of high, medium, low"),
        ("from = = 3", "pyproject.toml cannot be read"),
        ("", "--from: missing; name the Django you run"),
    ],
)
def test_a_mistake_in_the_configuration_is_one_line(
    text: str, message: str, scan: Scan, project: Path
) -> None:
    configure(project, text)
    way = ["--from", "3.2"] if text and "from" not in text else []
    status, said = scan(*way, move=False)
    assert (status, said.count("\n")) == (2, 1), said
    assert message in said


@pytest.mark.parametrize(
    "text",
    [
        'from = "3.2"',
        'from = "3.2"  # what we run\n\n# more\nto="5.2"',
        "from = '3.2'",
        'only = ["4.0/x", "4.1"]',
        'only = [\n  "4.0/x",  # [one]\n  "4.1",\n]\nfrom = "3.2"',
        "only = []",
        "",
    ],
)
def test_an_old_python_reads_the_same_configuration(text: str, tmp_path: Path) -> None:
    configure(tmp_path, text)
    written = (tmp_path / "pyproject.toml").read_text()
    assert configuration.by_hand(written) == configuration.read(tmp_path)


@pytest.mark.parametrize("text", ["from = 2026-01-01", "from.x = 3", 'from = """3.2', "only = ["])
def test_what_an_old_python_cannot_read_is_said(text: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=f"Python {sys.version_info[0]}"):
        configuration.by_hand(f"[tool.upgrade-atlas]\n{text}\n")


def test_a_configuration_outside_of_the_folder_is_not_read(scan: Scan, project: Path, tmp_path: Path) -> None:
    configure(tmp_path, 'impact = "secret"')
    (project / "pyproject.toml").symlink_to(tmp_path / "pyproject.toml")
    assert scan()[0] == 1
