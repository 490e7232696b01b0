"""The deprecation timeline."""

import pytest

from atlas.sync.errors import SyncError
from tests.sync.archives import facts_of


def test_a_deprecation_knows_its_beginning_and_its_end() -> None:
    (row,) = facts_of().deprecations
    assert (row.deprecated_in, row.removed_in) == ("4.1", "5.0")
    assert row.symbols == ("library.desk.bell()",)
    assert (row.anchor, row.line) == ("deprecation-removed-in-5-0", 12)


def test_a_removal_in_a_release_numbered_by_year_comes_last() -> None:
    later = "2028\n----\n\nSee the Django 6.1 release notes.\n\n* Old.\n\n.. _deprecation-removed-in-5.0:"
    rows = facts_of(timeline=(".. _deprecation-removed-in-5.0:", later)).deprecations
    assert [(row.deprecated_in, row.removed_in) for row in rows] == [("4.1", "5.0"), ("6.1", "2028")]


def test_names_in_nested_bullets_count_for_the_deprecation() -> None:
    change = ("will be removed.\n", "will be removed:\n\n  * and ``gong()``\n")
    assert facts_of(timeline=change).deprecations[0].symbols == ("library.desk.bell()", "gong()")


def test_a_timeline_without_removals_is_refused() -> None:
    with pytest.raises(SyncError, match=r"deprecation\.txt:1: found no removals"):
        facts_of(timeline=("5.0\n---", "Five\n----"))
