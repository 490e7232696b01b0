"""A documentation file becomes sections with the lines and anchors that Sphinx would give them."""

import pytest

from atlas.sync.errors import SyncError
from atlas.sync.sources.rst import Document, parse

TITLE = "=====\nTitle\n=====\n\n"


def document(body: str) -> Document:
    return parse("docs/x.txt", TITLE + body)


def anchors(body: str) -> list[str]:
    return [section.anchor for section in document(body).sections[1:]]


def test_headings_are_shown_as_a_reader_sees_them() -> None:
    body = "The :func:`~library.desk.ring` and :cve:`2022-1` of ``Desk``\n" + "=" * 60 + "\n\nText.\n"
    section = document(body).sections[1]
    assert section.title == "The ring() and CVE-2022-1 of Desk"
    assert section.line == 5


def test_paths_lead_from_the_top_down() -> None:
    body = "One\n===\n\nTwo\n---\n\nText.\n\nThree\n=====\n\nText.\n"
    assert [section.path for section in document(body).sections] == [[], ["One"], ["One", "Two"], ["Three"]]


def test_a_repeated_heading_takes_its_label_as_anchor() -> None:
    body = "Desk\n====\n\nText.\n\n.. _the-second:\n\nDesk\n====\n\nText.\n\nDesk\n====\n\nText.\n"
    assert anchors(body) == ["desk", "the-second", "id2"]


def test_a_label_does_not_replace_an_anchor_of_words() -> None:
    assert anchors(".. _label:\n\nDesk\n====\n\nText.\n") == ["desk"]


def test_a_block_ends_before_the_label_or_heading_that_follows() -> None:
    body = "One\n===\n\nText\nof two lines.\n\n.. _label:\n\nTwo\n===\n\nMore.\n"
    one, two = document(body).sections[1:]
    assert one.last_line(one.blocks[0]) == 9
    assert two.last_line(two.blocks[0]) == 16


def test_code_that_looks_like_markup_is_left_alone() -> None:
    body = "One\n===\n\n.. code-block:: python\n\n    :not a role:`here`\n    * no bullet\n\nText.\n"
    assert len(document(body).sections[1].blocks) == 2


def test_a_file_that_docutils_cannot_read_is_named_with_its_line() -> None:
    with pytest.raises(SyncError, match=r"docs/x\.txt:10: found .*expected text that docutils can read"):
        document("Text.\n\n* Bullet.\n\n  Heading\n  -------\n\n  Text.\n")


def test_a_file_without_a_title_is_named() -> None:
    with pytest.raises(SyncError, match=r"docs/x\.txt:1: found 0 titles"):
        parse("docs/x.txt", "Only text.\n")
