"""The skeleton of the official notes: what counts as a unit, and what stays the same when text moves."""

from itertools import pairwise

import pytest

from atlas.facts.schema import Unit
from atlas.sync.errors import SyncError
from atlas.sync.notes import rows
from atlas.sync.sources.rst import parse
from tests.sync.archives import FEATURE_NOTES

NAME = "docs/releases/4.1.txt"


def notes(text: str = FEATURE_NOTES) -> list[Unit]:
    return rows(parse(NAME, text))


def find(start: str, text: str = FEATURE_NOTES) -> Unit:
    """The row whose first line starts so."""
    lines = text.split("\n")
    return next(row for row in notes(text) if lines[row.line - 1].strip().startswith(start))


def test_a_heading_with_text_is_a_unit_and_its_bullets_are_details() -> None:
    assert (find("Lending").role, find("Lending").unit) == ("section", True)
    assert (find("* A detail").role, find("* A detail").unit) == ("detail", False)


def test_bullets_under_a_bare_heading_are_units_and_nested_ones_are_details() -> None:
    assert find(":mod:`library.desk`").role == "container"
    assert find("* The new").role == find("* It closes").role == "bullet"
    assert find("* Twice").role == "detail"


def test_a_list_that_a_text_only_introduces_is_a_list_of_units() -> None:
    heading = "Database backend API\n--------------------\n\n"
    text = f"{FEATURE_NOTES}\n{heading}This is for backends.\n\n* One change.\n"
    assert find("Database", text).role == "container"
    assert find("Database", text).line_end == find("* One change", text).line - 2
    assert find("* One change", text).role == "bullet"
    assert find("* One change", text).kind == "database"


def test_a_unit_spans_its_lines_with_what_belongs_to_it() -> None:
    lending, bullet = find("Lending"), find("* The new")
    assert (lending.line, lending.line_end) == (17, 22)
    assert (bullet.line, bullet.line_end) == (30, 32)


def test_kinds_follow_the_part_of_the_notes() -> None:
    kinds = {row.section[-1]: row.kind for row in notes()}
    assert kinds["Python compatibility"] == "python"
    assert kinds["Lending shelves"] == "feature-major"
    assert kinds["library.desk"] == "feature-minor"
    assert kinds["Dropped support for PostgreSQL 10"] == "database"
    assert kinds["library.maps"] == "breaking"


def test_symbols_and_tickets_are_those_of_the_unit_without_its_bullets() -> None:
    assert find("Lending").symbols == ("library.shelves.Shelf", "books")
    assert find("Lending").tickets == (123,)
    assert find("* The new").symbols == ("library.desk.ring",)
    assert find("* Twice").symbols == ("times=2",)


def test_a_hash_survives_new_line_breaks_and_not_new_words() -> None:
    rewrapped = FEATURE_NOTES.replace("The new :func:", "The new\n  :func:")
    reworded = FEATURE_NOTES.replace("rings.", "chimes.")
    assert find("* The new", rewrapped).hash == find("* The new").hash
    assert find("* The new", reworded).hash != find("* The new").hash


def test_a_removal_knows_where_it_was_deprecated() -> None:
    heading = "Features removed in 4.1\n=======================\n\n"
    since = "See :ref:`deprecated-features-3.1` for the reasons.\n\n* Gone.\n\n"
    later = "See the :ref:`notes of 3.2 <deprecated-features-3.2>`.\n\n* Also gone.\n"
    text = f"{FEATURE_NOTES}\n{heading}{since}{later}"
    assert find("* Gone", text).deprecated_in == "3.1"
    assert find("* Also gone", text).deprecated_in == "3.2"
    assert find("* Gone", text).kind == "removed"


def test_rows_stand_in_the_order_of_the_notes() -> None:
    assert all(one.line < other.line for one, other in pairwise(notes()))


def test_notes_without_a_known_part_are_refused() -> None:
    with pytest.raises(SyncError, match=r"4\.1\.txt:1: found no heading that starts with What's new in"):
        notes(FEATURE_NOTES.replace("What's new", "Hot off the press"))
