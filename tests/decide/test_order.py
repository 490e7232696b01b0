"""Changes in the orders in which readers look for them."""

from atlas.decide.order import added, breaking, by_area, by_impact, by_kind, by_release, by_ticket
from atlas.records.change import Change
from atlas.records.library import load
from tests.project import GOOD, Project


def _write(project: Project, slug: str, title: str, *changes: tuple[str, str]) -> None:
    text = GOOD.replace("Shelves close on Sundays", title)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    project.write(slug, text)


def _changes(project: Project) -> list[Change]:
    library, problems = load(project.root)
    assert not problems
    return list(library.changes)


def test_what_breaks_first_is_sorted_by_impact_and_silent_changes_lead(project: Project) -> None:
    changed = ("kind: deprecated", "kind: changed"), ("removed: 5.0\n", "")
    _write(project, "4.1/a", "Alpha is of low impact")
    _write(project, "4.1/b", "Beta is of high impact", ("impact: low", "impact: high"))
    _write(
        project, "4.1/c", "Gamma is high and silent", ("impact: low", "impact: high\nsilent: true"), *changed
    )
    changes = _changes(project)
    assert [change.slug for change in breaking(changes)] == ["c", "b", "a"]
    assert {key: len(rows) for key, rows in by_impact(changes).items()} == {"high": 2, "low": 1}


def test_new_things_force_no_work(project: Project) -> None:
    new = (
        ("kind: deprecated", "kind: added"),
        ("impact: low\n", ""),
        ("removed: 5.0\n", ""),
        ("fixer: manual\n", ""),
    )
    _write(project, "4.1/a", "Alpha is something new", *new)
    changes = _changes(project)
    assert breaking(changes) == []
    assert [change.slug for change in added(changes)] == ["a"]


def test_areas_come_in_alphabetical_order_and_empty_ones_not_at_all(project: Project) -> None:
    _write(project, "4.1/a", "Alpha is about views", ("area: auth", "area: views"))
    _write(project, "4.1/b", "Beta is about the admin", ("area: auth", "area: admin"))
    _write(project, "4.1/c", "Gamma is about ASGI too", ("area: auth", "area: async"))
    assert list(by_area(_changes(project))) == ["admin", "async", "views"]


def test_kinds_releases_and_tickets_group_as_well(project: Project) -> None:
    _write(project, "4.1/a", "Alpha has a ticket of its own", ("[15619]", "[15619, 33000]"))
    _write(project, "4.2/b", "Beta shares one of them here", ("removed: 5.0", "removed: 5.1"))
    library, _ = load(project.root)
    changes = list(library.changes)
    assert list(by_kind(changes)) == ["deprecated"]
    assert list(by_release(changes)) == ["4.2", "4.1"]
    assert {ticket: [change.slug for change in rows] for ticket, rows in by_ticket(library).items()} == {
        33000: ["a"],
        15619: ["a", "b"],
    }
