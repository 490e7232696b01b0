"""The page of conventions has every mark that the site uses."""

from pathlib import Path

from atlas.facts.proofs import STATUSES as RUNS
from atlas.words.vocabulary import IMPACTS, KINDS, STATUSES
from macros.pages import conventions
from macros.runs.results import MARKS
from tests.html_tables import tables
from tests.macros.one_page import here_on
from tests.project import Project


def test_every_kind_impact_and_status_is_explained(project: Project) -> None:
    here = here_on(project)
    for macro, terms, after in (
        (conventions.kind_marks, KINDS, ""),
        (conventions.impact_marks, IMPACTS, " impact"),
        (conventions.support_marks, STATUSES, ""),
        (conventions.run_marks, MARKS, ""),
    ):
        (table,) = tables(macro(here))
        assert table.rows == [[term.label + after, term.meaning] for term in terms.values()]


def test_every_status_of_a_run_has_a_mark() -> None:
    assert set(RUNS) <= set(MARKS)


def test_headings_that_must_be_there_are_told_from_those_that_may(project: Project) -> None:
    html = conventions.headings_by_kind(here_on(project))
    assert "<strong>Who is affected</strong>, How to notice, <strong>Before and after</strong>" in html


def test_the_style_sheet_draws_every_mark(root: Path) -> None:
    folder = root / "docs/assets/stylesheets"
    css = "".join((folder / name).read_text(encoding="utf-8") for name in ("parts.css", "lists.css"))
    for name in (*(f"kind--{kind}" for kind in KINDS), *(f"impact--{impact}" for impact in IMPACTS)):
        assert f".{name} {{" in css, name
    for status in (*STATUSES, *(mark or "none" for mark in MARKS)):
        assert f".status--{status} {{" in css, status
