"""What people write of patch notes is about entries, releases and pages that there are; each mistake is a line."""

import pytest

from atlas.check.everything import inspect
from atlas.records.patch_lines import load, told
from tests.project import Project

#: A bug fix of 2.2.1 alone.
UNIT = "7d349854"
GOOD = f"""\
{UNIT}:
  text: "`dbshell` on PostgreSQL runs without a password again."
  broke: 2.2
"""
FILE = "docs/releases/2.2/patches.yml"
FIELDS = "keys are hashes of data/patch-notes.json, fields are text, may_break, broke, again and change"


def problems(project: Project, text: str, series: str = "2.2") -> list[str]:
    folder = project.root / "docs/releases" / series
    folder.mkdir(exist_ok=True)
    (folder / "patches.yml").write_text(text, encoding="utf-8")
    return [str(problem) for problem in inspect(project.root)[1]]


def test_a_good_file_has_no_problem_and_is_read(project: Project) -> None:
    assert problems(project, GOOD) == []
    line = told(load(project.root)[0])[UNIT]
    assert (line.text[:9], line.broke, line.again) == ("`dbshell`", "2.2", None)


def test_a_project_without_a_file_tells_nothing(project: Project) -> None:
    assert load(project.root) == ([], [])


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            (UNIT, "00000000"),
            f"{FILE}:1: 00000000: found no entry of this hash in data/patch-notes.json; copy the hash from there",
        ),
        (
            ("broke: 2.2", "broke: 2.2.1"),
            f"{FILE}:3: {UNIT}.broke: found 2.2.1, expected a release before 2.2.1; "
            "name the release that brought the fault",
        ),
        (
            ("broke: 2.2", "again: 2.2.1"),
            f"{FILE}:3: {UNIT}.again: found 2.2.1, expected a release after 2.2.1; "
            "name the release that had to repair it once more",
        ),
        (
            ("broke: 2.2", "again: 2.2.99"),
            f"{FILE}:3: {UNIT}.again: found 2.2.99, which is no release; name one that is out",
        ),
        (
            ("broke: 2.2", "change: 4.1/nothing"),
            f"{FILE}:3: {UNIT}.change: found '4.1/nothing', which is no page; name a page that there is",
        ),
        (
            ("broke: 2.2", "may_break: maybe"),
            f"{FILE}:3: {UNIT}.may_break: found 'maybe', expected true or false; {FIELDS}",
        ),
        (
            ("broke: 2.2", "brake: 2.2"),
            f"{FILE}:3: {UNIT}.brake: unknown field; {FIELDS}",
        ),
    ],
)
def test_a_mistake_is_one_line(project: Project, change: tuple[str, str], expected: str) -> None:
    assert problems(project, GOOD.replace(*change)) == [expected]


def test_an_entry_in_the_file_of_another_series_is_told(project: Project) -> None:
    assert problems(project, GOOD, "3.0") == [
        f"docs/releases/3.0/patches.yml:1: {UNIT}: its oldest release is 2.2.1; move it to {FILE}"
    ]


def test_a_file_that_is_no_yaml_is_told(project: Project) -> None:
    (problem,) = problems(project, f"{UNIT}:\n\ttext: x")
    assert problem.startswith(f"{FILE}:2: file: not valid YAML")
