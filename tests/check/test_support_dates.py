"""Every mistake in the hand-kept file of support dates is one line with file, line, field, found, expected, remedy."""

from pathlib import Path

import pytest

from atlas.check.everything import inspect
from tests.check.broken import own_copy, replace
from tests.project import Project

SOURCE = "https://github.com/django/djangoproject.com/blob/"
ADDRESS = "/djangoproject/templates/releases/download.html"
DATE = 'write "2027-04-05", or "2027-04" where the source gives only the month'


@pytest.fixture
def file(project: Project) -> Path:
    own_copy(project, "support.yml")
    return project.root / "data/support.yml"


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in inspect(project.root)[1]]


def test_the_real_file_has_no_mistake(project: Project, file: Path) -> None:
    assert problems(project) == []


#: What is replaced in the file, and the line that must come of it (LINE: that of the mistake).
ENDS = 'bug_fixes_end: {date: "2023-04-05", source: download-page}'
BROKEN = {
    "a date in words": (
        ('"2023-12-01"', '"December 2023"'),
        f":LINE: releases.4.1.security_fixes_end.date: found 'December 2023', expected YYYY-MM-DD or YYYY-MM; {DATE}",
    ),
    "a day that no month has": (
        ('"2023-12-01"', '"2023-02-30"'),
        ":LINE: releases.4.1.security_fixes_end.date: found '2023-02-30',"
        f" expected a day that the calendar has; {DATE}",
    ),
    "a date without anything": (
        ('{date: "2023-12-01", source: download-page}', '"2023-12-01"'),
        ":LINE: releases.4.1.security_fixes_end: found '2023-12-01', expected an object; add the date with its source",
    ),
    "an end that is missing": (
        (f"    {ENDS}\n", ""),
        ":37: releases.4.1.bug_fixes_end: missing; add the date with its source",
    ),
    "a value without a source": (
        (ENDS, 'bug_fixes_end: {date: "2023-04-05"}'),
        ":LINE: releases.4.1.bug_fixes_end.source: missing; name the entry of `sources` that says so",
    ),
    "a source that is not there": (
        (ENDS, 'bug_fixes_end: {date: "2023-04-05", source: downlod-page}'),
        ":LINE: releases.4.1.bug_fixes_end.source: found 'downlod-page', expected one of download-page;"
        " did you mean 'download-page'?",
    ),
    "a source that nothing names": (
        (
            "releases:\n",
            f'  blog: {{repository: a/b, path: c, commit: {"a" * 40}, checked: "2026-01-01"}}\n\nreleases:\n',
        ),
        ":21: sources.blog: no value names this source; take it out",
    ),
    "a source that is no address": (
        ("repository: django/djangoproject.com", "repository: djangoproject.com"),
        ":LINE: sources.download-page.repository: found 'djangoproject.com', expected owner/name",
    ),
    "a commit that may move": (
        ("commit: 68a439a59f5692e9d847f23318d7a8603fc33c72", "commit: main"),
        ":LINE: sources.download-page.commit: found 'main', expected the 40 hex digits of a commit",
    ),
    "a check that was made in a month": (
        ('checked: "2026-08-21"', 'checked: "2026-08"'),
        ":LINE: sources.download-page.checked: found '2026-08', expected a day such as 2026-08-05;"
        " write the day for which the source's state is known",
    ),
    "an unknown field": (
        ('    security_fixes_end: {date: "2023-12-01"', '    security_fix_end: {date: "2023-12-01"'),
        ":LINE: releases.4.1.security_fix_end: unknown field; did you mean 'security_fixes_end'?",
    ),
    "an unknown table": (
        ("planned:\n", "planet:\n"),
        ":LINE: planet: unknown field; did you mean 'planned'?",
    ),
    "a flag that is none": (
        ("lts: true", "lts: maybe"),
        ":LINE: planned.6.2.lts: found 'maybe', expected true or false; write `lts: true` or `lts: false`",
    ),
    "no release": (
        ('  "4.1":', '  "4.1.x":'),
        ":LINE: releases.4.1.x: found '4.1.x', expected a feature release such as 4.1",
    ),
    "security fixes that end before bug fixes": (
        ('"2023-12-01"', '"2023-03"'),
        ":LINE: releases.4.1.security_fixes_end: found 2023-03, expected a day after the end of bug fixes"
        f" on 2023-04-05; compare with {SOURCE}68a439a59f5692e9d847f23318d7a8603fc33c72{ADDRESS}",
    ),
    "bug fixes that end before the release": (
        ('"2023-04-05"', '"2022-08-02"'),
        ":LINE: releases.4.1.bug_fixes_end: found 2022-08-02, expected a day after the release on 2022-08-03;"
        f" compare with {SOURCE}68a439a59f5692e9d847f23318d7a8603fc33c72{ADDRESS}",
    ),
    "a plan that ends before it begins": (
        ('date: {date: "2027-04"', 'date: {date: "2028-01"'),
        ":63: planned.6.2.bug_fixes_end: found 2027-12, expected a day after the release on 2028-01;"
        f" compare with {SOURCE}68a439a59f5692e9d847f23318d7a8603fc33c72{ADDRESS}",
    ),
    "a plan before what is out": (
        ('date: {date: "2027-04"', 'date: {date: "2026-07"'),
        ":LINE: planned.6.2.date: found 2026-07, expected a day after 6.1 on 2026-08-05;"
        f" compare with {SOURCE}68a439a59f5692e9d847f23318d7a8603fc33c72{ADDRESS}",
    ),
    "plans in the wrong order": (
        ('date: {date: "2028-01"', 'date: {date: "2027-03"'),
        ":LINE: planned.2028.date: found 2027-03, expected a day after 6.2 on 2027-04;"
        f" compare with {SOURCE}68a439a59f5692e9d847f23318d7a8603fc33c72{ADDRESS}",
    ),
    "a planned release of the past": (
        ('  "6.2":', '  "5.3":'),
        ":LINE: planned.5.3: found a release before 6.1, which is out; take it out, or correct its number",
    ),
    "a planned release that is out": (
        (
            '  "6.1":\n    bug_fixes_end: {date: "2027-04", source: download-page}\n'
            '    security_fixes_end: {date: "2027-12", source: download-page}\n\nplanned:\n',
            'planned:\n  "6.1":\n    lts: false\n    date: {date: "2026-08", source: download-page}\n'
            '    bug_fixes_end: {date: "2027-04", source: download-page}\n'
            '    security_fixes_end: {date: "2027-12", source: download-page}\n',
        ),
        ":56: planned.6.1: is out since 2026-08-05; move its two dates to `releases`:"
        " date and lts come from releases.json now",
    ),
    "a release that is not out": (
        (
            "planned:\n",
            '  "6.3":\n    bug_fixes_end: {date: "2028-01", source: download-page}\n'
            '    security_fixes_end: {date: "2029-01", source: download-page}\n\nplanned:\n',
        ),
        ":59: releases.6.3: is not out: releases.json has 2.2, 3.0, 3.1, 3.2, 4.0, 4.1, 4.2, 5.0, 5.1, 5.2, 6.0, 6.1;"
        " did you mean '6.1'?",
    ),
    "broken YAML": (
        ("sources:\n", "sources: [\n"),
        ":16: file: not valid YAML (did not find expected ',' or ']'); put text that holds",
    ),
    "a tab": (
        ('  "4.1":', '\t"4.1":'),
        ":LINE: file: not valid YAML (found character that cannot start any token); write spaces in place of the tab",
    ),
    "a release that stands twice": (
        ('  "4.2":', '  "4.1":'),
        ":LINE: releases.4.1: stands twice in the file; keep one of them",
    ),
    "line ends of Windows": (
        ("releases:\n", "releases:\r\n"),
        ":LINE: line ends: the line ends with a carriage return, expected a line feed alone;"
        " save the file with Unix line ends",
    ),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_each_mistake_is_one_line_with_its_remedy(mistake: str, project: Project, file: Path) -> None:
    (old, new), expected = BROKEN[mistake]
    line = replace(file, old, new)
    expected = f"data/support.yml{expected.replace('LINE', str(line))}"
    assert [found for found in problems(project) if found.startswith(expected)], "\n".join(problems(project))


def test_a_release_without_dates_is_named(project: Project, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    start, end = text.index('  "4.1":'), text.index('  "4.2":')
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    assert problems(project) == [
        "data/support.yml:21: releases.4.1: missing, and releases.json has it;"
        " add bug_fixes_end and security_fixes_end, each with `date` and `source`"
    ]


def test_a_month_may_be_the_month_of_the_day_before_it(project: Project, file: Path) -> None:
    replace(file, '"2023-12-01"', '"2023-04"')
    assert problems(project) == []


def test_a_byte_that_is_not_utf_8_is_told_with_its_line(project: Project, file: Path) -> None:
    raw = file.read_bytes()
    file.write_bytes(raw.replace(b"# releases.json.", b"# relev\xe9s", 1))
    line = raw[: raw.index(b"# releases.json.")].count(b"\n") + 1
    assert problems(project) == [
        f"data/support.yml:{line}: encoding: found the byte 0xe9, expected UTF-8; save the file as UTF-8"
    ]


def test_a_missing_file_is_told_once(project: Project, file: Path) -> None:
    file.unlink()
    assert problems(project) == ["data/support.yml: file: missing; take it back with git"]


def test_all_mistakes_come_at_once(project: Project, file: Path) -> None:
    replace(file, '"2023-12-01"', '"December 2023"')
    replace(file, "lts: true", "lts: maybe")
    replace(file, 'checked: "2026-08-21"', "checked: soon")
    assert len(problems(project)) == 3
