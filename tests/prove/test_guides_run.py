"""Statements of guides run on real Django, and their records lie in a file of their own."""

import json

import pytest

from atlas.prove.__main__ import main
from tests.desk import Desk, fence

pytestmark = pytest.mark.slow

NEWER = """
import django
assert django.VERSION >= (4, 1), django.get_version()
"""


@pytest.mark.django
def test_the_statements_of_a_guide_are_recorded_and_judged(desk):
    table: Desk = desk("4.0", "4.1")
    table.write_guide("upgrade/moving", fence("Holds on 4.1-: it is new", NEWER))
    table.write_guide(
        "releases/4.1/index", fence("Holds everywhere: books are there", "assert Book.objects.count()")
    )
    assert "never run" in "\n".join(map(str, table.problems()))
    table.prove()
    written = json.loads((table.places.proof / "guides.json").read_text(encoding="utf-8"))
    assert {guide: list(rows) for guide, rows in written.items()} == {
        "releases/4.1/index": ["Holds: books are there"],
        "upgrade/moving": ["Holds: it is new"],
    }
    assert table.problems() == []
    assert not table.prove().results


@pytest.mark.django
def test_a_statement_of_a_guide_that_is_wrong_says_where_it_stands(desk):
    table: Desk = desk("4.0", "4.1")
    table.write_guide("upgrade/moving", fence("Holds everywhere: it is new", NEWER))
    table.prove()
    (found,) = table.problems()
    assert str(found).startswith(
        "docs/upgrade/moving.md:7: Holds everywhere: 'it is new': on Django 4.0.10: AssertionError: 4.0.10"
    )


@pytest.mark.django
def test_a_command_runs_as_the_guide_prints_it(desk):
    table: Desk = desk("4.1")
    good = fence(
        "Holds everywhere: it says its version", '$ python -m django --version | grep "^4.1"', "console"
    )
    table.write_guide("upgrade/moving", good, fence("Holds everywhere: it does not", "$ false", "console"))
    table.prove()
    (found,) = map(str, table.problems())
    assert "'it does not': on Django 4.1.13: exit status 1" in found


@pytest.mark.django
def test_the_record_of_a_guide_that_is_gone_goes(desk):
    table: Desk = desk("4.1")
    path = table.write_guide("upgrade/moving", fence("Holds everywhere: two is two", "assert 2 == 2"))
    table.write_guide("upgrade/staying", fence("Holds everywhere: two is two", "assert 2 == 2"))
    table.prove()
    path.unlink()
    (found,) = map(str, table.problems())
    assert found == "data/proof/guides.json: upgrade/moving: a record without a page; make prove"
    table.prove()
    assert table.problems() == []
    assert list(json.loads((table.places.proof / "guides.json").read_text(encoding="utf-8"))) == [
        "upgrade/staying"
    ]


@pytest.mark.django
@pytest.mark.parametrize("name", ["upgrade/moving", "upgrade", "docs/upgrade/moving.md"])
def test_a_guide_is_run_by_its_id_its_folder_or_its_path(desk, capsys, name):
    table: Desk = desk("4.1")
    table.write_guide("upgrade/moving", fence("Holds everywhere: two is two", "assert 2 == 2"))
    table.write_guide("about/us", fence("Holds everywhere: two is three", "assert 2 == 3"))
    assert main([name], table.folder) == 0
    assert "upgrade/moving statements: 1 as they say, 0 not" in capsys.readouterr().out
    assert main(["about/us"], table.folder) == 1
    assert main(["about/them"], table.folder) == 1
