"""The command: what it prints, and how it exits."""

import json

import pytest

from atlas.prove.__main__ import main
from atlas.prove.drawing import PARTS
from tests.desk import Desk, fence

NEW = fence("After", "from django.core.signing import Signer\nprint(len(Signer().signature('a')))")


@pytest.fixture
def table(desk) -> Desk:
    return desk("3.2", "4.1")


@pytest.mark.django
def test_a_true_page_ends_well_and_is_told_release_by_release(table, capsys):
    table.write("4.1/x", fence("After", "print(Book.objects.order_by('pk').aget is not None)"), kind="added")
    assert main(["4.1/x"], table.folder) == 0
    printed = capsys.readouterr().out
    assert "  3.2: fails\n    AttributeError: 'QuerySet' object has no attribute 'aget'" in printed
    assert "  4.1: ok\n    | True" in printed
    assert printed.endswith("1 page proved\n")


@pytest.mark.django
def test_a_false_page_ends_badly_and_the_table_says_which(table, capsys):
    table.write("4.1/x", NEW, kind="added")
    assert main([], table.folder) == 1
    printed = capsys.readouterr().out
    assert "4.1/x  After  ok    ok    BROKEN" in printed
    assert "docs/releases/4.1/x.md:9: After: claimed new in 4.1, found the same on 3.2, 4.1" in printed
    assert printed.endswith("1 problem\n")


def test_the_contract_alone_runs_nothing(table, capsys):
    table.write("4.1/x", NEW, kind="added")
    assert main(["--contract"], table.folder) == 1
    assert capsys.readouterr().out == (
        "docs/releases/4.1/x.md:9: After: was never run; make prove CHANGE=4.1/x\n1 problem\n"
    )


@pytest.mark.django
def test_a_record_written_by_hand_is_caught_by_a_cold_run(table, capsys):
    table.write("4.1/x", NEW, kind="added")
    main([], table.folder)
    path = table.places.proof / "4.1.json"
    record = json.loads(path.read_text())
    results = record["4.1/x"]["After"]["results"]
    record["4.1/x"]["After"]["results"] = [
        {"releases": ["3.2"], "status": "fails", "error": {"type": "TypeError", "text": "no"}},
        {**results[0], "releases": ["4.1"]},
    ]
    path.write_text(json.dumps(record))
    assert main(["--contract"], table.folder) == 0
    assert main(["--cold"], table.folder) == 1
    said = capsys.readouterr().out
    assert '4.1.json: 4.1/x After: recorded {"results": [{"releases": ["3.2"], "status": "fails", ' in said
    assert 'a run gave {"results": [{"releases": ["3.2", "4.1"], "status": "ok"' in said
    assert "; make prove CHANGE=4.1/x ALL=1\n" in said


def test_a_commit_draws_a_part_and_all_parts_together_are_every_page(table, capsys):
    names = [f"4.1/{one}{other}" for one in "abcdef" for other in "ghijklmn"]
    for name in names:
        table.write(name, NEW, kind="added")
    drawn = []
    for commit in range(PARTS):
        assert main(["--contract", "--drawn-by", f"{commit:040x}"], table.folder) == 1
        drawn.append(
            {line.split(".md")[0][-6:] for line in capsys.readouterr().out.splitlines() if ".md" in line}
        )
    assert sorted(name for part in drawn for name in part) == names
    assert all(drawn)


def test_what_is_no_commit_is_said(table, capsys):
    with pytest.raises(SystemExit):
        main(["--cold", "--drawn-by", "main"], table.folder)
    assert "--drawn-by: found 'main', expected the hash of a commit" in capsys.readouterr().err


def test_an_unknown_page_is_named(table, capsys):
    table.write("4.1/x", NEW, kind="added")
    assert main(["4.1/y"], table.folder) == 1
    assert (
        capsys.readouterr().out
        == "no page for 4.1/y: expected an id such as 4.1/logout-by-post or upgrade/hosting\n"
    )


def test_a_page_with_a_broken_record_says_so(table, capsys):
    table.write("4.1/x", NEW, kind="aded")
    assert main(["4.1/x"], table.folder) == 1
    assert "kind: found 'aded', expected one of" in capsys.readouterr().out


def test_claims_without_a_run_are_counted(table, capsys):
    table.write("4.1/x", kind="changed", unproved="no server of that age can be had any more")
    assert main([], table.folder) == 0
    assert capsys.readouterr().out.endswith("1 page proved; 1 of 1 that force work go without a run\n")
