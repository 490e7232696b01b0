"""Each kind of claim, and each way in which it can be false."""

import pytest

from tests.claims.verdicts import RELEASES, judged
from tests.desk import Desk, fence

DEPRECATED = {"kind": "deprecated", "removed": "5.0", "fix_from": "3.2"}
FINE = "ok=2 ok=2 ok=2 ok=2 ok=2"


@pytest.fixture
def table(desk) -> Desk:
    return desk(*RELEASES)


def only(problems) -> str:
    assert len(problems) == 1, problems
    return str(problems[0])


def test_a_true_deprecation_passes(table):
    assert not judged(table, "4.1/x", fields=DEPRECATED, Before="ok=2 ok=2 warns=2 warns=2 fails", After=FINE)


def test_a_deprecation_may_speak_through_system_checks(table):
    assert not judged(table, "4.1/x", fields=DEPRECATED, Before="ok ok W W E", After=FINE)


def test_a_deprecation_that_warns_earlier_is_caught(table):
    said = judged(table, "4.1/x", fields=DEPRECATED, Before="ok warns warns warns fails", After=FINE)
    assert "claimed silent before 4.1, found 4.0 warns with RemovedInDjango50Warning" in str(said[0])


def test_a_deprecation_that_warns_two_releases_earlier_is_caught(table):
    said = only(judged(table, "4.1/x", fields=DEPRECATED, Before="warns ok warns warns fails", After=FINE))
    assert "claimed to warn from 4.1 until 5.0, found 3.2 warns" in said


def test_a_deprecation_that_is_silent_in_its_window_is_caught(table):
    said = only(judged(table, "4.1/x", fields=DEPRECATED, Before="ok ok warns=1 ok=1 fails", After=FINE))
    assert "so that it warns on 4.1, 4.2; found 4.2 runs and prints '1'" in said


def test_a_deprecation_that_fails_in_its_window_is_caught(table):
    said = only(judged(table, "4.1/x", fields=DEPRECATED, Before="ok ok warns fails fails", After=FINE))
    assert "found 4.2 fails with TypeError: no" in said


def test_a_removal_that_comes_later_is_caught(table):
    said = judged(table, "4.1/x", fields=DEPRECATED, Before="ok ok warns warns warns", After=FINE)
    assert "claimed to warn from 4.1 until 5.0, found 5.0 warns" in str(said[0])
    assert "claimed gone in 5.0, found the same" in str(said[1])


def test_a_removal_after_which_the_same_happens_is_caught(table):
    said = only(
        judged(table, "4.1/x", fields=DEPRECATED, Before="ok=1 ok=1 warns=1 warns=1 ok=1", After=FINE)
    )
    assert "claimed gone in 5.0, found the same" in said
    assert "say `ignored: true`" in said


def test_a_removal_after_which_nothing_happens_may_say_so(table):
    fields = {**DEPRECATED, "ignored": "true"}
    assert not judged(table, "4.1/x", fields=fields, Before="ok=1 ok=1 warns=1 warns=1 ok=1", After=FINE)


def test_ignored_is_caught_when_something_happens(table):
    fields = {**DEPRECATED, "ignored": "true"}
    said = only(judged(table, "4.1/x", fields=fields, Before="ok=1 ok=1 warns=1 warns=1 ok=7", After=FINE))
    assert "ignored: claimed without effect from 5.0 on, found" in said


def test_a_removal_that_django_announces_for_another_release_is_caught(table):
    words = "ok=2 ok=2 warns51=2 warns51=2 fails"
    said = only(judged(table, "4.1/x", fields=DEPRECATED, Before=words, After=FINE))
    assert "removed: claimed '5.0', but Django's warning speaks of 5.1" in said


def test_a_deprecation_in_the_newest_release_needs_no_end_yet(table):
    fields = {**DEPRECATED, "removed": "6.0"}
    assert not judged(table, "5.0/x", fields=fields, Before="ok ok ok ok warns60", After=FINE)


