"""A whole project: every marked line is found at the expected place, and nothing else."""

import json
import re
import shutil
from pathlib import Path

import pytest

from atlas.scan.engine import Result, scan_folder, scan_texts
from atlas.scan.source import kind_of
from atlas.scan.tables import DEFAULT

HERE = Path(__file__).parent
PROJECT = HERE / "project"
MARK = re.compile(r"hit:((?: \d\.\d/[\w-]+)+)")
RULES = json.loads((HERE / "rules.json").read_text(encoding="utf-8"))
EXPECTED = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def result() -> Result:
    return scan_folder(PROJECT, RULES)


def test_exactly_the_marked_lines_are_found(result: Result) -> None:
    marked = {
        (path.relative_to(PROJECT).as_posix(), number, change)
        for path in PROJECT.rglob("*.*")
        if path.is_file() and path.suffix != ".pyc"
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1)
        if (mark := MARK.search(line))
        for change in mark[1].split()
    }
    assert {(hit.path, hit.line, hit.change) for hit in result.hits} == marked


def test_places_are_as_expected(result: Result) -> None:
    rows: dict[str, list[list[object]]] = {}
    for hit in result.hits:
        rows.setdefault(hit.path, []).append([hit.line, hit.column, hit.change, hit.rule, hit.what])
    assert rows == EXPECTED["hits"]
    assert result.files == EXPECTED["files"]
    assert [item.path for item in result.unread] == EXPECTED["not_read"]


def test_every_rule_of_the_project_is_met(result: Result) -> None:
    met = {(hit.change, hit.rule) for hit in result.hits}
    rules = {(change["id"], number) for change in RULES for number in range(len(change["rules"]))}
    assert rules - met == {("3.0/python-2-shims", 0)}  # every use of it provides for both releases


def test_texts_at_hand_give_the_same_as_files(result: Result) -> None:
    globs = ["*.js", "requirements*.txt"]
    skipped = ("node_modules/", "scans/", ".hidden/")
    texts = [
        (shown, path.read_text(encoding="latin-1" if "latin" in shown else "utf-8-sig"))
        for path in sorted(PROJECT.rglob("*.*"))
        if kind_of(shown := path.relative_to(PROJECT).as_posix(), globs, DEFAULT)
        and not shown.startswith(skipped)
    ]
    assert scan_texts(texts, RULES).hits == result.hits


def test_two_scans_are_equal_and_do_not_depend_on_the_order_of_files(result: Result, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(PROJECT, copy)
    assert scan_folder(copy, RULES) == result
