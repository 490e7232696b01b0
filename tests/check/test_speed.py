"""An expression that a long text makes slow is refused with its line."""

from pathlib import Path

import pytest

from atlas.check.everything import inspect
from atlas.check.speed import check
from atlas.records.library import load
from atlas.words.problems import Problem
from tests.check.test_detection import PAGE
from tests.project import Project

SAMPLES = """\
```python title="Before"
validators, message = ip_address_validators("ipv4", False)
```"""


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Project:
    return Project(tmp_path, root / "data")


def problems(project: Project, detect: str) -> list[Problem]:
    project.write("4.1/shelves", PAGE.format(detect=detect, samples=SAMPLES))
    library, broken = load(project.root)
    assert not broken
    return check(library.changes)


def test_an_expression_that_is_quick_has_no_problem(project: Project) -> None:
    detect = r"detect: {pattern: '\b\w+\s*,\s*\w+ = ip_address_validators\(', files: python}"
    assert problems(project, detect) == []


def test_an_expression_that_is_slow_is_refused_with_its_line_and_a_text_that_shows_it(
    project: Project,
) -> None:
    detect = "detect:\n  - name: django.utils.timezone.utc\n  - pattern: '\\w+\\s*,\\s*\\w+ = ip'\n    files: python"
    (problem,) = problems(project, detect)
    assert (problem.line, problem.field) == (10, "detect")
    assert "four times as long on twice the text, such as 'a' again and again" in problem.message
    assert r"\b\w+" in problem.remedy
    assert problem in inspect(project.root)[1]


def test_an_alternative_counts_as_the_whole(project: Project) -> None:
    detect = r"detect: {pattern: ['shelf\(', 'setlang[^)]*Accept'], files: python}"
    assert [problem.line for problem in problems(project, detect)] == [8]


def test_a_condition_on_a_value_is_held_to_it_too(project: Project) -> None:
    detect = """detect: {variable: list_display, value: '"\\w+__\\w+"'}"""
    assert len(problems(project, detect)) == 1


def test_large_bounds_within_bounds_are_refused(project: Project) -> None:
    (problem,) = problems(project, r"detect: {pattern: 'x(?:\(a{0,400}\)){0,400}', files: python}")
    assert "up to 160,000 pieces from one place, expected at most 4,000" in problem.message


def test_a_condition_of_the_project_is_held_to_it_too(project: Project) -> None:
    detect = (
        r"detect: {name: django.utils.timezone.utc}"
        + "\nonly_with: {pattern: 'setlang[^)]*Accept', files: python}"
    )
    (problem,) = problems(project, detect)
    assert (problem.line, problem.field) == (9, "only_with")
