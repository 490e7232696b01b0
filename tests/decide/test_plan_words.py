"""What is said of hops and steps: once, for the planner, its tickets and the guides."""

from pathlib import Path

import pytest

from atlas.decide import plan_words
from atlas.decide.plan import Hop, hops
from atlas.facts import default_files
from atlas.records.library import load
from tests.library import library_of
from tests.project import GOOD, Project


@pytest.fixture
def found(root: Path) -> dict[str, Hop]:
    library = library_of(root)
    return {hop.new: hop for hop in hops(library, default_files.load(library.facts.data))}


def test_a_list_says_what_it_is_for(found: dict[str, Hop]) -> None:
    assert plan_words.meaning(found["4.0"], "stops") == (
        "The old code raises an error on 4.0, or 4.0 does not start with it."
    )
    assert plan_words.meaning(found["4.0"], "run").startswith("Install 4.0.10, let django-upgrade")
    assert plan_words.meaning(found["4.0"], "warns").startswith("These begin to warn on 4.0")


def test_a_hop_says_what_is_done_before_with_and_after_it(found: dict[str, Hop]) -> None:
    said = plan_words.order(found["4.0"])
    assert "can be done on 3.2 already, unless it is marked “With 4.0”" in said
    assert "only then install 4.0.10" in said


def test_what_to_type_at_a_hop_is_one_block(found: dict[str, Hop]) -> None:
    assert plan_words.commands(found["4.0"]) == (
        'python -m pip install "Django~=4.0.10" django-upgrade\n'
        "git ls-files -z -- '*.py' | xargs -0 django-upgrade --target-version 4.0\n"
        "python -Wa manage.py check\n"
        "python -Wa manage.py test"
    )


def test_a_step_says_when_it_can_be_done_when_it_must_and_how(project: Project) -> None:
    project.write("4.1/shelves", GOOD.replace("fixer: manual", "fixer: utils_timezone\nfix_from: 3.2"))
    change = load(project.root)[0].by_id["4.1/shelves"]
    assert tuple(plan_words.step_words(change, False, True)) == (
        "Deprecated in 4.1",
        "can be done from 3.2 on",
        "stops in 5.0",
        "django-upgrade rewrites the common form (utils_timezone)",
        "proved by runs",
    )
    assert plan_words.step_words(change, True, False).possible == "only with the hop to 5.0"
    assert plan_words.step_words(change, True, False).proof == ""
    assert plan_words.with_django(change) == "With 5.0"


def test_a_step_without_an_end_and_a_fixer_is_done_by_hand(project: Project) -> None:
    project.write(
        "4.1/shelves", GOOD.replace("kind: deprecated", "kind: changed").replace("removed: 5.0\n", "")
    )
    said = plan_words.step_words(load(project.root)[0].by_id["4.1/shelves"], True, False)
    assert (said.kind, said.possible, said.end, said.how) == (
        "Changed in 4.1",
        "only with the hop to 4.1",
        "",
        "by hand",
    )


def test_ids_of_extra_steps_stay_as_they_are_for_ticks_are_kept_under_them(found: dict[str, Hop]) -> None:
    four = found["4.0"]
    assert plan_words.install(four).id == "switch/4.0"
    assert plan_words.patch("3.2", "3.2.25").id == "patch/3.2.25"
    names = {move.product: plan_words.move(four, move).id for move in four.moves}
    assert names["Python"] == "python/4.0-3.10"
    assert names["PostgreSQL"] == "postgresql/4.0-10"
    assert names["Oracle"] == "oracle/4.0-19c"


def test_a_python_says_to_move_first_only_where_one_of_the_old_release_is_refused(
    found: dict[str, Hop],
) -> None:
    assert plan_words.pythons(found["4.1"]) == "Python 3.8 to 3.10 run both 4.0 and 4.1."
    assert plan_words.pythons(found["4.0"]) == (
        "Python 3.8 to 3.10 run both 3.2 and 4.0. Move while still on 3.2, in a separate deployment."
    )


def test_databases_that_rise_are_named(found: dict[str, Hop]) -> None:
    assert plan_words.databases(found["4.1"]) == (
        "Move from PostgreSQL 10 to 11 or newer and from MariaDB 10.2 to 10.3 or newer. "
        "Django 4.1 takes no older ones, and 4.0 runs on them already: raise them first."
    )
    assert plan_words.databases(found["5.2"]).endswith(
        "takes no older one, and 5.1 runs on it already: raise it first."
    )
    assert plan_words.databases(found["4.0"]).startswith(
        "Move from PostgreSQL 9.6 to 10 or newer and from Oracle"
    )


def test_notes_that_are_all_read_are_not_spoken_of(project: Project, found: dict[str, Hop]) -> None:
    assert plan_words.unread(found["4.1"]) == ""
    library, _ = load(project.root)
    empty = {hop.new: hop for hop in hops(library, default_files.load(library.facts.data))}
    assert plan_words.unread(empty["4.1"]) == (
        "118 of the 118 entries of Django’s own notes for 4.1 have no page here yet."
    )