def test_an_after_that_warns_is_caught(table):
    words = "ok=2 ok=2 ok=2 warns=2 ok=2"
    said = only(judged(table, "4.1/x", fields=DEPRECATED, Before="ok ok warns warns fails", After=words))
    assert "After: claimed to run silently from 4.1 on, found 4.2 warns" in said


def test_an_after_that_is_deprecated_itself_is_told_of_until(table):
    words = "ok=2 ok=2 ok=2 warns60=2 warns60=2"
    said = only(judged(table, "4.1/x", fields=DEPRECATED, Before="ok ok warns warns fails", After=words))
    assert "say `until: 4.2`" in said
    fields = {**DEPRECATED, "until": "4.2"}
    assert not judged(table, "4.1/x", fields=fields, Before="ok ok warns warns fails", After=words)


def test_until_is_caught_when_after_still_holds(table):
    fields = {**DEPRECATED, "until": "4.2"}
    said = only(judged(table, "4.1/x", fields=fields, Before="ok ok warns warns fails", After=FINE))
    assert "until: claimed to hold only until 4.2" in said


def test_a_fix_that_works_earlier_than_claimed_is_caught(table):
    fields = {**DEPRECATED, "fix_from": "4.0"}
    said = only(judged(table, "4.1/x", fields=fields, Before="ok ok warns warns fails", After=FINE))
    assert "fix_from: claimed that After works from 4.0 on, found from 3.2 on" in said
    assert said.endswith("say `fix_from: 3.2`")


@pytest.mark.parametrize("older", ["fails", "warns=2", "ok=7"])
def test_a_fix_that_does_not_work_as_early_as_claimed_is_caught(table, older):
    words = f"{older} ok=2 ok=2 ok=2 ok=2"
    said = only(judged(table, "4.1/x", fields=DEPRECATED, Before="ok ok warns warns fails", After=words))
    assert "fix_from: claimed that After works from 3.2 on, found from 4.0 on" in said


def test_a_true_change_passes(table):
    fields = {"kind": "changed", "fix_from": "3.2"}
    assert not judged(table, "4.1/x", fields=fields, Before="ok=1 ok=1 ok=3 ok=3 ok=3", After=FINE)
    assert not judged(table, "4.1/x", fields=fields, Before="ok=1 ok=1 fails fails fails", After=FINE)


def test_a_change_that_changes_nothing_is_caught(table):
    fields = {"kind": "changed", "fix_from": "3.2"}
    said = only(judged(table, "4.1/x", fields=fields, Before="ok=1 ok=3 ok=3 ok=3 ok=3", After=FINE))
    assert "Before: claimed changed in 4.1, found no difference: 4.0, 4.1 runs and prints '3'" in said


def test_a_change_that_only_warns_of_a_removal_is_caught(table):
    fields = {"kind": "changed", "fix_from": "3.2"}
    said = only(judged(table, "4.1/x", fields=fields, Before="ok=1 ok=1 warns=1 warns=1 fails", After=FINE))
    assert "kind: found 'changed', but 4.0 runs and prints '1'; 4.1 warns" in said
    assert "say `kind: deprecated`, `removed: 5.0`" in said


def test_an_after_that_does_what_before_does_now_is_caught(table):
    said = only(
        judged(table, "4.1/x", fields={}, Before="ok=1 ok=1 ok=2 ok=2 ok=2", After="ok ok ok=2 ok=2 ok=2")
    )
    assert "After: does on 4.1 what Before does there, and on no release before: runs and prints '2'" in said


def test_an_after_that_gives_the_new_result_on_both_sides_passes(table):
    fields = {"fix_from": "3.2"}
    assert not judged(table, "4.1/x", fields=fields, Before="ok=1 ok=1 ok=2 ok=2 ok=2", After=FINE)


