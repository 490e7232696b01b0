"""Django's deprecation timeline beside the pages that explain its entries."""

from atlas.decide.deprecations import begun_in, ending_in, telling, timeline
from atlas.records.library import Library, load
from tests.project import GOOD, Project


def _library(project: Project) -> Library:
    library, problems = load(project.root)
    assert not problems
    return library


def test_every_entry_of_the_timeline_is_listed_by_release_of_removal(project: Project) -> None:
    library = _library(project)
    rows = timeline(library)
    assert len(rows) == len(library.facts.deprecations)
    assert [row.removed_in for row in rows if row.removed_in in ("4.1", "5.0")] == ["4.1"] * 7 + ["5.0"] * 30


def test_what_begins_and_what_ends_in_a_release_are_told_apart(project: Project) -> None:
    rows = timeline(_library(project))
    assert ("default_app_config",) in [row.symbols for row in ending_in(rows, "4.1")]
    assert ("CSRF_COOKIE_MASKED",) in [row.symbols for row in begun_in(rows, "4.1")]


def test_a_page_stands_beside_the_entry_that_it_is_about(project: Project) -> None:
    project.write("4.1/sundays")
    with_page = [row for row in timeline(_library(project)) if row.changes]
    assert [change.id for row in with_page for change in row.changes] == ["4.1/sundays"]
    assert "django.contrib.auth.views.LogoutView" in with_page[0].symbols


def test_what_a_page_covers_leads_to_its_entry_as_well(project: Project) -> None:
    text = GOOD.replace("symbols: [django.contrib.auth.views.LogoutView]\n", "")
    project.write("4.1/sundays", text.replace("covers: []", "covers: [932c7e31]"))
    with_page = [row for row in timeline(_library(project)) if row.changes]
    assert [row.symbols for row in with_page] == [("CSRF_COOKIE_MASKED",)]


def test_an_entry_that_has_only_literals_is_found_by_what_a_page_covers(project: Project) -> None:
    text = GOOD.replace("symbols: [django.contrib.auth.views.LogoutView]\n", "")
    project.write("4.0/sundays", text.replace("covers: []", "covers: [f37eb845]"))
    with_page = [row for row in timeline(_library(project)) if row.changes]
    assert [row.symbols for row in with_page] == [("'http'", "'https'")]


def test_a_page_that_no_entry_is_about_has_a_row_of_its_own(project: Project) -> None:
    project.write("4.1/sundays", GOOD.replace("django.contrib.auth.views.LogoutView", "library.Shelf"))
    library = _library(project)
    own = [row for row in timeline(library) if row.changes]
    assert [(row.symbols, row.anchor) for row in own] == [(("library.Shelf",), None)]
    assert len(timeline(library)) == len(library.facts.deprecations) + 1


def test_a_template_tag_is_told_by_its_name() -> None:
    assert telling(["{% ifequal %}", "ifnotequal"]) == {"ifequal", "ifnotequal"}


def test_names_that_say_nothing_of_django_match_nothing() -> None:
    assert telling(["None", "TypeError", '"http"', "IS NULL", "a.b.LogoutView", "errors=None", "save()"]) == {
        "LogoutView",
        "errors",
        "save",
    }
