"""The life line of a deprecation: works, warns, gone, on the columns of the strip."""

from macros.runs.lifeline import life

ORDER = ("3.2", "4.0", "4.1", "4.2", "5.0")


def test_each_release_lies_in_one_phase() -> None:
    line = life("4.1", "5.0", ORDER)
    assert [(stop.release, stop.phase) for stop in line.stops] == [
        ("3.2", "works"),
        ("4.0", "works"),
        ("4.1", "warns"),
        ("4.2", "warns"),
        ("5.0", "gone"),
    ]


def test_phases_begin_at_the_edge_of_their_first_column() -> None:
    line = life("4.1", "5.0", ORDER)
    assert (line.warns_at, line.gone_at) == (40, 80)
    assert [stop.x for stop in line.stops] == [10, 30, 50, 70, 90]


def test_labels_near_an_edge_are_set_inwards() -> None:
    line = life("3.2", "5.0", ORDER)
    assert [line.anchor(x) for x in (0, 50, 80)] == ["start", "middle", "end"]
