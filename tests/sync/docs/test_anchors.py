"""The ids of a documentation page are those that Sphinx writes."""

from atlas.sync.docs.anchors import anchors


def of(text: str, name: str = "docs/topics/shelves.txt") -> list[str]:
    return anchors(name, f"=======\nShelves\n=======\n\n{text}")


def test_a_page_without_anything_has_its_title() -> None:
    assert of("Shelves hold books.\n") == ["shelves"]


def test_a_label_and_its_heading_are_both_there() -> None:
    assert of(".. _tall-ones:\n\nHigh shelves\n============\n\nUp.\n") == [
        "high-shelves",
        "shelves",
        "tall-ones",
    ]


def test_links_to_other_sites_are_no_anchors() -> None:
    assert of(
        "See `the list`_ and `it <there_>`_.\n\n.. _the list: https://x.example/\n.. _there: `Shelves`_\n"
    ) == ["shelves"]


def test_members_are_named_in_full() -> None:
    text = """\
.. currentmodule:: library.shelves

.. class:: Shelf(width, *, height=2)

    .. attribute:: width

    .. method:: add(book)

.. method:: Shelf.clear()

.. function:: build(count) -> Shelf
"""
    assert of(text) == [
        "library.shelves.Shelf",
        "library.shelves.Shelf.add",
        "library.shelves.Shelf.clear",
        "library.shelves.Shelf.width",
        "library.shelves.build",
        "shelves",
    ]


def test_a_description_without_index_gives_no_anchor_but_its_members_do() -> None:
    text = ".. class:: library.Shelf\n    :noindex:\n\n    .. method:: add(book)\n"
    assert of(text) == ["library.Shelf.add", "shelves"]


def test_a_module_of_its_own_replaces_the_current_one() -> None:
    text = ".. module:: library.signals\n\n.. data:: library.signals.opened\n    :module:\n"
    assert of(text) == ["library.signals.opened", "module-library.signals", "shelves"]


def test_djangos_own_kinds_have_their_prefix() -> None:
    text = """\
.. setting:: SHELF_WIDTH

.. templatetag:: shelf

.. templatefilter:: wide

.. fieldlookup:: shelf.wider_than

.. envvar:: SHELVES
"""
    assert of(text) == [
        "envvar-SHELVES",
        "shelves",
        "std-fieldlookup-shelf.wider_than",
        "std-setting-SHELF_WIDTH",
        "std-templatefilter-wide",
        "std-templatetag-shelf",
    ]


def test_options_carry_the_name_of_their_command() -> None:
    text = """\
.. django-admin:: tidy [shelf ...]

.. django-admin-option:: --all, -a

.. program:: None

.. django-admin-option:: --verbosity {0,1}
"""
    assert of(text) == [
        "cmdoption-tidy-a",
        "cmdoption-tidy-all",
        "cmdoption-verbosity",
        "django-admin-tidy",
        "shelves",
    ]


def test_terms_of_a_glossary_can_be_linked_to() -> None:
    assert of(".. glossary::\n\n    upper shelf\n        The one on top.\n") == [
        "shelves",
        "term-upper-shelf",
    ]


def test_what_stands_in_a_code_sample_is_no_anchor() -> None:
    assert of(
        "::\n\n    Heading\n    =======\n\n    .. setting:: NO\n\n.. code-block:: rst\n\n    .. _no:\n"
    ) == ["shelves"]


def test_numbered_ids_count_in_release_notes_alone() -> None:
    twice = "Minor\n=====\n\nA.\n\nMinor\n=====\n\nB.\n"
    assert of(twice) == ["minor", "shelves"]
    assert of(twice, "docs/releases/4.1.txt") == ["id1", "minor", "shelves"]