def test_a_silent_change_that_fails_is_caught(table):
    fields = {"kind": "changed", "fix_from": "3.2", "silent": "true"}
    assert not judged(table, "4.1/x", fields=fields, Before="ok=1 ok=1 ok=3 ok=3 ok=3", After=FINE)
    said = only(judged(table, "4.1/x", fields=fields, Before="ok=1 ok=1 fails fails fails", After=FINE))
    assert "silent: claimed that nothing warns or fails" in said


def test_a_true_addition_passes(table):
    fence_ = fence("After", "print(2)")
    assert not judged(table, "4.1/x", fence_, fields={"kind": "added"}, After="fails fails ok ok ok")


def test_an_addition_that_was_there_before_is_caught(table):
    fence_ = fence("After", "print(2)")
    said = only(judged(table, "4.1/x", fence_, fields={"kind": "added"}, After="fails ok=1 ok=1 ok=1 ok=1"))
    assert "After: claimed new in 4.1, found the same on 4.0, 4.1 runs and prints '1'" in said


def test_an_addition_that_never_works_is_caught(table):
    fence_ = fence("After", "print(2)")
    said = judged(table, "4.1/x", fence_, fields={"kind": "added"}, After="fails fails fails fails fails")
    assert any("claimed to run silently from 4.1 on" in str(problem) for problem in said)


def test_a_true_removal_passes(table):
    fields = {"kind": "removed", "fix_from": "3.2"}
    assert not judged(table, "4.1/x", fields=fields, Before="ok warns41 fails fails fails", After=FINE)


def test_a_removal_that_came_earlier_is_caught(table):
    fields = {"kind": "removed", "fix_from": "3.2"}
    said = only(judged(table, "4.1/x", fields=fields, Before="ok fails fails fails fails", After=FINE))
    assert "claimed to work until 4.1, found 4.0 fails" in said


def test_a_removal_that_did_not_come_is_caught(table):
    fields = {"kind": "removed", "fix_from": "3.2"}
    said = only(judged(table, "4.1/x", fields=fields, Before="ok=1 ok=1 ok=1 fails fails", After=FINE))
    assert "claimed gone in 4.1, found the same: 4.0, 4.1 runs and prints '1'" in said


def test_on_the_first_release_before_must_do_something_else_than_after(table):
    fields = {"kind": "changed"}
    assert not judged(table, "3.2/x", fields=fields, Before="ok=1 ok=1 ok=1 ok=1 ok=1", After=FINE)
    said = only(judged(table, "3.2/x", fields=fields, Before=FINE, After=FINE))
    assert "claimed not to work on 3.2, found the same as After" in said


def test_output_that_was_not_printed_is_caught_and_the_right_one_given(table):
    fields = {"kind": "changed", "fix_from": "3.2"}
    before, after = fence("Before", "print(1)"), fence("After", "print(2)")
    shown = fence("Before: output", "1", "text"), fence("After: output", "9", "text")
    words = {"Before": "ok=1 ok=1 ok=3 ok=3 ok=3", "After": FINE}
    said = only(judged(table, "4.1/x", before, after, *shown, fields=fields, **words))
    assert "After: output: shows something else than what After prints on 4.1; paste this:\n2" in said
    assert ":24: " in said


def test_a_sample_that_did_not_run_everywhere_is_never_passed(table):
    fields = {"kind": "changed", "fix_from": "3.2"}
    said = judged(table, "4.1/x", fields=fields, Before="ok=1 ok=1 ok=3 ok=3 ok=3")
    assert "After: not run on 3.2, 4.0, 4.1, 4.2, 5.0; make prove CHANGE=4.1/x" in only(said)


@pytest.mark.parametrize("place", ["/tmp/x/maps.zip", "/home/ada/shop/manage.py", "/Users/ada/shop"])
def test_a_sample_that_shows_a_place_of_one_machine_is_caught(table, place):
    after = f"ok ok ok={place} ok={place} ok={place}"
    said = only(judged(table, "4.1/x", fields={"kind": "added"}, Before="ok ok ok ok ok", After=after))
    assert f"After: shows a place of one machine, {place}; name a file" in said
