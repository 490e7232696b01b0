"""The strip says for each release what was recorded, and says when nothing was."""

from atlas.facts.proofs import Message, Raised, Result
from macros.runs.results import runs, segments

ORDER = ("3.2", "4.0", "4.1", "4.2", "5.0")
WARNING = Message("RemovedInDjango50Warning", "It goes.")


def test_neighbors_with_the_same_mark_are_one_segment() -> None:
    marked = runs(
        "Before",
        [
            Result(("3.2", "4.0"), "ok", "1"),
            Result(("4.1", "4.2"), "warns", "1", (WARNING,)),
            Result(("5.0",), "fails", error=Raised("ImportError", "gone")),
        ],
    )
    assert [(one.word, one.releases) for one in segments(marked, ORDER)] == [
        ("works", ("3.2", "4.0")),
        ("warns", ("4.1", "4.2")),
        ("fails", ("5.0",)),
    ]


def test_a_silent_change_of_result_is_marked() -> None:
    before = runs("Before", [Result(("3.2",), "ok", "200"), Result(("4.0",), "ok", "405")])
    assert [run.word for run in before] == ["works", "differs"]


def test_several_results_are_told_apart_in_the_cells() -> None:
    before = runs("Before", [Result(("3.2", "4.0"), "ok", "200"), Result(("4.1", "4.2"), "ok", "405, no")])
    cells = segments(before, ORDER)
    assert [(cell.shown, cell.is_short) for cell in cells] == [
        ("200", True),
        ("405, no", False),
        ("not run", False),
    ]


def test_one_result_is_no_news() -> None:
    after = runs("After", [Result(("3.2", "4.0"), "ok", "200")])
    assert [cell.shown for cell in segments(after, ORDER)] == ["works", "not run"]


def test_a_result_that_does_not_fit_gives_way_to_the_word() -> None:
    long = "a result of twenty-five c"
    before = runs("Before", [Result(("3.2",), "ok", "1"), Result(("4.0", "4.1"), "ok", long)])
    assert [cell.shown for cell in segments(before, ORDER)][:2] == ["1", "differs"]


def test_what_is_printed_beside_a_warning_makes_no_results() -> None:
    before = runs("Before", [Result(("3.2",), "ok", "1"), Result(("4.0",), "warns", "2", (WARNING,))])
    assert [cell.shown for cell in segments(before, ORDER)][:2] == ["works", "warns"]


def test_after_is_compared_with_the_newest_release() -> None:
    after = runs("After", [Result(("3.2",), "ok", "old"), Result(("4.0",), "ok", "new")])
    assert [run.word for run in after] == ["differs", "works"]


def test_where_a_sample_fails_is_nothing_to_compare_with() -> None:
    failed = Result(("3.2",), "fails", error=Raised("TypeError", "no"))
    before = runs("Before", [failed, Result(("4.0",), "ok", "old"), Result(("4.1",), "ok", "new")])
    assert [run.word for run in before] == ["fails", "works", "differs"]


def test_a_warning_is_not_hidden_by_another_result() -> None:
    assert (
        runs("Before", [Result(("3.2",), "ok", "1"), Result(("4.1",), "warns", "2", (WARNING,))])[1].word
        == "warns"
    )


def test_a_system_check_that_stops_every_command_fails() -> None:
    stopped = Result(("4.1",), "check", messages=(Message("fields.E903", "gone"),))
    hinted = Result(("4.1",), "check", messages=(Message("models.W042", "set a type"),))
    assert runs("Before", [stopped])[0].word == "fails"
    assert runs("Before", [hinted])[0].word == "check"


def test_a_release_without_a_record_is_not_run() -> None:
    marked = runs("After", [Result(("4.1",), "ok", "1")])
    assert [(one.word, one.releases) for one in segments(marked, ORDER)] == [
        ("not run", ("3.2", "4.0")),
        ("works", ("4.1",)),
        ("not run", ("4.2", "5.0")),
    ]


def test_the_texts_of_a_run_stand_in_the_order_in_which_one_looks_for_them() -> None:
    result = Result(
        ("4.1",), "fails", "half\n", (WARNING,), Raised("TypeError", "no"), ("SELECT 1", "SELECT 2")
    )
    (run,) = runs("Before", [result])
    assert run.texts == (
        ("RemovedInDjango50Warning", "It goes."),
        ("TypeError", "no"),
        ("Output", "half"),
        ("SQL", "SELECT 1\nSELECT 2"),
    )
    assert run.gist == "RemovedInDjango50Warning"


def test_the_gist_of_a_silent_run_is_what_it_printed_first() -> None:
    assert runs("Before", [Result(("4.1",), "ok", "one\ntwo")])[0].gist == "one"
    assert runs("Before", [Result(("4.1",), "ok")])[0].gist == ""
