"""Freshness, the share of claims without a run, and reasons that are not needed."""

import pytest

from tests.desk import Desk, fence

REASON = "no server of that age can be had any more"


@pytest.fixture
def table(desk) -> Desk:
    return desk("4.0", "4.1")


def said(table: Desk) -> str:
    return "\n".join(map(str, table.problems()))


def test_a_page_that_was_never_run_is_named_with_the_command(table):
    table.write("4.1/x", fence("After", "print(1)"), kind="added")
    assert said(table) == "docs/releases/4.1/x.md:9: After: was never run; make prove CHANGE=4.1/x"


@pytest.mark.django
def test_a_sample_that_changed_since_its_run_is_stale(table):
    table.write("4.1/x", fence("After", "Book.objects.order_by('pk').aget"), kind="added")
    table.prove()
    assert said(table) == ""
    table.write("4.1/x", fence("After", "Book.objects.aget"), kind="added")
    assert "After: changed since it was run; make prove CHANGE=4.1/x" in said(table)


@pytest.mark.django
def test_a_false_claim_is_told_release_by_release(table):
    table.write("4.1/x", fence("After", "print(Book.objects.count())"), kind="added")
    table.prove()
    assert "claimed new in 4.1, found the same on 4.0, 4.1 runs and prints '5'" in said(table)


@pytest.mark.django
def test_a_reason_that_is_not_needed_is_an_error(table):
    fences = fence("Before", "Author().books.all()"), fence("After", "author.books.all()")
    table.write("4.1/x", *fences, kind="changed", fix_from="4.0", unproved=REASON)
    table.prove()
    assert "unproved: found a reason, but the claim is proved without it; take `unproved` out" in said(table)


#: A record without a run, of a page that is not there.
RECORD = '{"4.1/y": {"After": {"key": "0123456789ab", "results": []}}}'


def test_a_record_whose_page_is_gone_is_an_error(table):
    table.write("4.1/x", kind="changed", unproved=REASON)
    (table.folder / "data/proof/4.1.json").write_text(RECORD)
    assert said(table) == "data/proof/4.1.json: 4.1/y: a record without a page; make prove"


def test_a_reason_excuses_a_claim_that_cannot_be_run(table):
    table.write("4.1/x", kind="changed", unproved=REASON)
    assert said(table) == ""


def test_too_many_reasons_are_an_error(table):
    for number in range(4):
        table.write(f"4.1/x-{number}", kind="changed", unproved=REASON)
    words = said(table)
    assert words.startswith("docs/releases: unproved: 4 of 4 pages that force work, at most 3 may: 4.1/x-0, ")


@pytest.mark.django
def test_a_fixer_is_run_and_its_verdict_recorded(table):
    before = "from django.utils import timezone\nprint(timezone.utc)"
    after = "import datetime\nprint(datetime.timezone.utc)"
    fields = {"kind": "deprecated", "removed": "5.0", "fix_from": "4.0", "fixer": "utils_timezone"}
    table.write("4.1/x", fence("Before", before), fence("After", after), **fields)
    table.prove()
    assert said(table) == ""
    fixer = table.record("4.1/x").fixer
    assert (fixer.verdict, fixer.target, fixer.fixers) == ("full", "4.1", ("utils_timezone",))
    assert "dt.timezone.utc" in fixer.text
