"""The tables about releases say what the facts say, and say it by row."""

import re
from datetime import date

from macros.build.here import Here
from macros.tables import releases as macros
from tests.html_tables import tables, text
from tests.macros.one_page import build_of, here_on
from tests.project import PLANNED, Project


def test_the_version_table_has_every_release_and_the_planned_ones_newest_first(project: Project) -> None:
    (table,) = tables(macros.version_table(here_on(project)))
    assert table.rows[0] == [
        "2029",
        "Planned for January 2029",
        "–not out yet",
        "Jan 2029",
        "Jan 2030",
        "Jan 2032",
        "–not stated yet",
    ]
    assert table.rows[-1] == [
        "2.2 LTS",
        "Ended more than 4 years ago",
        "2.2.28",
        "Apr 1, 2019",
        "Dec 2, 2019",
        "Apr 11, 2022",
        "3.5 to 3.9",
    ]
    assert [row[0] for row in table.rows[-4:]] == ["3.2 LTS", "3.1", "3.0", "2.2 LTS"]


def test_a_table_of_statuses_says_on_which_day_it_was_right(project: Project) -> None:
    assert "As of November 21, 2026, the day this page was built." in text(
        macros.version_table(here_on(project))
    )


def test_statuses_follow_the_day(project: Project) -> None:
    here = Here(build_of(project, today=date(2023, 6, 1)), "releases/4.1/index.md")
    (table,) = tables(macros.version_table(here))
    statuses = {row[0]: row[1] for row in table.rows}
    assert statuses["4.1"] == "Security fixes only until December 1, 2023"
    assert statuses["4.2 LTS"] == "Bug fixes until December 4, 2023"


def test_windows_say_how_long_a_release_is_supported(project: Project) -> None:
    (table,) = tables(macros.support_windows(here_on(project)))
    row = next(row for row in table.rows if row[0] == "3.2 LTS")
    assert row[2:] == ["Apr 6, 2021 to Dec 7, 2021", "until Apr 1, 2024", "36"]


def test_an_ended_release_opens_with_the_warning_and_what_to_move_to(project: Project) -> None:
    html = macros.support_banner(here_on(project))
    assert text(html).startswith("Django 4.1 is no longer supported. Its last security fixes ended on")
    assert 'href="../5.2/"' in html
    assert re.search(r"Django has disclosed \d+ vulnerabilities in newer releases", text(html))


def test_a_supported_release_opens_with_the_ends_of_its_support(project: Project) -> None:
    html = macros.support_banner(here_on(project), "5.2")
    assert text(html).startswith("Django 5.2 LTS gets security fixes only.")
    assert "vulnerabilit" not in html


def test_the_banner_carries_what_is_said_on_any_other_day(project: Project) -> None:
    html = macros.support_banner(here_on(project))
    found = re.findall(r'<template class="([^"]*)" data-begins="([^"]*)">(.*?)</template>', html, re.DOTALL)
    assert found[0][:2] == ("support-banner support-banner--planned", "")
    words = {begins: text(html) for _, begins, html in found}
    assert words["2023-04-06"].startswith("Django 4.1 gets security fixes only.")
    assert words["2028-05-01"].endswith("see Django's download page.")
    assert '<a href="../4.2/">Django 4.2 LTS</a>' in next(
        html for _, day, html in found if day == "2023-12-04"
    )


def test_the_facts_of_a_release_name_its_newest_patch_and_count_its_changes(project: Project) -> None:
    project.write("4.1/sundays")
    said = text(macros.release_facts(here_on(project)))
    assert "Released August 3, 2022" in said
    assert "Newest patch release 4.1.13, 8 CVEs fixed in the series" in said
    assert "Changes described here 1 deprecated" in said


def test_the_facts_of_a_planned_release_are_its_plan(project: Project) -> None:
    said = text(macros.release_facts(here_on(project), PLANNED[0]))
    assert "Planned for " in said
    assert "Released" not in said and "Newest patch" not in said


def test_patch_releases_link_to_the_official_notes_and_to_each_cve(project: Project) -> None:
    html = macros.patch_releases(here_on(project))
    (table,) = tables(html)
    assert table.caption.startswith("Patch releases of Django 4.1, newest first: 13 in all, 8 of them")
    assert table.rows[0][:2] == ["4.1.13", "Nov 1, 2023"]
    assert "CVE-2023-46695 moderate Denial of service" in table.rows[0][2]
    assert "/releases/4.1.13/#cve-2023-46695-" in html
    assert "https://www.cve.org/CVERecord?id=CVE-2023-46695" in html


def test_a_release_without_patches_says_so(project: Project) -> None:
    assert f"Django {PLANNED[0]} has no patch release yet." in macros.patch_releases(
        here_on(project), PLANNED[0]
    )
