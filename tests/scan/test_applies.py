"""Which changes concern a move, and by when each is necessary."""

from typing import Any

from atlas.scan.applies import applicable


def change(name: str, kind: str = "changed", impact: str = "low", **more: Any) -> dict[str, Any]:
    return {"id": name, "kind": kind, "impact": impact, **more}


def states(changes: list[dict[str, Any]], start: str, end: str) -> list[str]:
    return [f"{row['id']} {row['state']} {row['necessary_by']}" for row in applicable(changes, start, end)]


def test_nothing_applies_outside_of_the_move() -> None:
    rows = [change("3.2/a"), change("4.2/b", "removed"), change("5.0/c", "deprecated", removed="6.0")]
    assert states(rows, "3.2", "4.1") == []
    assert states([change("2.2/d", "deprecated", removed="3.1")], "3.2", "4.1") == []


def test_what_changes_on_the_way_breaks() -> None:
    rows = [change("4.0/a"), change("4.1/b", "removed"), change("4.1/c", "requirement")]
    assert states(rows, "3.2", "4.1") == ["4.0/a breaks 4.0", "4.1/b breaks 4.1", "4.1/c breaks 4.1"]


def test_a_deprecation_is_necessary_where_it_is_removed_whenever_it_began() -> None:
    rows = [change("3.1/a", "deprecated", removed="4.0"), change("4.0/b", "deprecated", removed="4.1")]
    assert states(rows, "3.2", "4.1") == ["3.1/a breaks 4.0", "4.0/b breaks 4.1"]


def test_a_deprecation_that_outlives_the_move_can_be_fixed_now() -> None:
    rows = [change("3.2/a", "deprecated", removed="5.0"), change("4.1/b", "deprecated", removed="5.0")]
    assert states(rows, "3.2", "4.1") == ["3.2/a pending 5.0", "4.1/b pending 5.0"]
    assert states(rows, "4.0", "4.0") == ["3.2/a pending 5.0"]


def test_the_most_pressing_comes_first() -> None:
    rows = [
        change("4.1/pending", "deprecated", "high", removed="5.0"),
        change("4.0/low"),
        change("4.1/high", impact="high"),
        change("4.0/medium", impact="medium"),
        change("4.0/high", impact="high"),
    ]
    assert [row["id"] for row in applicable(rows, "3.2", "4.1")] == [
        "4.0/high",
        "4.1/high",
        "4.0/medium",
        "4.0/low",
        "4.1/pending",
    ]


def test_versions_are_compared_as_numbers_also_by_year() -> None:
    assert states([change("2028/a"), change("10.0/b")], "6.2", "2028") == [
        "10.0/b breaks 10.0",
        "2028/a breaks 2028",
    ]
