"""What Markdown shows as it is written, or drops, is a line of `make check`; nobody has to look at the page."""

import pytest

from atlas.check.everything import inspect
from tests.project import GOOD, Project

AT = GOOD.count("\n") + 2
#: What is added to a page, how many lines below its beginning the mistake is, and the line that must come of it.
SLIPS = {
    "a fence that is not closed": ("```python\nx = 1\n", 0, "fence: is not closed; end it with a line ```"),
    "a language that there is not": (
        "```pythonn\nx = 1\n```",
        0,
        "fence: found 'pythonn', which is no language; did you mean 'python'?",
    ),
    "a call-out of another sort": (
        "!!! warningg\n    Mind the step.",
        0,
        "call-out: found 'warningg', expected one of note, warning, tip; did you mean 'warning'?",
    ),
    "a call-out whose text is not indented": (
        "!!! warning\nMind the step.",
        0,
        "call-out: is empty; begin its text on the next line, after four blanks",
    ),
    "a call-out that opens": (
        '??? note "More"\n    Mind the step.',
        0,
        "call-out: found `???`, which this site shows as it is written; write `!!! note`, or a heading",
    ),
    "a tab": (
        '=== "Linux"\n    Mind the step.',
        0,
        "call-out: found `===`, which this site shows as it is written; write `!!! note`, or a heading",
    ),
    "two versions that git could not bring together": (
        "One.\n\n<<<<<<< HEAD\nTwo.\n=======\nThree.\n>>>>>>> other",
        2,
        "merge: found `<<<<<<<`, which git leaves where two versions disagree; keep one of the two",
    ),
    "what is still to be done": (
        "TODO: say more.",
        0,
        "text: found `TODO`, which is for you, not for readers; write what is missing, or put it in backquotes",
    ),
    "a heading without a blank": (
        "##Deep",
        0,
        "heading: found `##Deep`, which is no heading; write `## Deep`",
    ),
    "a heading that is too deep": (
        "#### Deep",
        0,
        "heading: found `#### Deep` below a heading of level 2; write `###`",
    ),
    "two anchors with one name": (
        "### A {#one}\n\n### B {#one}",
        2,
        f"anchor: `#one` stands already in line {AT}; give it another name",
    ),
    "an address that is no link": (
        "See https://example.com/a there.",
        0,
        "link: found `https://example.com/a`, which is shown as text; write `[what is there](https://…)`",
    ),
    "a script": (
        "<script>alert(1)</script>",
        0,
        "HTML: found `<script`, which the site's policy does not run or load; take it out",
    ),
    "a style": (
        'A <b style="color: red">b</b>.',
        0,
        "HTML: found `style=`, which the site's policy does not run or load; take it out",
    ),
    "what a click runs": (
        'A <b onclick="x()">b</b>.',
        0,
        "HTML: found `onclick=`, which the site's policy does not run or load; take it out",
    ),
    "a link that runs": (
        "A [b](javascript:x).",
        0,
        "HTML: found `javascript:`, which the site's policy does not run or load; take it out",
    ),
    "a row with a cell too many": (
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |",
        3,
        r"table: found a row of 3 cells in a table of 2; add or take out a `|`; inside of a cell, write `\|`",
    ),
    "a row with a cell too few": (
        "| a | b |\n|---|\n| 1 | 2 |",
        1,
        r"table: found a row of 1 cells in a table of 2; add or take out a `|`; inside of a cell, write `\|`",
    ),
}


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in inspect(project.root)[1]]


@pytest.mark.parametrize("mistake", SLIPS)
def test_what_markdown_says_nothing_about_is_named_with_its_line(project: Project, mistake: str) -> None:
    text, below, expected = SLIPS[mistake]
    path = project.write("4.1/shelves", f"{GOOD}\n{text}\n")
    assert problems(project) == [f"{path}:{AT + below}: {expected}"]


@pytest.mark.parametrize(
    "text",
    [
        '!!! warning\n    Mind the step.\n\n!!! tip "Short"\n    Jump.',
        "`TODO`, `##Deep`, `???`, `https://example.com/` and `<script>` are code.",
        "```text\n##Deep\n??? note\nTODO https://example.com/ <script>\n```",
        "| a | b |\n|---|---|\n| `x|y` and 1 | 2 |\n\nOne | two.",
        "| a | b |\n|---|---|\n| 1 \\| 1 | 2 |",
        "See <https://example.com/>, [it](https://example.com/) and [that][1].\n\n[1]: https://example.com/",
        "### A {#one}\n\n#### B {#two}\n\n### C",
        "#15619 is a ticket. On JavaScript: it runs.",
        "A kbd: <kbd>S</kbd>.",
    ],
)
def test_what_is_right_is_no_mistake(project: Project, text: str) -> None:
    project.write("4.1/shelves", f"{GOOD}\n{text}\n")
    assert problems(project) == []


def test_guides_are_read_as_well(project: Project) -> None:
    path = project.root / "docs/upgrade/a.md"
    path.parent.mkdir()
    path.write_text("---\ntitle: A\ndescription: A guide.\n---\n```sql\nSELECT 1\n", encoding="utf-8")
    assert problems(project) == ["docs/upgrade/a.md:5: fence: is not closed; end it with a line ```"]
