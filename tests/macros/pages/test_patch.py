"""The page of a patch release has every entry of its notes, with our line where there is one."""

import pytest

from macros.build.here import Here
from macros.pages.patch import patch_notes
from tests.html_tables import text
from tests.macros.one_page import build_of
from tests.project import Project

#: A bug fix of 2.2.1, a regression in dbshell.
UNIT = "7d349854"


def page(project: Project, version: str, line: str = "") -> str:
    series = version.rpartition(".")[0]
    folder = project.root / "docs/releases" / series
    folder.mkdir(exist_ok=True)
    if line:
        (folder / "patches.yml").write_text(f"{UNIT}:\n{line}", encoding="utf-8")
    facts = build_of(project).library.facts
    sources = {f"releases/{series}/{name}/index.md" for name in facts.patches_of(series)}
    build = build_of(project, more=sources)
    return patch_notes(Here(build, f"releases/{series}/{version}/index.md"))


def entry(html: str, unit: str) -> str:
    return " ".join(text(html.partition(f'<li id="{unit}">')[2].partition("</li>")[0]).split())


def test_an_entry_without_a_line_says_what_it_names(project: Project) -> None:
    assert entry(page(project, "2.2.1"), UNIT) == "A fix in dbshell. It mends a regression. #30307 notes"


def test_an_entry_with_a_line_says_it(project: Project) -> None:
    line = '  text: "`dbshell` failed without a password."\n  broke: 2.2\n  again: 2.2.2\n'
    said = "dbshell failed without a password. Broken since 2.2. Repaired again in 2.2.2. #30307 notes"
    assert entry(page(project, "2.2.1", line), UNIT) == said


def test_a_line_leads_to_the_page_that_tells_it_in_full(project: Project) -> None:
    project.write("4.1/shelves")
    line = '  text: "`dbshell` failed without a password."\n  change: 4.1/shelves\n'
    assert 'href="../../4.1/shelves/">What to do</a>' in page(project, "2.2.1", line)


def test_an_entry_that_may_break_is_marked_and_comes_first(project: Project) -> None:
    line = '  text: "`dbshell` failed without a password."\n  may_break: true\n'
    html = page(project, "2.2.1", line)
    assert entry(html, UNIT).startswith("May break dbshell failed")
    assert html.partition("<li id=")[2].startswith(f'"{UNIT}"')
    assert "One entry may break code that worked before; it is marked and comes first." in text(html)
    assert "May break" not in page(project, "2.2.2")


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("3.2.13", "It fixes 2 CVEs, the most severe of them high."),
        ("4.2.20", "It fixes 1 CVE, of moderate severity."),
    ],
)
def test_who_must_hurry_sees_how_severe_the_worst_is(project: Project, version: str, said: str) -> None:
    assert said in text(page(project, version))


def test_a_security_fix_has_its_cve_and_the_releases_that_share_it(project: Project) -> None:
    html = page(project, "4.2.14")
    assert "## Security fixes" in html and "## Bug fixes" not in html
    assert "CVE-2024-39614" in html
    assert "Also in 5.0.7." in html


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (
            "2.2.1",
            "A release of bug fixes of May 1, 2019, part of Django 2.2. The newest of the series is 2.2.28.",
        ),
        ("2.2.28", "A security release of April 11, 2022, part of Django 2.2."),
    ],
)
def test_the_head_says_what_it_is(project: Project, version: str, said: str) -> None:
    assert text(page(project, version).partition("</p>")[0]) == said


def test_the_releases_beside_it_are_linked(project: Project) -> None:
    first, last = page(project, "2.2.1"), page(project, "2.2.28")
    assert "came before it" not in text(first) and 'rel="next" href="../2.2.2/"' in first
    assert 'rel="prev" href="../2.2.27/"' in last and "after it" not in text(last)
