"""Lists of changes, deprecations and tickets, and the statement of what is covered."""

from macros.pages import release_sections
from macros.tables import changes
from tests.html_tables import tables, text
from tests.macros.one_page import here_on
from tests.project import GOOD, PLANNED, RELEASE_PAGE, Project

NEW = (
    GOOD.replace("kind: deprecated", "kind: added")
    .replace("impact: low\nremoved: 5.0\n", "")
    .replace("fixer: manual\n", "")
    .replace("Shelves close on Sundays", "Shelves know `__str__` & more")
)


def test_what_breaks_first_has_a_heading_with_count_and_anchor_for_each_impact(project: Project) -> None:
    project.write("4.1/sundays")
    project.write("4.1/mondays", GOOD.replace("impact: low", "impact: high"))
    drawn = changes.breaks_first(here_on(project))
    headings = [line for line in drawn.split("\n") if line.startswith("#")]
    assert headings == ["### High impact (1) { #impact-high }", "### Low impact (1) { #impact-low }"]


def test_a_row_shows_title_kind_impact_and_summary(project: Project) -> None:
    project.write("4.1/sundays")
    drawn = changes.breaks_first(here_on(project))
    assert 'href="sundays/"' in drawn
    assert (
        "Shelves close on Sundays Deprecated, gone in 5.0 Low impact "
        "Asking for a shelf on a Sunday warns now and fails in the release after next." in text(drawn)
    )


def test_a_silent_change_says_so(project: Project) -> None:
    quiet = GOOD.replace("kind: deprecated", "kind: changed").replace("removed: 5.0", "silent: true")
    project.write("4.1/sundays", quiet)
    assert "Changed Low impact Silent" in text(changes.breaks_first(here_on(project)))


def test_new_things_stand_by_area_and_not_among_what_breaks(project: Project) -> None:
    project.write("4.1/news", NEW)
    here = here_on(project)
    assert changes.breaks_first(here) == ""
    assert "### Authentication and passwords (1) { #new-auth }" in changes.new_by_area(here)


def test_titles_are_escaped_and_code_in_them_is_code(project: Project) -> None:
    project.write("4.1/news", NEW)
    assert "Shelves know <code>__str__</code> &amp; more" in changes.new_by_area(here_on(project))


def test_changes_by_kind_and_by_area_have_their_own_anchors(project: Project) -> None:
    project.write("4.1/sundays")
    here = here_on(project)
    assert "{ #kind-deprecated }" in changes.changes_by_kind(here)
    assert "{ #area-auth }" in changes.changes_by_area(here)


def test_changes_of_all_releases_name_theirs(project: Project) -> None:
    project.write("4.1/sundays")
    project.write("4.2/mondays", GOOD.replace("removed: 5.0", "removed: 5.1"))
    drawn = changes.all_changes(here_on(project, "index.md"))
    assert "## Authentication and passwords (2) { #area-auth }" in drawn
    assert "Shelves close on Sundays 4.2 Deprecated" in text(drawn)


def test_a_deprecation_says_when_it_bites_and_links_to_its_page(project: Project) -> None:
    project.write("4.1/sundays")
    (table,) = tables(changes.deprecated_here(here_on(project)))
    row = next(row for row in table.rows if "LogoutView" in row[0])
    assert row[1:] == ["5.0 (Dec 4, 2023)", "Shelves close on Sundays Low impact"]


def test_a_deprecation_that_ends_in_a_planned_release_gives_the_plan(project: Project) -> None:
    (table,) = tables(changes.deprecated_here(here_on(project), "6.1"))
    assert {row[1] for row in table.rows} == {"2028 (planned for Jan 2028)"}


def test_what_is_gone_in_a_release_says_since_when_it_warned(project: Project) -> None:
    (table,) = tables(changes.removed_here(here_on(project)))
    assert ["default_app_config", "3.2", "Django’s timeline"] in table.rows


def test_a_removal_without_a_deprecation_here_is_listed_first(project: Project) -> None:
    project.write("4.1/gone", GOOD.replace("kind: deprecated", "kind: removed").replace("removed: 5.0\n", ""))
    drawn = changes.removed_here(here_on(project))
    assert drawn.index('href="gone/"') < drawn.index("<table")


def test_a_release_that_removes_nothing_says_so(project: Project) -> None:
    said = changes.removed_here(here_on(project), "4.2")
    assert said == "Nothing in Django’s deprecation timeline ends in 4.2."


def test_the_timeline_has_a_table_for_each_release_of_removal_newest_first(project: Project) -> None:
    drawn = changes.deprecation_timeline(here_on(project))
    headings = [line for line in drawn.split("\n") if line.startswith("## ")]
    assert headings[-1] == "## Gone in 3.0 { #gone-in-3-0 }"
    assert headings.index("## Gone in 5.0 { #gone-in-5-0 }") < headings.index(
        "## Gone in 4.1 { #gone-in-4-1 }"
    )
    captions = [table.caption for table in tables(drawn)]
    assert len(captions) == len(headings)
    assert "30 deprecations end in Django 5.0, released on December 4, 2023" in captions


def test_a_ticket_leads_to_its_changes(project: Project) -> None:
    project.write("4.1/sundays")
    drawn = changes.ticket_table(here_on(project))
    (table,) = tables(drawn)
    assert table.rows == [["#15619", "Shelves close on Sundays Deprecated, gone in 5.0 Low impact", "4.1"]]
    assert 'href="https://code.djangoproject.com/ticket/15619"' in drawn
    assert 'id="ticket-15619"' in drawn


def test_an_uncovered_release_says_plainly_that_nothing_is_covered(project: Project) -> None:
    drawn = changes.coverage_statement(here_on(project), "5.0")
    assert (
        text(drawn) == "None of the 122 entries of Django’s own notes for 5.0 has a page here so far: "
        "read the official notes."
    )
    assert "/releases/5.0/" in drawn


def test_a_release_in_part_covered_counts_what_is_left(project: Project) -> None:
    project.write("4.1/sundays", GOOD.replace("covers: []", "covers: [026d2478]"))
    project.write("4.1/index", RELEASE_PAGE)
    said = text(changes.coverage_statement(here_on(project)))
    assert said.startswith(
        "2 of the 118 entries of Django’s own notes for 4.1 are accounted for so far: 1 has a page here, "
        "1 is left out for a stated reason. For the other 116 read the official notes."
    )
    assert "CSRF_COOKIE_MASKED: It repeats what another entry says in other words." in said


def test_pages_beyond_the_official_notes_are_counted(project: Project) -> None:
    project.write("4.1/sundays", GOOD)
    assert "1 more page tells of a change without an entry there" in text(
        changes.coverage_statement(here_on(project), "4.1")
    )


def test_a_planned_release_has_nothing_to_cover(project: Project) -> None:
    assert changes.coverage_statement(here_on(project), PLANNED[0]) == ""


def test_a_release_page_has_no_section_without_content(project: Project) -> None:
    drawn = release_sections.release_sections(here_on(project), PLANNED[0])
    assert {line for line in drawn.split("\n") if line.startswith("## ")} <= {"## Removed here"}


def test_a_release_page_has_its_sections_in_order(project: Project) -> None:
    project.write("4.1/sundays")
    drawn = release_sections.release_sections(here_on(project))
    assert [line[3:] for line in drawn.split("\n") if line.startswith("## ")] == [
        "What breaks first",
        "Deprecated here",
        "Removed here",
        "Requirements",
        "Patch releases",
    ]
