"""Statements run on real Django: they hold inside of their spans and nowhere else."""

import pytest

from tests.desk import Desk, fence

NEWER = """
import django
assert django.VERSION >= (4, 1), django.get_version()
"""

GONE = "Book.objects.all().delete()"
WRITES = """
from pathlib import Path
from catalog import extra
file = Path(extra.__file__)
assert "seen" in file.read_text()
file.write_text("WORD = 2")
"""


def stands(desk, *titles_and_texts: tuple[str, str], releases=("4.0", "4.1")) -> Desk:
    table: Desk = desk(*releases)
    fences = [fence(title, text) for title, text in titles_and_texts]
    table.write(
        "4.1/x", fence("After", "title = 'Emma'"), "## Evidence", fence("Run", "print(title)"), *fences
    )
    return table


@pytest.mark.django
def test_a_statement_that_holds_where_it_says_so_is_one_line_of_the_record(desk):
    table = stands(
        desk, ("Holds on 4.1-: it is new", NEWER), ("Holds everywhere: two is two", "assert 2 == 2")
    )
    table.prove()
    written = (table.places.proof / "4.1.json").read_text(encoding="utf-8")
    rows = [line.strip() for line in written.splitlines() if "Holds" in line]
    assert [row.partition('"key"')[0] for row in rows] == ['"Holds: it is new": {', '"Holds: two is two": {']
    assert [row.rpartition('"on": ')[2].rstrip(",") for row in rows] == ['"4.1-"}', '"everywhere"}']
    assert not table.problems()


FAILED = "on Django 4.0.10: AssertionError: 4.0.10 (line 2: `assert django.VERSION >= (4, 1), django.get_version()`)"
HELD = "on Django 4.1.13: holds, but the statement does not speak of this version"


@pytest.mark.django
@pytest.mark.parametrize(
    ("spans", "said"), [("everywhere", [FAILED]), ("on 4.0-", [FAILED]), ("on 4.0", [FAILED, HELD])]
)
def test_a_statement_that_is_wrong_says_version_line_and_what_happened(desk, spans, said):
    table = stands(desk, (f"Holds {spans}: it is new", NEWER))
    table.prove()
    found = [str(problem) for problem in table.problems() if "it is new" in str(problem)]
    assert len(found) == len(said)
    assert [words for words, line in zip(said, found, strict=True) if words not in line] == []


@pytest.mark.django
def test_both_sides_of_a_patch_boundary_are_run(desk):
    """CVE-2022-28346: since 4.0.4 an alias with a quote is refused (docs/releases/4.0.4.txt)."""
    code = """
try:
    Book.objects.annotate(**{'a"b': models.Value(1)})
except ValueError:
    pass
else:
    raise AssertionError("it was taken")
"""
    table = stands(desk, ("Holds on 4.0.4-: aliases with quotes are refused", code))
    outcome = table.prove()
    assert {"4.0.3", "4.0.4"} <= set(outcome.environments)
    assert not [problem for problem in table.problems() if "aliases" in str(problem)]
    page = table.folder / "docs/releases/4.1/x.md"
    page.write_text(page.read_text(encoding="utf-8").replace("on 4.0.4-:", "on 4.0-4.0.3:"), encoding="utf-8")
    table.prove()
    said = "\n".join(map(str, table.problems()))
    assert (
        'on Django 4.0.3: AssertionError: it was taken (line 6: `raise AssertionError("it was taken")`)'
        in said
    )
    assert "on Django 4.0.4: holds, but the statement does not speak of this version" in said


@pytest.mark.django
def test_the_code_of_a_role_stands_before_the_statement_and_before_the_run(desk):
    table: Desk = desk("4.1")
    table.write(
        "4.1/x",
        fence("Before", "name = 'old'"),
        fence("After", "name = 'new'"),
        "## Evidence",
        fence("Run", "print(name)"),
        fence("Holds with Before everywhere: it is old", "assert name == 'old'"),
        fence("Holds with After everywhere: it is old, too", "assert name == 'old', name"),
    )
    table.prove()
    assert table.result("4.1/x", "Before", "4.1").output == "old"
    assert table.result("4.1/x", "After", "4.1").output == "new"
    wrong = [str(problem) for problem in table.problems() if "Holds" in str(problem)]
    assert len(wrong) == 1 and "AssertionError: new (line 1: `assert name == 'old', name`)" in wrong[0]


@pytest.mark.django
def test_steps_of_a_page_share_a_project_and_meet_no_traces_of_each_other(desk):
    table: Desk = desk("4.1")
    table.write(
        "4.1/x",
        fence("After: catalog/extra.py", "WORD = 'seen'"),
        "## Evidence",
        fence("Run", f"from catalog.extra import WORD\nprint(WORD)\n{GONE}"),
        fence("Holds with After everywhere: books are there", f"assert Book.objects.count()\n{GONE}"),
        fence("Holds with After everywhere: files are as they were", WRITES),
        fence("Holds with After everywhere: files are so still", f"{WRITES}\nassert Book.objects.count()"),
        kind="added",
    )
    table.prove()
    assert not table.problems()
    assert table.result("4.1/x", "After", "4.1").output == "seen"
