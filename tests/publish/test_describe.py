"""The documentation of the files is made from the models that write them."""

import pytest
from pydantic import BaseModel, ConfigDict

from atlas.publish.describe import fields_of
from atlas.publish.models import ChangeRow
from macros.tables.api import MODELS


def test_every_documented_object_has_every_field_described() -> None:
    for model in MODELS.values():
        assert [note.name for note in fields_of(model)] == list(model.model_fields)


def test_values_are_told_in_words() -> None:
    forms = {note.name: note.form for note in fields_of(ChangeRow)}
    assert forms["tickets"] == "list of numbers"
    assert forms["symbols"] == "list of text"
    assert forms["removed"] == "text or null"
    assert forms["silent"] == "true or false"


def test_closed_lists_are_given_in_full() -> None:
    words = {note.name: note.words for note in fields_of(ChangeRow)}
    assert words["impact"] == ("high", "medium", "low")


def test_a_field_without_a_description_is_refused() -> None:
    class Bare(BaseModel):
        model_config = ConfigDict(use_attribute_docstrings=True)
        said: str
        """Something."""
        silent: str

    with pytest.raises(ValueError, match=r"Bare\.silent has no description"):
        fields_of(Bare)
