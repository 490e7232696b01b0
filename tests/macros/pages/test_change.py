"""A change page shows its facts, its runs and its neighbors, and hides nothing that was recorded."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from atlas.facts import reach
from atlas.facts.proof_files import page_proof
from atlas.facts.proofs import Environment, Proofs
from atlas.facts.reach import Met, ReleaseReach
from atlas.records.change import Change
from atlas.records.library import Library, load
from atlas.records.rule_keys import rule_key
from macros.build.here import Here
from macros.pages.change import beside, insertions, official_notes, sheet
from tests.html_tables import tables, text
from tests.macros.one_page import build_of, here_on, rendered
from tests.project import GOOD, NO_RULE, Project

CONTENT = """Intro.

## Who is affected

You.

## Before and after

Code.

## How to change your code
"""
WARNING = {"category": "RemovedInDjango50Warning", "text": "Shelves <close>."}
RECORD = {
    "Before": {
        "key": "000000000000",
        "results": [
            {"releases": ["3.2", "4.0"], "status": "ok", "output": "1"},
            {"releases": ["4.1", "4.2"], "status": "warns", "output": "1", "messages": [WARNING]},
            {"releases": ["5.0"], "status": "fails", "error": {"type": "ImportError", "text": "no shelf"}},
        ],
    },
    "After": {
        "key": "000000000001",
        "results": [{"releases": ["3.2", "4.0", "4.1", "4.2", "5.0"], "status": "ok"}],
    },
}
ENVIRONMENTS = {
    name: Environment(f"{name}.9", "3.9.18" if name == "3.2" else "3.10.13", "2026-11-21")
    for name in ("3.2", "4.0", "4.1", "4.2", "5.0")
}


def library_of(project: Project) -> Library:
    library, problems = load(project.root)
    assert not problems
    return library


def page(project: Project, record: Mapping[str, Any] | None = None, change: str = "4.1/shelves") -> str:
    proofs = Proofs({change: page_proof(record)} if record else {}, ENVIRONMENTS)
    return draw(project, proofs, CONTENT, change)


def draw(project: Project, proofs: Proofs, content: str, change: str = "4.1/shelves") -> str:
    here = Here(build_of(project, proofs=proofs), f"releases/{change}.md")
    return sheet(here, here.build.library.by_id[change], rendered(here, content))


@pytest.fixture
def shelves(project: Project) -> Project:
    project.write("4.1/shelves")
    return project


def facts(html: str) -> dict[str, str]:
    """The facts at a glance: label to text."""
    inside = html.partition('class="facts"')[2].partition("</aside>")[0]
    rows = re.findall(r"<dt[^>]*>(.*?)</dt><dd[^>]*>(.*?)</dd>", inside, re.DOTALL)
    return {text(label): text(value) for label, value in rows}


def test_facts_stand_at_a_glance(shelves: Project) -> None:
    found = facts(page(shelves))
    assert found["Deprecated"] == "4.1"
    assert found["Removed"] == "5.0"
    assert found["Fixable"] == "from 4.1 on"
    assert found["Impact"] == "low"
    assert found["Area"] == "Authentication and passwords"
    assert found["Fixer"] == "none, by hand"
    assert found["Ticket"] == "#15619"
    assert found["Official notes"] == "have no entry for it"
    assert "django.contrib.auth.views.LogoutView" in found["Names"]


def test_a_ticket_links_to_djangos_tracker(shelves: Project) -> None:
    assert '<a href="https://code.djangoproject.com/ticket/15619">#15619</a>' in page(shelves)


def test_the_official_notes_are_linked_at_the_place_that_the_page_covers(project: Project) -> None:
    unit = next(
        row
        for row in load(project.root)[0].facts.notes["4.1"]
        if row.unit and row.anchor == "log-out-via-get"
    )
    project.write("4.1/shelves", GOOD.replace("covers: []", f"covers: [{unit.hash}]"))
    build = build_of(project)
    library = build.library
    (link,) = official_notes(build, library.by_id["4.1/shelves"])
    assert link.text == "4.1: Log out via GET"
    newest = library.facts.django.rsplit(".", 1)[0]
    assert link.url == f"https://docs.djangoproject.com/en/{newest}/releases/4.1/#log-out-via-get"


def test_the_strip_has_a_cell_for_every_release_in_each_row(shelves: Project) -> None:
    library = library_of(shelves)
    (strip,) = tables(page(shelves, RECORD))
    assert strip.rows[1] == ["Before", "not run", "works", "warns", "fails", "not run"]
    spans = [
        int(number) for number in re.findall(r'<td class="run--[^>]*colspan="(\d+)"', page(shelves, RECORD))
    ]
    assert sum(spans) == 2 * len(library.facts.releases)


def test_the_exact_text_of_a_warning_is_there_and_is_text(shelves: Project) -> None:
    html = page(shelves, RECORD)
    assert "Shelves &lt;close&gt;." in html
    assert "no shelf" in html


def test_each_result_says_what_it_was_got_with(shelves: Project) -> None:
    shown = text(page(shelves, RECORD))
    assert "Python 3.9.18: Django 3.2.9. Python 3.10.13: Django 4.0.9. Run on 2026-11-21." in shown


def test_exact_results_stand_right_after_the_samples(shelves: Project) -> None:
    html = page(shelves, RECORD)
    assert (
        html.index("<p>Code.</p>")
        < html.index('id="recorded-runs"')
        < html.index('id="how-to-change-your-code"')
    )


def test_exact_results_stand_after_the_example_of_a_new_thing(shelves: Project) -> None:
    proofs = Proofs({"4.1/shelves": page_proof(RECORD)}, ENVIRONMENTS)
    content = "## Example\n\nCode.\n\n## Limits"
    html = draw(shelves, proofs, content)
    assert html.index("<p>Code.</p>") < html.index('id="recorded-runs"') < html.index('id="limits"')


def test_a_page_without_runs_shows_the_plan_alone(shelves: Project) -> None:
    html = page(shelves)
    assert "Warns from 4.1 on, gone in 5.0" in html
    assert "recorded-runs" not in html


def test_a_claim_that_cannot_be_run_says_why(project: Project) -> None:
    reason = "it takes two servers and an hour"
    project.write("4.1/shelves", GOOD.replace("covers: []", f"covers: []\nunproved: {reason}"))
    assert f"Not run: {reason}" in text(page(project))


def test_what_a_scan_looks_for_stands_with_who_is_affected(project: Project) -> None:
    rule = "detect: {name: django.contrib.auth.views.LogoutView}"
    project.write("4.1/shelves", GOOD.replace("covers: []", f"covers: []\n{rule}"))
    html = page(project)
    assert html.index("<p>You.</p>") < html.index("imports and uses of") < html.index('id="before-and-after"')


def test_what_a_fixer_rewrites_is_shown(shelves: Project) -> None:
    fixer = {
        "key": "000000000002",
        "verdict": "full",
        "target": "4.1",
        "fixers": ["shelf"],
        "text": "shelf.open()",
    }
    html = page(shelves, {**RECORD, "fixer": fixer})
    said = text(html)
    assert f"xargs -0 django-upgrade --target-version {fixer['target']}" in said
    assert (
        said.index("Before and after") < said.index("xargs -0 django-upgrade") < said.index("How to change")
    )
    assert "django-upgrade rewrites Before in full" in text(html)
    assert "shelf.open()" in html


def test_a_new_thing_has_no_impact_and_no_plan(project: Project) -> None:
    added = GOOD.replace("kind: deprecated", "kind: added").replace("impact: low\nremoved: 5.0\n", "")
    project.write("4.1/shelves", added.replace("fixer: manual\n", ""))
    html = page(project)
    assert facts(html)["Since"] == "4.1"
    assert "Impact" not in facts(html)
    assert "lifeline" not in html


def test_neighbors_follow_the_order_of_the_release_page(project: Project) -> None:
    project.write("4.1/low")
    project.write("4.1/high", GOOD.replace("impact: low", "impact: high"))
    project.write("4.1/medium", GOOD.replace("impact: low", "impact: medium"))
    project.write("4.0/other", GOOD)
    neighbors = build_of(project).neighbors
    found = neighbors["4.1/medium"]
    assert [one.id if one else None for one in found] == ["4.1/high", "4.1/low"]
    assert neighbors["4.1/high"][0] is None
    assert neighbors["4.0/other"] == (None, None)


def test_the_list_beside_a_page_marks_the_page(project: Project) -> None:
    project.write("4.1/low")
    project.write("4.1/high", GOOD.replace("impact: low", "impact: high"))
    here = here_on(project, "releases/4.1/low.md")
    html = beside(here, here.build.library.by_id["4.1/low"])
    assert html.index("High impact") < html.index("Low impact")
    assert re.findall(r'href="([^"]+)" aria-current="page"', html) == ["./"]


def test_changes_of_low_impact_are_listed_beside_their_own_alone(project: Project) -> None:
    project.write("4.1/low")
    project.write("4.1/high", GOOD.replace("impact: low", "impact: high"))
    here = here_on(project, "releases/4.1/high.md")
    assert "Low impact" not in beside(here, here.build.library.by_id["4.1/high"])


def test_a_page_says_in_how_many_projects_its_rules_were_met(project: Project) -> None:
    project.write("4.1/shelves", GOOD.replace(NO_RULE, "detect:\n  - setting: SHELF_DAY\n"))
    (change,) = library_of(project).changes
    met = Met(rules=rule_key(change), packages=1, applications=0)
    row = ReleaseReach(
        day="2022-08-03", packages={"labels": "3.0"}, applications={"room": "5"}, changes={change.id: met}
    )
    (project.root / "data/reach.json").unlink(missing_ok=True)
    assert "Met in" not in looked_for(project, change)
    (project.root / "data/reach.json").write_text(reach.to_json({"4.1": row}))
    assert "Met in 1 of 1 packages and 0 of 1 applications (2022)." in looked_for(project, change)


def looked_for(project: Project, change: Change) -> str:
    return "".join(part.html for part in insertions(build_of(project), change))
