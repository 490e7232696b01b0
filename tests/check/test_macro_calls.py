"""A macro that would stop the build, or be shown as it is written, is a line of `make check`."""

import inspect as python
from pathlib import Path

import pytest

from atlas.check.everything import inspect
from atlas.check.macro_names import Parameter, macro_names
from macros.pages.macros import MACROS
from tests.project import GOOD, Project

INDEX = "---\ntitle: Django 4.1\nsummary: A release of the test project.\nrender_macros: true\n---\n"
GUIDE = "---\ntitle: A guide\ndescription: What this test reads.\nrender_macros: true\n---\n"
EXPECTED = "expected one of 2.2, 3.0, 3.1, 3.2, 4.0, 4.1, 4.2, 5.0, 5.1, 5.2, 6.0, 6.1, 6.2, 2028, 2029"
#: What stands on the page of a release, and how the line that must come of it goes on.
BROKEN = {
    "an unknown macro": ("[[[ support_baner() ]]]", "found 'support_baner', expected one of all_changes, "),
    "a macro that is not closed": ("[[[ support_banner()", "`[[[` is not closed; end it with `]]]`"),
    "a macro that ends after the next begins": (
        "[[[ support_banner() ]] [[[ release_facts() ]]]",
        "`[[[` is not closed; end it with `]]]`",
    ),
    "a block that is not closed": ("[[% if page ]]]", "`[[%` is not closed; end it with `%]]`"),
    "a comment that is not closed": ("[[# to do", "`[[#` is not closed; end it with `#]]`"),
    "no call": (
        "[[[ support_banner ]]]",
        "found `support_banner`, expected the call of a macro; write a name",
    ),
    "no expression": ("[[[ support_banner( ]]]", "found `support_banner(`, expected the call of a macro"),
    "too much": (
        '[[[ support_banner("4.1", "4.2") ]]]',
        "support_banner() is given 2 values, expected at most 1; write `support_banner(release)`",
    ),
    "a name that it does not take": (
        '[[[ support_banner(version="4.1") ]]]',
        "support_banner() takes no 'version'; write `support_banner(release)`",
    ),
    "a value twice": (
        '[[[ support_banner("4.1", release="4.1") ]]]',
        "support_banner() is given 'release' twice; write `support_banner(release)`",
    ),
    "too little": ('[[[ hop("4.1") ]]]', "hop() needs 'new'; write `hop(old, new)`"),
    "a number": ("[[[ support_banner(4.1) ]]]", "support_banner() is given 4.1 for 'release', expected text"),
    "no release": ('[[[ support_banner("4.7") ]]]', f"support_banner() is given release '4.7', {EXPECTED}"),
    "a hop backward": (
        '[[[ hop("4.2", "4.1") ]]]',
        "hop() is given '4.2' and '4.1', expected the later release second; turn them round",
    ),
    "no change": (
        '[[[ example_strip("4.1/shelvs") ]]]',
        "example_strip() is given '4.1/shelvs', which is no change; did you mean '4.1/shelves'?",
    ),
}


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in inspect(project.root)[1]]


def guide(project: Project, text: str) -> Path:
    path = project.root / "docs/guides/a-guide.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path.relative_to(project.root)


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_macro_that_stops_the_build_is_named_with_its_line(project: Project, mistake: str) -> None:
    text, expected = BROKEN[mistake]
    project.write("4.1/shelves")
    path = project.write("4.1/index", f"{INDEX}\nA line.\n\n{text}\n")
    (said,) = problems(project)
    assert said.startswith(f"{path}:9: macro: {expected}")


def test_a_misspelt_macro_has_a_remedy(project: Project) -> None:
    project.write("4.1/index", f"{INDEX}[[[ support_baner() ]]]\n")
    (said,) = problems(project)
    assert said.endswith("; did you mean 'support_banner'?")


def test_what_is_called_rightly_is_no_mistake(project: Project) -> None:
    calls = '[[[ support_banner() ]]] [[[ support_banner("2028") ]]] [[[ hop(old="4.1", new="4.2") ]]]'
    project.write("4.1/index", f"{INDEX}{calls}\n[[# a word for authors #]]\n")
    assert problems(project) == []


def test_a_guide_says_of_which_release_a_macro_is_to_speak(project: Project) -> None:
    path = guide(project, f'{GUIDE}[[[ support_banner("4.1") ]]]\n[[[ support_banner() ]]]\n')
    expected = (
        'support_banner() names no release, and the page is that of none; write `support_banner("4.1")`'
    )
    assert problems(project) == [f"{path}:7: macro: {expected}"]


def test_a_guide_that_does_not_have_macros_filled_in_shows_none(project: Project) -> None:
    path = guide(
        project, GUIDE.replace("render_macros: true\n", "") + "In code `[[[` is text.\n[[[ hop_table() ]]]\n"
    )
    assert problems(project) == [
        f"{path}:6: macro: found a macro that would be shown as it is written;"
        " write `render_macros: true` in the front matter, or put it in backquotes"
    ]


def test_a_change_page_has_no_macro(project: Project) -> None:
    path = project.write("4.1/shelves", f"{GOOD}\n[[[ version_table() ]]]\n")
    (said,) = problems(project)
    assert said.startswith(f"{path}:{GOOD.count(chr(10)) + 2}: macro: found a macro that would be shown")


def test_the_macros_that_are_read_are_those_that_pages_may_call() -> None:
    expected = {
        macro.__name__: tuple(
            Parameter(one.name, one.default is python.Parameter.empty)
            for one in list(python.signature(macro).parameters.values())[1:]
        )
        for macro in MACROS
    }
    assert macro_names() == expected


def test_an_atlas_without_macros_knows_none(tmp_path: Path) -> None:
    assert macro_names(tmp_path) == {}
