"""The entries of patch notes: one for each fix, with every release that has it word for word."""

from atlas.facts.schema import PatchEntry
from atlas.sync.patch_notes import entries
from atlas.sync.sources.rst import parse
from tests.sync.archives import PATCH_NOTES, facts_of

FIX = "* Fixed a regression in ``shelf``\n  (:ticket:`5`)."


def of(*change: tuple[str, str], later: tuple[str, str] = ("", "")) -> list[PatchEntry]:
    text = PATCH_NOTES
    for old, new in change:
        assert old in text
        text = text.replace(old, new)
    documents = {"4.1.1": parse("docs/releases/4.1.1.txt", text)}
    if later[0]:
        documents["4.2.1"] = parse("docs/releases/4.2.1.txt", text.replace(*later))
    return entries(documents)


def test_every_fix_and_every_cve_is_an_entry() -> None:
    assert [(entry.kind, entry.cves) for entry in of()] == [
        ("security", ("CVE-2022-11111",)),
        ("bugfix", ()),
        ("bugfix", ()),
    ]


def test_an_entry_knows_its_lines_names_and_tickets() -> None:
    entry = of(("* One thing works.", FIX))[1]
    assert entry.patches == {"4.1.1": (18, 19)}
    assert (entry.symbols, entry.tickets, entry.regression) == (("shelf",), (5,), True)


def test_a_fix_that_mends_nothing_that_worked_is_no_regression() -> None:
    assert not of()[1].regression


def test_a_nested_bullet_belongs_to_its_fix() -> None:
    fixes = of(("* One thing works.", "* One thing works.\n\n  * On Tuesdays, with ``days``."))[1:]
    assert [entry.symbols for entry in fixes] == [("days",), ()]


def test_what_two_releases_say_word_for_word_is_one_entry() -> None:
    both = of(later=("* Another thing", "* A third thing"))
    assert [list(entry.patches) for entry in both] == [
        ["4.1.1", "4.2.1"],
        ["4.1.1", "4.2.1"],
        ["4.1.1"],
        ["4.2.1"],
    ]


def test_the_target_of_a_link_is_no_text() -> None:
    plain, linked = (
        of(*change)[0]
        for change in ((), (("Shelves were open.", "Shelves were open.\n\n.. __: https://x.example/"),))
    )
    assert plain.hash == linked.hash


def test_a_sync_writes_them() -> None:
    assert facts_of().patch_notes[0].patches == {"4.1.1": (10, 13)}
