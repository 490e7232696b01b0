"""The table of CVEs and the filter above it follow the facts."""

import re
from pathlib import Path

import pytest

from atlas.records.library import load
from macros.build.here import Here
from macros.tables.security import cve_table, write_filter
from tests.html_tables import tables
from tests.macros.one_page import here_on
from tests.project import Project


@pytest.fixture
def here(project: Project) -> Here:
    return here_on(project, "reference/security.md")


def test_every_cve_has_a_row_with_what_it_affects_and_what_fixes_it(here: Here) -> None:
    (table,) = tables(cve_table(here))
    assert len(table.rows) == len(here.build.library.facts.cves)
    row = next(row for row in table.rows if row[0] == "CVE-2022-34265")
    assert row[1:] == [
        "high",
        "3.2.14, 4.0.6",
        "SQL injection: Trunc(kind), Extract(lookup_name)",
        "3.2, 4.0",
        "Jul 4, 2022",
    ]


def test_a_severity_that_django_did_not_state_is_not_made_up(here: Here) -> None:
    (table,) = tables(cve_table(here))
    assert next(row for row in table.rows if row[0] == "CVE-2019-3498")[1] == "not stated"


def test_medium_is_shown_as_stated_and_found_as_moderate(here: Here) -> None:
    html = cve_table(here)
    (table,) = tables(html)
    assert next(row for row in table.rows if row[0] == "CVE-2022-41323")[1] == "medium"
    assert re.search(r'id="cve-2022-41323" data-level="moderate"', html)


def test_every_choice_of_the_filter_has_its_rule(here: Here, project: Project, tmp_path: Path) -> None:
    library, _ = load(project.root)
    css = write_filter(library, tmp_path).read_text(encoding="utf-8")
    choices = re.findall(r'<input type="radio" name="(?:affects|level)" id="([^"]+)"', cve_table(here))
    assert len(choices) > 12
    assert set(re.findall(r"has\(#([\w-]+):checked\)", css)) >= set(choices) - {"affects-all", "level-all"}
    assert "&" not in css


def test_every_row_can_be_chosen_by_its_severity(here: Here) -> None:
    html = cve_table(here)
    levels = set(re.findall(r'data-level="([^"]*)"', html))
    assert levels == {
        choice.removeprefix("level-") for choice in re.findall(r'id="(level-(?!all)[^"]+)"', html)
    }
