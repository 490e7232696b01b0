"""`python -m atlas scan` as people and machines call it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from atlas.scan.__main__ import main
from tests.project import GOOD, NO_RULE, Project
from tests.scan.catalog import CATALOG

Output = pytest.CaptureFixture[bytes]

OLD = "from django.conf.urls import url\n"


@pytest.fixture
def rules(tmp_path: Path) -> str:
    path = tmp_path / "rules.json"
    path.write_text(json.dumps(CATALOG), encoding="utf-8")
    return str(path)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


def test_it_exits_0_when_nothing_is_found(project: Path, rules: str, capfdbinary: Output) -> None:
    assert main([str(project), "--from", "3.2", "--to", "4.1", "--rules", rules]) == 0
    assert b"Nothing found" in capfdbinary.readouterr().out


def test_it_exits_1_when_something_is_found(project: Path, rules: str, capfdbinary: Output) -> None:
    (project / "a.py").write_text(OLD)
    assert main([str(project), "--from", "3.2.12", "--to", "4.1", "--rules", rules]) == 1
    assert b"a.py:1:30: from django.conf.urls import url" in capfdbinary.readouterr().out


def test_the_newest_release_is_the_default(project: Path, rules: str, capfdbinary: Output) -> None:
    main([str(project), "--from", "3.2", "--rules", rules])
    assert capfdbinary.readouterr().out.startswith(b"Django 3.2 to 5.0: 0 files")


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_other_formats_are_json(name: str, project: Path, rules: str, capfdbinary: Output) -> None:
    (project / "a.py").write_text(OLD)
    assert main([str(project), "--from", "3.2", "--to", "4.1", "--format", name, "--rules", rules]) == 1
    assert "4.0/url" in json.dumps(json.loads(capfdbinary.readouterr().out))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--from", "3.3", "--to", "4.1"], "--from: found '3.3', expected one of 3.2, 4.0, 4.1, 4.2, 5.0"),
        (["--from", "3.2", "--to", "4.1b1"], "--to: found '4.1b1', expected one of"),
        (["--from", "4.1", "--to", "3.2.4"], "--to: 3.2.4 is older than 4.1; there is nothing to scan for"),
        (["--from", "3.2", "--rules", "no.json"], "rules: [Errno 2] No such file or directory: 'no.json'"),
    ],
)
def test_it_exits_2_and_says_why_when_it_cannot_run(
    arguments: list[str], message: str, project: Path, rules: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([str(project), "--rules", rules, *arguments]) == 2
    assert message in capfd.readouterr().err


def test_all_mistakes_are_told_at_once(rules: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["nowhere", "--from", "9", "--to", "x", "--rules", rules]) == 2
    assert [line.split(":")[0] for line in capfd.readouterr().err.splitlines()] == [
        "--from",
        "--to",
        "FOLDER",
    ]


@pytest.mark.parametrize(
    "text", ["[]", "{}", "not json", '{"format": 1, "releases": []}', '{"format": 3, "releases": []}']
)
def test_a_file_that_has_no_rules_is_refused(
    text: str, project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.json").write_text(text)
    assert main([str(project), "--from", "3.2", "--rules", str(tmp_path / "bad.json")]) == 2
    assert capfd.readouterr().err.startswith("rules: ")


SHAPE_FAULTS = [
    ({"tables": []}, "tables: found a list, expected an object"),
    ({"tables": {**CATALOG["tables"], "word": 3}}, "tables.word: found 3, expected a text"),
    ({"tables": {**CATALOG["tables"], "word": "("}}, "tables.word: found '(', expected a regular expression"),
    ({"releases": ["newest"]}, "releases: found 'newest', expected feature releases such as 4.1"),
    ({"releases": []}, "releases: found '', expected feature releases such as 4.1"),
    ({"changes": {}}, "changes: found an object, expected a list"),
]
CHANGE_FAULTS = [
    ({"title": None}, "changes[0].title: found None, expected a text"),
    ({"id": "x"}, "changes[0].id: found 'x', expected a change such as 4.1/logout-by-post"),
    ({"kind": "added"}, "changes[0].kind: found 'added', expected one of changed, deprecated, removed, req"),
    ({"kind": "deprecated"}, "changes[0].removed: found '', expected a feature release"),
    ({"impact": "huge"}, "changes[0].impact: found 'huge', expected one of high, medium, low"),
    ({"fixable_from": "soon"}, "changes[0].fixable_from: found 'soon', expected a release"),
    ({"silent": 1}, "changes[0].silent: found 1, expected true or false"),
    ({"rules": [{"name": "x"}]}, "changes[0].rules[0].name: found 'x', expected a list"),
    ({"rules": [{"scope": "x"}]}, "changes[0].rules[0].scope: found 'x', expected one of module, class"),
    ({"rules": [{"call": ["x"], "passes": [None]}]}, "changes[0].rules[0].passes[0]: found None"),
    ({"rules": [{"pattern": ["x"]}]}, "changes[0].rules[0].files: missing"),
    ({"rules": [{"pattern": ["("], "files": []}]}, "changes[0].rules[0]: found '(', expected a regular"),
]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        *SHAPE_FAULTS,
        *(({"changes": [{**CATALOG["changes"][0], **row}]}, said) for row, said in CHANGE_FAULTS),
    ],
)
def test_a_file_of_rules_that_is_not_what_it_should_be_is_refused_in_one_line(
    fields: dict[str, Any], message: str, project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(json.dumps({**CATALOG, **fields}))
    assert main([str(project), "--from", "3.2", "--rules", str(path)]) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith(f"rules: {path}: {message}")


def test_a_file_of_rules_may_have_fields_that_come_later(project: Path, tmp_path: Path) -> None:
    (tmp_path / "new.json").write_text(json.dumps({**CATALOG, "later": 1}))
    assert main([str(project), "--from", "3.2", "--rules", str(tmp_path / "new.json")]) == 0


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no\x1b[2J", r"there is no no\x1b[2J"),
        ("x" * 5000, "cannot be read (File name too long)"),
        ("a/b", "there is no a/b"),
        ("circle", "circle cannot be read (Too many levels of symbolic links)"),
        ("pipe", "pipe is neither a folder nor a file"),
        ("notes.txt", "notes.txt is no file in which a rule looks for anything"),
    ],
)
def test_what_cannot_be_scanned_is_one_line(
    name: str,
    message: str,
    project: Path,
    rules: str,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(project)
    (project / "a").touch()
    (project / "notes.txt").touch()
    (project / "circle").symlink_to("circle")
    os.mkfifo(project / "pipe")
    assert main([name, "--from", "3.2", "--rules", rules]) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("FOLDER: ")
    assert message in line


def test_a_file_that_is_no_python_is_said_and_the_rest_is_scanned(
    project: Path, rules: str, capfdbinary: Output
) -> None:
    (project / "a.py").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (project / "b.py").write_text(OLD)
    assert main([str(project), "--from", "3.2", "--to", "4.1", "--rules", rules]) == 1
    printed = capfdbinary.readouterr().out
    assert b"    a.py: not text\n" in printed
    assert b"b.py:1:30" in printed


def test_a_file_of_rules_brings_its_own_tables(project: Path, tmp_path: Path, capfdbinary: Output) -> None:
    tables = {**CATALOG["tables"], "skipped_folders": ["shop"], "largest_file": len(OLD)}
    (tmp_path / "own.json").write_text(json.dumps({**CATALOG, "tables": tables}))
    for name in ("shop", "node_modules"):
        (project / name).mkdir()
        (project / name / "a.py").write_text(OLD)
        (project / name / "b.py").write_text(f"{OLD}\n")
    assert main([str(project), "--from", "3.2", "--rules", str(tmp_path / "own.json")]) == 1
    printed = capfdbinary.readouterr().out
    assert b"node_modules/a.py:1:30" in printed
    assert b"node_modules/b.py: too large" in printed
    assert b"shop/" not in printed


def test_with_a_file_of_rules_the_standard_library_is_enough(project: Path, rules: str, root: Path) -> None:
    (project / "a.py").write_text(OLD)
    # -S: no site-packages, so neither pydantic nor PyYAML can be imported.
    command = [sys.executable, "-S", "-m", "atlas.scan", str(project), "--from", "3.2", "--to", "4.1"]
    done = subprocess.run([*command, "--rules", rules], cwd=root, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "")
    assert "a.py:1:30" in done.stdout


def test_names_that_a_terminal_cannot_show_do_not_stop_it(
    project: Path, rules: str, capfdbinary: Output
) -> None:
    (project / os.fsdecode(b"\xff.py")).write_text(OLD)
    assert main([str(project), "--from", "3.2", "--to", "4.1", "--rules", rules]) == 1
    assert b"\\udcff.py:1:30" in capfdbinary.readouterr().out
    assert main([str(project), "--from", "3.2", "--to", "4.1", "--rules", rules, "--format", "sarif"]) == 1


@pytest.fixture
def pages(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Pages of its own for the command to read."""
    checkout = Project(tmp_path / "checkout", root / "data")
    (checkout.root / "mkdocs.yml").write_text("site_url: https://atlas.example/\n")
    monkeypatch.setattr("atlas.scan.__main__.ROOT", checkout.root)
    return checkout


def test_without_a_file_the_rules_of_the_pages_are_used(
    project: Path, pages: Project, capfdbinary: Output
) -> None:
    pages.write("4.1/shelves", GOOD.replace(NO_RULE, "detect: {name: django.conf.urls.url}\n"))
    (project / "a.py").write_text(OLD)
    assert main([str(project), "--from", "3.2", "--to", "5.0"]) == 1
    assert b"https://atlas.example/releases/4.1/shelves/" in capfdbinary.readouterr().out


def test_pages_with_mistakes_are_told_instead_of_left_out(
    project: Path, pages: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    path = pages.write("4.1/shelves", GOOD.replace("impact: low", "impact: lo"))
    assert main([str(project), "--from", "3.2", "--to", "5.0"]) == 2
    assert f"{path}:6: impact: found 'lo'" in capfd.readouterr().err
