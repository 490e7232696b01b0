"""What Django did on Pythons: errors, the first release that runs there, and the page that the search knows them by."""

from pathlib import Path

import pytest

from atlas.facts import python_runs
from atlas.facts.package_runs import Fault, Run
from atlas.facts.python_runs import PythonRun, Runs
from atlas.records.pages import read_page
from atlas.words.problems import RecordsBroken
from macros.tables.pythons import errors

PAGE = Path("docs/reference/pythons.md")
DAY = "2026-11-30"


def ran(django: str, python: str, text: str = "") -> PythonRun:
    faults = (Fault(step="load", type="ModuleNotFoundError", text=text, by="django"),) if text else ()
    return PythonRun(
        django=django, python=python, run=DAY, did=Run(status="fails" if text else "runs", faults=faults)
    )


RUNS: Runs = {
    "4.0": {"3.9": ran("4.0.10", "3.9.18"), "3.13": ran("4.0.10", "3.13.0", "No module named 'cgi'")},
    "4.1": {"3.13": ran("4.1.13", "3.13.0", "No module named 'cgi'")},
    "4.2": {"3.13": ran("4.2.30", "3.13.0")},
}


def test_an_error_has_its_releases_and_the_first_that_runs() -> None:
    (error,) = errors(RUNS)
    assert error.text == "ModuleNotFoundError: No module named 'cgi'"
    assert (error.python, error.releases, error.runs_from) == ("3.13", ("4.0", "4.1"), "4.2")


def test_an_error_that_no_release_mends_says_so() -> None:
    (error,) = errors({"4.1": RUNS["4.1"]})
    assert error.runs_from == ""


def test_what_is_written_is_read_back() -> None:
    text = python_runs.to_json(RUNS)
    assert python_runs.parse(text) == RUNS
    assert text.count("\n") == 12, "a line for each Python"


def test_a_mistake_in_the_file_is_a_line(tmp_path: Path) -> None:
    text = python_runs.to_json(RUNS).replace('"3.9.18"', '"new"')
    (tmp_path / python_runs.NAME).write_text(text, encoding="utf-8")
    with pytest.raises(RecordsBroken) as broken:
        python_runs.load(tmp_path)
    assert "4.0.3.9.python: found 'new', expected a Python such as 3.12.1" in str(broken.value)


def test_the_page_is_found_by_each_error(root: Path) -> None:
    """The search knows a message by the keywords of a page."""
    page = read_page(root / PAGE, PAGE)
    said = {error.text.partition(": ")[2] for error in errors(python_runs.load(root / "data"))}
    assert said
    assert said <= set(page.meta["keywords"])
