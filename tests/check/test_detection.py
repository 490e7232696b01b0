"""Every rule held against its own page."""

from pathlib import Path

import pytest

from atlas.check.detection import check
from atlas.records.library import load
from atlas.words.problems import Problem
from tests.project import Project

PAGE = """\
---
title: Shelves close on Sundays
summary: Asking for a shelf on a Sunday fails from this release on.
kind: removed
area: auth
impact: low
fixer: manual
{detect}
covers: []
---
Shelves rest.

## Before and after
{samples}
"""
PYTHON = """\
```python title="Before"
from django.utils.timezone import utc
print(utc)
```
```python title="After"
from datetime import timezone
print(timezone.utc)
```"""


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Project:
    return Project(tmp_path, root / "data")


def problems(project: Project, detect: str, samples: str = PYTHON, kind: str = "removed") -> list[Problem]:
    text = PAGE.format(detect=detect, samples=samples).replace("kind: removed", f"kind: {kind}")
    if kind == "added":
        text = text.replace("impact: low\nfixer: manual\n", "")
    project.write("4.1/shelves", text)
    library, broken = load(project.root)
    assert not broken
    return check(library.changes)


def test_a_rule_that_finds_before_and_not_after_has_no_problem(project: Project) -> None:
    assert problems(project, "detect: {name: django.utils.timezone.utc}") == []


def test_a_condition_that_nothing_on_the_page_shows_is_a_problem(project: Project) -> None:
    detect = "detect: {name: django.utils.timezone.utc}\nonly_with:\n  - call: print\n  - method: shelf"
    detect = detect.replace("call: print", "name: datetime.timezone.utc")
    (problem,) = problems(project, detect)
    assert str(problem) == (
        "docs/releases/4.1/shelves.md:11: only_with: rule 2 (method) finds nothing in any code on the page;"
        " correct the rule, or show what it looks for"
    )


def test_before_is_found_whatever_else_is_in_the_project(project: Project) -> None:
    assert (
        problems(project, "detect: {name: django.utils.timezone.utc}\nonly_with: {name: datetime.timezone}")
        == []
    )


def test_a_rule_that_finds_nothing_in_before_is_a_problem(project: Project) -> None:
    detect = "detect:\n  - name: django.utils.timezone.utc\n  - method: shelf"
    assert [str(problem) for problem in problems(project, detect)] == [
        "docs/releases/4.1/shelves.md:10: detect: rule 2 (method) finds nothing in Before, expected a hit;"
        " correct the rule, or show in Before what it looks for"
    ]


def test_a_rule_that_finds_something_in_after_is_a_problem(project: Project) -> None:
    found = [str(problem) for problem in problems(project, "detect:\n  - attribute: utc\n    on: timezone")]
    assert found == [
        "docs/releases/4.1/shelves.md:9: detect: rule 1 (attribute) finds 'utc' in After"
        " (sample.py, line 2: 'print(timezone.utc)'), expected no hit; narrow the rule, or correct After",
        "docs/releases/4.1/shelves.md:9: detect: rule 1 (attribute) finds nothing in Before, expected a hit;"
        " correct the rule, or show in Before what it looks for",
    ]


def test_a_change_that_forces_work_needs_a_rule_or_a_reason(project: Project) -> None:
    (problem,) = problems(project, "silent: true")
    assert (problem.line, problem.field, problem.message) == (
        4,
        "detect",
        "missing, and kind removed needs it",
    )
    assert "undetectable" in problem.remedy
    assert problems(project, "undetectable: nobody writes the day of the week into code") == []


def test_a_rule_beside_a_reason_why_there_is_none_is_a_problem(project: Project) -> None:
    detect = "undetectable: nobody writes the day into code\ndetect: {name: django.utils.timezone.utc}"
    assert [problem.field for problem in problems(project, detect)] == ["undetectable"]


@pytest.mark.parametrize(
    "field", ["detect: {name: django.utils.timezone.utc}", "undetectable: it cannot be seen"]
)
def test_a_page_that_forces_no_work_has_neither(project: Project, field: str) -> None:
    (problem,) = problems(project, field, kind="added")
    assert problem.message == "found on a page of kind added, which forces no work"


def test_a_reason_has_to_say_something(project: Project) -> None:
    project.write("4.1/shelves", PAGE.format(detect="undetectable: no", samples=PYTHON))
    _, broken = load(project.root)
    assert [problem.field for problem in broken] == ["undetectable"]


def test_a_rule_without_before_is_a_problem(project: Project) -> None:
    (problem,) = problems(project, "detect: {name: django.utils.timezone.utc}", samples="")
    assert problem.message == "the page has no Before that a rule can read, expected one"


def test_templates_settings_and_files_are_witnesses_too(project: Project) -> None:
    samples = """\
```console title="Before"
python manage.py check
```
```html+django title="Before: shop/templates/a.html"
{% ifequal a b %}{% endifequal %}
```
```python title="Before: settings.py"
USE_L10N = True
```
```python title="shop/urls.py"
urlpatterns = []
```
```html+django title="After"
{% if a == b %}{% endif %}
```"""
    detect = "detect:\n  - tag: ifequal\n  - setting: USE_L10N"
    assert problems(project, detect, samples) == []
    shared = samples.replace("urlpatterns = []", "USE_L10N = False")
    (problem,) = problems(project, detect, shared)
    assert "in After (shop/urls.py, line 1: 'USE_L10N = False')" in problem.message


def test_a_template_sample_of_its_own_is_read_as_a_template(project: Project) -> None:
    samples = "\n".join(
        f'```html+django title="{role}"\n{tag}\n```'
        for role, tag in (("Before", "{% ifequal a b %}"), ("After", "{% if a == b %}"))
    )
    assert problems(project, "detect: {tag: ifequal}", samples) == []


def test_a_setting_left_at_its_default_is_found_because_the_sample_project_has_settings(
    project: Project,
) -> None:
    samples = (
        '```python title="Before"\nprint(1)\n```\n```python title="After: settings.py"\nUSE_TZ = False\n```'
    )
    assert problems(project, "detect: {unset: USE_TZ}", samples) == []
    without = '```python title="Before"\nprint(1)\n```\n```python title="After"\nprint(1)\n```'
    assert (
        "finds 'USE_TZ is not set' in After"
        in problems(project, "detect: {unset: USE_TZ}", without)[0].message
    )
