"""Guides: which words and commands call for a run, and where evidence is."""

from pathlib import Path

import pytest

from atlas.check.everything import inspect
from atlas.check.guide_claims import NOT_RUN_YET, check
from atlas.records.pages import read_page
from tests.project import Project

GUIDE = """\
---
title: A guide
description: What this test reads.
---
Look at your shelves.

## Move them
Move one after the other.

```console
$ python manage.py check
System check identified no issues.
```

## Evidence
```python title="Holds everywhere: shelves are there"
assert Book.objects.count()
```
### Move them
```console title="Holds everywhere: the check runs"
$ python manage.py check
```
"""


def said(tmp_path: Path, old: str = "", new: str = "", listed: bool = False) -> list[str]:
    assert old in GUIDE
    file = tmp_path / "x.md"
    file.write_text(GUIDE.replace(old, new, 1) if old else GUIDE, encoding="utf-8")
    page = read_page(file, Path("docs/upgrade/x.md"))
    found = check(page, frozenset({"upgrade/x"} if listed else ()))
    return [str(problem).removeprefix("docs/upgrade/x.md:") for problem in found]


def test_a_guide_whose_sentences_and_commands_are_run_is_right(tmp_path: Path) -> None:
    assert said(tmp_path) == []
    assert said(tmp_path, "Move one", "Never move more than one, since 4.1; move one") == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "### Move them\n",
            "",
            None,
        ),
        (
            "## Move them\n",
            "## Move them\nNothing is lost.\n\n## Then\nNothing is broken.\n",
            "11: claim: 'Nothing' in 'Nothing is broken.' and no statement for it;"
            " run it: a statement under `### Then`; or cut it",
        ),
        (
            "$ python manage.py check\nSystem",
            "$ python manage.py check --deploy\nSystem",
            "11: command: `python manage.py check --deploy` is printed and not run; run it as it is printed:"
            " a statement in console below `## Evidence`; or cut it",
        ),
        (
            "## Move them\n",
            '```python title="Holds everywhere: one is one"\nassert 1\n```\n## Move them\n',
            "7: fence: 'Holds everywhere: one is one' is not below `## Evidence`; move it there",
        ),
        ("## Evidence\n", "", "15: fence: 'Holds everywhere: shelves are there' is not below `## Evidence`"),
        (
            "$ python manage.py check\n```\n",
            "$ python manage.py check\n```\n\n## And then\n",
            "24: heading: ",
        ),
        (
            "Holds everywhere: shelves",
            "Holds with After everywhere: shelves",
            "16: fence: found 'Holds with After",
        ),
        ("Holds everywhere: shelves are there", "Run", "16: fence: found 'Run', expected `Holds on …: …`"),
        ("Holds everywhere: shelves are there", "Holds: so", "16: fence: found title 'Holds: so', expected"),
        (
            "the check runs",
            "shelves are there",
            "20: Holds: 'shelves are there' is the claim of line 16, too",
        ),
    ],
)
def test_each_mistake_is_a_line(tmp_path: Path, old: str, new: str, line: str | None) -> None:
    found = said(tmp_path, old, new)
    assert (found == []) if line is None else any(one.startswith(line) for one in found), found


def test_a_guide_without_evidence_is_asked_for_a_run_of_each_claim(tmp_path: Path) -> None:
    text = GUIDE.partition("## Evidence")[0].replace("Move one", "Never move two. Move one")
    file = tmp_path / "x.md"
    file.write_text(text, encoding="utf-8")
    found = [str(problem) for problem in check(read_page(file, Path("docs/x.md")))]
    assert [line.split(": ")[1] for line in found] == ["claim", "command"]


def test_the_commands_of_a_guide_that_is_walked_need_no_statement(tmp_path: Path) -> None:
    walked = "---\ntitle: A guide\nwalk: true\n"
    text = GUIDE.partition("## Evidence")[0].replace("---\ntitle: A guide\n", walked, 1)
    file = tmp_path / "x.md"
    file.write_text(
        text.replace("Move one", "Only move one").replace("Look at", "Always look at"), encoding="utf-8"
    )
    (found,) = check(read_page(file, Path("docs/x.md")))
    assert "'Always' in" in str(found)


def test_a_guide_that_is_not_run_yet_may_claim(tmp_path: Path) -> None:
    assert said(tmp_path, "Look at", "Never look away from", True) == [
        "1: claim: 'upgrade/x' is among the guides that are not run yet, and has nothing left to run;"
        " take it out of NOT_RUN_YET in atlas/check/guide_claims.py"
    ]
    text = "Nothing else.\n\n## And then\nNothing.\n\n## Evidence\n"
    assert said(tmp_path, "## Evidence\n", text, listed=True) == []


def test_the_list_of_guides_that_are_not_run_yet_names_pages_that_are_there(root: Path) -> None:
    assert [name for name in sorted(NOT_RUN_YET) if not (root / f"docs/{name}.md").is_file()] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("needs: [abacus]", "2: needs: found ['abacus'], expected a list of some of postgresql"),
        ("needs: postgresql", "2: needs: found postgresql, expected a list of some of postgresql"),
        ("walk: often", "2: walk: found 'often', expected true; take it out where no test does the guide"),
    ],
)
def test_how_a_guide_is_run_has_a_form(project: Project, line: str, found: str) -> None:
    path = project.root / "docs/upgrade/x.md"
    path.parent.mkdir()
    path.write_text(GUIDE.replace("---\n", f"---\n{line}\n", 1), encoding="utf-8")
    (problem,) = (str(problem) for problem in inspect(project.root)[1])
    assert problem.startswith(f"docs/upgrade/x.md:{found}")


def test_make_check_says_what_a_guide_lacks(project: Project) -> None:
    path = project.root / "docs/upgrade/x.md"
    path.parent.mkdir()
    path.write_text(GUIDE.replace("$ python manage.py check\n```\n", "```\n"), encoding="utf-8")
    (found,) = (str(problem) for problem in inspect(project.root)[1])
    assert "command: `python manage.py check` is printed and not run" in found
