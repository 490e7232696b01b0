"""A page with evidence: what stands where, and which words call for a run."""

from pathlib import Path

import pytest

from atlas.check import claims, evidence
from atlas.check.detection import check_change
from atlas.check.everything import inspect
from atlas.check.structure import check as check_structure
from atlas.records.library import load
from atlas.records.pages import read_page
from tests.project import Project

PAGE = """\
---
title: The function len() refuses shelves
summary: A shelf has no length from this release on, and asking for it raises an error.
kind: changed
area: models
impact: low
fixer: manual
detect: {call: catalog.shelves.length}
covers: []
---
A shelf lost its length.

## Before and after
Count the books.
```python title="Before: catalog/views.py"
from catalog.shelves import length
size = length(1)
```
```python title="After: catalog/views.py"
size = 2
```

## Who is affected
You are affected if you measure shelves.

## Evidence
```python title="Run"
from catalog.views import size
print(size)
```
```python title="Holds on 4.1-: the length of a shelf is refused"
assert True
```
### Who is affected
```python title="Holds everywhere: a shelf is a shelf"
assert True
```
```python title="Found: under another name"
from catalog.shelves import length as how_long
how_long(2)
```
```python title="Not found: a length of another module"
from catalog.boxes import length
length(2)
```
"""


def said(tmp_path: Path, old: str = "", new: str = "") -> list[str]:
    assert old in PAGE
    file = tmp_path / "x.md"
    file.write_text(PAGE.replace(old, new, 1) if old else PAGE, encoding="utf-8")
    page = read_page(file, Path("docs/releases/4.1/x.md"))
    found = [*check_structure(page), *evidence.check(page), *claims.check(page)]
    return [str(problem).removeprefix("docs/releases/4.1/x.md:") for problem in found]


def test_a_good_page_has_no_problem(tmp_path: Path) -> None:
    assert said(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "size = 2",
            "size = 2\nprint(size)",
            "21: fence: found print() in After: catalog/views.py, code that readers paste;"
            " move it into a fence titled Run below `## Evidence`",
        ),
        ("size = 2", 'client.get("/")', "20: fence: found the test client in After: catalog/views.py"),
        ("size = 2", "assert size", "20: fence: found assert in After: catalog/views.py"),
        (
            "## Evidence\n",
            "",
            "30: fence: 'Holds on 4.1-: the length of a shelf is refused' stands on a page without",
        ),
        ('title="Run"', 'title="Round"', "26: Run: Before has code, and nothing says what is done with it"),
        (
            "## Evidence\n",
            '## Evidence\n```python title="After: catalog/urls.py"\nx = 1\n```\n',
            "27: fence: 'After: catalog/urls.py' stands below `## Evidence`",
        ),
        (
            "## Who is affected\n",
            '```python title="Holds everywhere: two is two"\nassert 2\n```\n## Who is affected\n',
            "23: fence: 'Holds everywhere: two is two' stands above `## Evidence`",
        ),
        (
            "You are affected if",
            "Nothing else does. You are affected if",
            None,
        ),
        (
            "Count the books.",
            "Count the books. From 4.1 on it never works.",
            "14: claim: 'From 4.1 on' in 'From 4.1 on it never works.' and no statement for it;"
            " run it: a statement under `### Before and after`; or cut it",
        ),
        ("Count the books.", "It takes 30 seconds.", "14: claim: '30' in 'It takes 30 seconds.'"),
        ("Count the books.", "See `never` and [all](always.md), 4.1, #12345 and 5.2.1.", None),
        ("## Who is affected\nYou", "## Going back\nYou", "heading: `## Who is affected` is missing"),
        (
            "Holds everywhere: a shelf is a shelf",
            "Holds everywhere: the length of a shelf is refused",
            "35: Holds: 'the length of a shelf is refused' is the claim of line 31, too, and a claim has one record;"
            " say what is different, or make one of the two",
        ),
    ],
)
def test_each_mistake_is_a_line(tmp_path: Path, old: str, new: str, line: str | None) -> None:
    found = said(tmp_path, old, new)
    assert (found == []) if line is None else any(line in one for one in found), found


def test_a_page_without_statements_says_so(tmp_path: Path) -> None:
    text = PAGE.partition('```python title="Holds on')[0]
    file = tmp_path / "x.md"
    file.write_text(text, encoding="utf-8")
    (found,) = evidence.check(read_page(file, Path("x.md")))
    assert str(found) == (
        "x.md:26: Holds: no statement is run; say what the page claims, as in `Holds on 5.0-: a GET answers 405`"
    )


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("", "", None),
        ("how_long(2)", "how_long", "detect: no rule finds 'Found: under another name'; widen a rule"),
        (
            "from catalog.boxes",
            "from catalog.shelves",
            "detect: rule 1 finds 'catalog.shelves.length' in 'Not found: a",
        ),
        ('```python title="Found: under', '```text title="Found: under', "needs a path; say `Found in PATH`"),
        (
            "detect: {call: catalog.shelves.length}",
            "undetectable: no code tells it",
            "needs rules; add `detect:`",
        ),
        (
            "detect: {call: catalog.shelves.length}",
            "detect: [{call: catalog.shelves.length}, {name: catalog.x.y}]",
            "rule 2 (name) finds nothing in Before",
        ),
    ],
)
def test_forms_are_found_or_not_as_they_say(project: Project, old: str, new: str, line: str | None) -> None:
    project.write("4.1/x", PAGE.replace(old, new, 1) if old else PAGE)
    library, problems = load(project.root)
    assert problems == []
    found = [str(problem) for problem in check_change(library.changes[0])]
    assert (found == []) if line is None else any(line in one for one in found), found


def test_make_check_says_all_of_it(project: Project) -> None:
    project.write("4.1/x", PAGE.replace("Count the books.", "It never counts.").replace("how_long(2)", ""))
    found = "\n".join(map(str, inspect(project.root)[1]))
    assert "claim: 'never'" in found and "no rule finds" in found
