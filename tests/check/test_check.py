"""Every mistake of an author is one line that names path, line, field and remedy; all come at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from atlas.check.everything import inspect
from atlas.claims import judge
from tests.project import GOOD, Project


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in inspect(project.root)[1]]


def test_a_good_page_has_no_problem(project: Project) -> None:
    project.write("4.1/shelves")
    assert problems(project) == []


def first_difference(text: str) -> int:
    """The number of the first line that is not as in GOOD: where the mistake was made."""
    pairs = zip(text.splitlines(), GOOD.splitlines(), strict=False)
    return next(number for number, (line, good) in enumerate(pairs, 1) if line != good)


#: A replacement in GOOD, and the line that must come of it (LINE: the line of the mistake).
BROKEN = {
    "a misspelt word of a closed list": (
        ("impact: low", "impact: lwo"),
        ":LINE: impact: found 'lwo', expected one of high, medium, low; did you mean 'low'?",
    ),
    "an unknown field": (("symbols:", "symbol:"), ":LINE: symbol: unknown field, expected one of"),
    "a field that the kind needs": (
        ("removed: 5.0\n", ""),
        ":4: removed: missing, and kind deprecated needs it; add `removed:`",
    ),
    "a field that the kind forbids": (
        ("kind: deprecated", "kind: added"),
        ":6: impact: found 'low', but kind added forces no work",
    ),
    "front matter that is no YAML": (
        ("title: Shelves", "title: Shelves: they"),
        ":LINE: front matter: not valid YAML",
    ),
    "a field that stands twice": (("area: auth", "area: auth\narea: admin"), ":LINE: area: stands twice"),
    "a ticket that is no number": (
        ("[15619]", "[soon]"),
        ":LINE: tickets.0: found 'soon', expected a whole number",
    ),
    "a ticket that stands twice": (
        ("[15619]", "[15619, 15619]"),
        ":LINE: tickets.1: '15619' stands twice; keep one",
    ),
    "a keyword of nothing": (
        ("fixer: manual", "keywords: ['']\nfixer: manual"),
        ":LINE: keywords.0: found '', expected words with one blank between two of them",
    ),
    "a symbol of nothing": (
        ("[django.contrib.auth.views.LogoutView]", "['']"),
        ":LINE: symbols.0: found '', expected a name as one writes it in code, without backquotes",
    ),
    "two reaches": (
        ("fixer: manual", "reach: {few: some who read at night, many: all who read by day}\nfixer: manual"),
        ":LINE: reach: found an object, expected no more than 1",
    ),
    "a keyword that stands twice": (
        ("fixer: manual", "keywords: [shelf, rack, shelf]\nfixer: manual"),
        ":LINE: keywords.2: 'shelf' stands twice; keep one",
    ),
    "a requirement of another kind": (
        ("fixer: manual", 'requires: {Python: "3.8"}\nfixer: manual'),
        ":LINE: requires: found, but only kind requirement asks for something; take it out, or change the kind",
    ),
    "a list that is none": (
        ("[15619]", "15619"),
        ":LINE: tickets: found '15619', expected a list such as [a, b]",
    ),
    "a title that is too short": (
        ("title: Shelves close on Sundays", "title: Shelf"),
        ":LINE: title: has 5 characters, expected at least 8",
    ),
    "an end before the start": (
        ("removed: 5.0", "removed: 4.0"),
        ":LINE: removed: found '4.0', expected a release after 4.1",
    ),
    "a fix that holds until a release that does not exist": (
        ("removed: 5.0", "removed: 5.0\nuntil: 5.7"),
        ":LINE: until: found '5.7', expected one of",
    ),
    "a fix that ends before it begins": (
        ("removed: 5.0", "removed: 5.0\nuntil: 4.1"),
        ":LINE: until: found '4.1', expected a release after 4.1",
    ),
    "a release that does not exist": (
        ("removed: 5.0", "removed: 5.7"),
        ":LINE: removed: found '5.7', expected one of",
    ),
    "a needless fix_from": (
        ("removed: 5.0", "removed: 5.0\nfix_from: 4.1"),
        ":LINE: fix_from: found '4.1', expected a release before 4.1; take the field out",
    ),
    "a fixer that does not exist": (
        ("fixer: manual", "fixer: magic"),
        ":LINE: fixer: found 'magic', expected manual",
    ),
    "a unit that does not exist": (
        ("covers: []", "covers: [00000000]"),
        ":LINE: covers.0: '00000000' is no unit",
    ),
    "a hash that is none": (
        ("covers: []", "covers: [xyz]"),
        ":LINE: covers.0: found 'xyz', expected eight hex digits",
    ),
    "a heading that the kind does not have": (
        ("## Who is affected", "## Who cares"),
        ":LINE: heading: found 'Who cares', expected one of Who is affected",
    ),
    "a missing heading": (
        ("## How to change your code\n", ""),
        ": heading: `## How to change your code` is missing",
    ),
    "a title in the text": (("Shelves rest.", "# Shelves"), ":LINE: heading: found `# Shelves`; take it out"),
    "a missing sample": (('python title="After"', "python"), ': sample: no fence titled "After"'),
    "a fence without a language": (('```python title="After"', "```"), ":LINE: fence: has no language"),
    "a sample that cannot be run": (
        ('python title="After"', 'sql title="After"'),
        ":LINE: fence: a sample in 'sql', expected one of python",
    ),
    "a title that is nearly one of a sample": (
        ('title="After"', 'title="After this"'),
        ": sample: no fence titled",
    ),
    "a link to a page that is not there": (
        ("Read on Saturdays.", "Read on Saturdays, see [doors](doors.md#open)."),
        ":LINE: link: 'doors.md' is not there; write that page, or take the link out",
    ),
    "a link to a misspelt page": (
        ("Read on Saturdays.", "Read on Saturdays, see [here](shelvs.md)."),
        ":LINE: link: 'shelvs.md' is not there; did you mean 'shelves.md'?",
    ),
    "a CVE that does not exist": (
        ("covers: []", "covers: []\ncves: [CVE-2019-0001]"),
        ":LINE: cves.0: 'CVE-2019-0001' is not in data/cves.json",
    ),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_mistake_is_named_with_its_line(project: Project, mistake: str) -> None:
    (old, new), expected = BROKEN[mistake]
    assert old in GOOD
    path = project.write("4.1/shelves", GOOD.replace(old, new, 1))
    expected = expected.replace("LINE", str(first_difference(GOOD.replace(old, new, 1))))
    assert any(line.startswith(f"{path}{expected}") for line in problems(project)), problems(project)


def test_headings_out_of_order_are_named(project: Project) -> None:
    steps = "\n## How to change your code\nRead on Saturdays.\n"
    moved = GOOD.replace(steps, "").replace("## Before and after", f"{steps}\n## Before and after")
    path = project.write("4.1/shelves", moved)
    line = moved.splitlines().index("## Before and after") + 1
    expected = f"{path}:{line}: heading: 'Before and after' stands after"
    assert any(line.startswith(expected) for line in problems(project)), problems(project)


def test_a_silent_change_says_how_to_notice_it(project: Project) -> None:
    text = GOOD.replace("kind: deprecated", "kind: changed").replace("removed: 5.0", "silent: true")
    path = project.write("4.1/shelves", text)
    assert problems(project) == [f"{path}: heading: `## How to notice` is missing; kind changed needs it"]


def test_two_pages_cannot_stand_for_one_unit(project: Project, unit_of_41: str) -> None:
    first = project.write("4.1/a-page", GOOD.replace("covers: []", f"covers: [{unit_of_41}]"))
    other = GOOD.replace("covers: []", f"covers: [{unit_of_41}]").replace("Shelves close", "Doors close")
    project.write("4.1/b-page", other)
    assert len(problems(project)) == 1
    assert f"'{unit_of_41}' is already covered by" in problems(project)[0]
    assert "a-page.md" in str(first)


def test_an_excuse_for_a_covered_unit_is_an_error(project: Project, unit_of_41: str) -> None:
    project.write("4.1/shelves", GOOD.replace("covers: []", f"covers: [{unit_of_41}]"))
    front = "title: Django 4.1\nsummary: A release of the test project.\n"
    excuse = f"uncovered:\n  {unit_of_41}: nobody on earth would read a page about it\n"
    path = project.write("4.1/index", f"---\n{front}{excuse}---\n")
    assert problems(project)[0].startswith(f"{path}:5: uncovered: '{unit_of_41}' is covered by")


def test_two_pages_of_a_release_need_different_titles(project: Project) -> None:
    project.write("4.1/one-shelf")
    path = project.write("4.1/two-shelves")
    other = project.write("4.1/one-shelf")
    assert problems(project)[0].startswith(f"{path}:2: title: {other} has the same title")


def test_a_folder_that_is_no_release_is_named(project: Project) -> None:
    path = project.write("4.7/shelves")
    assert f"{path}: folder: '4.7' is no feature release in data/; make sync knows the releases" in problems(
        project
    )


def test_all_problems_of_all_pages_come_at_once(project: Project) -> None:
    project.write("4.1/one", GOOD.replace("impact: low", "impact: lwo").replace("area: auth", "area: none"))
    project.write("3.2/two", GOOD.replace("kind: deprecated", "kind: gone"))
    fields = [line.split(": ")[1] for line in problems(project)]
    assert {"impact", "area", "kind"} <= set(fields)


def test_the_command_prints_problems_and_no_traceback(project: Project, root: Path) -> None:
    project.write("4.1/shelves", GOOD.replace("impact: low", "impact: lwo"))
    command = [sys.executable, "-m", "atlas.check", str(project.root)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 1
    assert "found 'lwo', expected one of high, medium, low" in done.stdout
    assert done.stdout.splitlines()[-1] == "1 problem"
    assert "Traceback" not in done.stdout + done.stderr


def test_the_command_asks_for_the_runs_that_are_missing(project: Project, root: Path) -> None:
    path = project.write("4.1/shelves")
    command = [sys.executable, "-m", "atlas.check", str(project.root)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert f"{path}:20: Before: was never run; make prove CHANGE=4.1/shelves" in done.stdout
    assert done.returncode == 1


def test_the_pages_of_this_site_are_well_formed_and_their_claims_borne_out(root: Path) -> None:
    library, problems = inspect(root)
    assert [str(problem) for problem in [*problems, *judge.inspect(root, library)]] == []


@pytest.fixture
def unit_of_41(root: Path) -> str:
    """The hash of some unit of the notes of 4.1."""
    from atlas.facts.django import Facts

    return next(row.hash for row in Facts(root).notes["4.1"] if row.unit)
