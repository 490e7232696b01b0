"""Facts that contradict each other are told, not written."""

import pytest

from atlas.facts.schema import Atlas
from atlas.sync.consistency import contradictions
from tests.sync.archives import facts_of

CVE = "CVE-2022-11111"


def after(**changes: object) -> list[str]:
    """The contradictions once parts of good facts are replaced."""
    facts = facts_of()
    return contradictions(facts.model_copy(update=changes))


def test_good_facts_do_not_contradict_each_other() -> None:
    assert contradictions(facts_of()) == []


def test_a_cve_that_nothing_describes_is_told() -> None:
    assert after(cves={}) == [f"patches.json: 4.1.1: {CVE}: found in the notes, expected in cves.json too"]


def test_a_patch_release_of_an_unknown_series_is_told() -> None:
    facts = facts_of()
    assert "patches.json: 9.9.1: found no feature release 9.9" in after(
        patches={"9.9.1": facts.patches["4.1.1"].model_copy(update={"pythons": []})}
    )


def test_a_fix_that_its_release_does_not_mention_is_told() -> None:
    silent = facts_of().patches["4.1.1"].model_copy(update={"cves": []})
    assert after(patches={"4.1.1": silent}) == [
        f"cves.json: {CVE}: fixed_in: 4.1.1, whose notes do not name it"
    ]


def test_a_release_with_fewer_entries_than_fixes_is_told() -> None:
    first, *others = facts_of().patch_notes
    assert after(patch_notes=tuple(others)) == [f"patch-notes.json: 4.1.1: found no entry for {CVE}"]
    assert after(patch_notes=(first, *others[1:])) == [
        "patch-notes.json: 4.1.1: found 1 bug fixes, expected 2"
    ]


def test_an_entry_of_an_unknown_release_is_told() -> None:
    (first, *others) = facts_of().patch_notes
    also = first.also({"9.9.1": (1, 2)})
    assert after(patch_notes=(also, *others)) == [
        "patch-notes.json: 9.9.1: found in the notes, expected in patches.json too"
    ]


def test_a_python_that_two_notes_date_differently_is_told() -> None:
    (line,) = contradictions(facts_of(notes=("3.10 (as of 4.1.1)", "3.10")))
    assert line == "releases.json: 4.1: pythons: 3.10: found 4.1, expected 4.1.1"


def test_a_cve_that_no_rule_names_is_told_with_the_file_to_change() -> None:
    change = ("Potential SQL injection via ``QuerySet.shelve()``", "Something new in ``QuerySet.shelve()``")
    (line,) = contradictions(facts_of(security=change))
    assert line.startswith(f"cves.json: {CVE}: class: no rule of atlas/sync/cve_words.py matches")


@pytest.mark.parametrize("notes", [{}, {"4.1": []}])
def test_notes_without_units_are_told(notes: dict[str, list[object]]) -> None:
    assert after(notes=notes) == ["notes/4.1.json: found no unit"]


def test_rows_that_overlap_or_run_backwards_are_told() -> None:
    facts: Atlas = facts_of()
    row = facts.notes["4.1"][0]
    backwards = row.model_copy(update={"line_end": row.line - 1})
    assert len(after(notes={"4.1": [row, row]})) == 1
    assert "ends on line" in after(notes={"4.1": [row, backwards]})[0]
