"""Tables and release pages as they stand in the built site, read without JavaScript."""

import re
from datetime import date
from pathlib import Path

import pytest

from atlas.decide.support import windows
from atlas.facts.django import Facts
from tests.html_tables import Table, tables, text

TODAY = date(2026, 11, 21)
ENDED = ("2.2", "3.0", "3.1", "3.2", "4.0", "4.1", "4.2", "5.0", "5.1")


def _article(built_site: Path, page: str) -> str:
    """The part of a page that a reader reads, without navigation."""
    html = (built_site / page / "index.html").read_text(encoding="utf-8")
    return html.partition("<article")[2].partition("</article>")[0]


def _drawn(built_site: Path) -> list[tuple[str, Table]]:
    return [
        (path.relative_to(built_site).as_posix(), table)
        for path in sorted(built_site.rglob("*.html"))
        if "facts-table" in (html := path.read_text(encoding="utf-8"))
        for table in tables(html)
        if "facts-table" in table.classes
    ]


@pytest.mark.parametrize("release", ENDED)
def test_a_release_past_its_end_says_so_before_anything_else(built_site: Path, release: str) -> None:
    before_sections = text(_article(built_site, f"releases/{release}").partition("<h2")[0])
    warning = before_sections.index("is no longer supported.")
    assert "As of November 21, 2026, the day this page was built." in before_sections
    assert warning < 120, "the warning has to come first, under the title"
    assert "Move to Django " in before_sections[warning:]


def test_every_release_has_a_page_that_is_linked_from_the_version_table(built_site: Path, root: Path) -> None:
    page = _article(built_site, "releases")
    for release in windows(Facts(root)):
        assert f'href="{release}/"' in page
        assert (built_site / "releases" / release / "index.html").is_file()


def test_the_version_table_follows_the_facts(built_site: Path, root: Path) -> None:
    table = tables(_article(built_site, "releases"))[0]
    facts = Facts(root)
    known = windows(facts)
    assert [row[0] for row in table.rows] == [known[release].label for release in reversed(known)]
    newest = {row[0]: row[2] for row in table.rows}
    for release in facts.releases:
        assert newest[known[release].label] == facts.newest_patch(release)


def test_every_table_has_a_caption_scoped_headers_and_a_region_to_scroll(built_site: Path) -> None:
    drawn = _drawn(built_site)
    assert len(drawn) > 40
    for page, table in drawn:
        assert table.caption, page
        assert set(table.scopes) <= {"col", "row"}, f"{page}: {table.caption}"
        assert table.region, f"{page}: {table.caption}"
        assert all(len(row) == len(table.header) for row in table.rows), f"{page}: {table.caption}"


def test_every_patch_release_stands_on_its_release_page(built_site: Path, root: Path) -> None:
    facts = Facts(root)
    for release in facts.releases:
        page = _article(built_site, f"releases/{release}")
        listed = next(table for table in tables(page) if "patches" in table.classes.split())
        assert [row[0] for row in listed.rows] == list(reversed(facts.patches_of(release)))


def test_every_cve_stands_on_the_security_page_under_its_own_anchor(built_site: Path, root: Path) -> None:
    page = _article(built_site, "reference/security")
    assert all(f'id="{cve.lower()}"' in page for cve in Facts(root).cves)


def test_every_release_page_says_how_much_is_covered(built_site: Path, root: Path) -> None:
    for release, rows in Facts(root).notes.items():
        found = re.search(
            r'data-total="(\d+)" data-covered="(\d+)" data-left-out="(\d+)"',
            _article(built_site, f"releases/{release}"),
        )
        assert found, release
        total, covered, left_out = map(int, found.groups())
        assert total == sum(unit.unit for unit in rows)
        assert covered + left_out <= total


def test_fragments_that_tables_link_to_exist_on_the_page(built_site: Path) -> None:
    for path in sorted((built_site / "releases").glob("*/index.html")):
        html = path.read_text(encoding="utf-8").partition("<article")[2]
        ids = set(re.findall(r'\bid="([^"]+)"', html))
        wanted = set(re.findall(r'href="#([^"]+)"', html))
        assert wanted <= ids, path


def test_api_files_stand_in_the_site(built_site: Path) -> None:
    names = sorted(path.name for path in (built_site / "api/v1").iterdir())
    assert names == [
        "changes.json",
        "changes.schema.json",
        "packages.json",
        "packages.schema.json",
        "patch-notes.json",
        "patch-notes.schema.json",
        "releases.json",
        "releases.schema.json",
        "rules.json",
        "rules.schema.json",
        "uncovered.json",
        "uncovered.schema.json",
    ]
