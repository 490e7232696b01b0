"""Statements against what happened: which versions are run, and on which a statement is not what it says."""

import pytest

from atlas.claims.keys import boundaries
from atlas.claims.statements import wrong
from atlas.records.evidence import Statement
from atlas.records.samples import Sample
from atlas.words.spans import Spans

PATCHES = ["3.2.1", "3.2.12", "3.2.13", "4.2.1", "4.2.9", "4.2.10", "5.0.1"]


@pytest.mark.parametrize(
    ("spans", "beside"),
    [
        ("everywhere", ()),
        ("5.0-", ()),
        ("4.1-4.2", ()),
        ("4.2.10-4.2", ("4.2.9", "4.2.10")),
        ("3.2-3.2.12", ("3.2.12", "3.2.13")),
        ("3.2.13-3.2, 4.2.1-", ("3.2.12", "3.2.13", "4.2", "4.2.1")),
        ("5.0.1-", ("5.0", "5.0.1")),
        ("5.0-5.0.1", ("5.0.1",)),
        ("5.0.7-", ()),
    ],
)
def test_both_sides_of_each_patch_boundary_are_run(spans: str, beside: tuple[str, ...]) -> None:
    assert boundaries(Spans.parse(spans), PATCHES) == beside


def statement(spans: str) -> Statement:
    return Statement("it is so", Spans.parse(spans), Sample("Holds: it is so", "python", "", 1))


def test_nothing_is_wrong_where_it_holds_inside_and_fails_outside() -> None:
    happened = {"4.2.30": "AssertionError", "5.0.14": "", "5.1.9": ""}
    assert wrong(statement("5.0-"), happened, list(happened)) == {}


def test_it_is_wrong_where_it_fails_inside_and_where_it_holds_outside() -> None:
    happened = {"4.2.30": "", "5.0.14": "", "5.1.9": "ImportError: no name x"}
    assert wrong(statement("5.0-"), happened, list(happened)) == {
        "4.2.30": "holds, but the statement does not speak of this version",
        "5.1.9": "ImportError: no name x",
    }
