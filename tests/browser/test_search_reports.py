"""Upgrades that broke in public: the error message of a report, or its question, finds the cause first or second."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from tests.browser.search_box import answered, place_of

pytestmark = pytest.mark.slow

REPORTS = Path(__file__).parent / "public_reports.yml"
GROUPS: dict[str, list[dict[str, str]]] = yaml.load(
    REPORTS.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader
)
ROWS = [row for rows in GROUPS.values() for row in rows]
#: The first may be the line that says that no page knows a message to the letter.
FIRST = 2


@pytest.mark.parametrize("row", ROWS, ids=[row["query"] for row in ROWS])
def test_the_cause_of_a_report_is_found_first_or_second(box: Page, row: dict[str, str]) -> None:
    assert place_of(row["page"]) in answered(box, row["query"])[:FIRST], row["report"]


def test_there_are_enough_reports_and_every_page_exists(built_site: Path) -> None:
    assert len(GROUPS["errors"]) >= 30
    assert len(GROUPS["questions"]) >= 60
    for row in ROWS:
        assert (built_site / place_of(row["page"]).strip("/") / "index.html").is_file(), row


def test_no_query_is_there_twice_and_each_has_its_address() -> None:
    assert len({row["query"] for row in ROWS}) == len(ROWS)
    assert all(row["report"].startswith("https://") for row in ROWS)
