"""Long values are told by what differs between them."""

from atlas.decide.differences import Difference, difference, entries, is_short


def test_what_a_list_gained_and_lost() -> None:
    found = difference("[('af', 'Afrikaans'), ('ar', 'Arabic')]", "[('ar', 'Arabic'), ('ckb', 'Kurdish')]")
    assert found == Difference(added=("('ckb', 'Kurdish')",), removed=("('af', 'Afrikaans')",))


def test_a_changed_entry_of_a_dictionary_is_gone_and_new() -> None:
    assert difference("{'a': 1, 'b': 2}", "{'a': 3, 'b': 2}") == Difference(("'a': 3",), ("'a': 1",))


def test_another_order_is_no_entry_more_or_less() -> None:
    assert difference("[1, 2]", "[2, 1]") == Difference((), ())


def test_what_has_no_entries_is_told_whole() -> None:
    assert difference("None", "'same-origin'") is None
    assert difference("[1]", "None") is None
    assert entries("'text'") is None


def test_a_value_fits_a_cell_or_it_does_not() -> None:
    assert is_short("'django.db.models.BigAutoField'")
    assert not is_short(repr(list(range(60))))
