"""The published files' fields in words, from the models, so that documentation and data cannot differ."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel


@dataclass(frozen=True)
class FieldNote:
    """One field: its name, the form of its value in words, what it means, and the words it may hold."""

    name: str
    form: str
    meaning: str
    words: tuple[str, ...]


SIMPLE = {
    "string": "text",
    "integer": "number",
    "boolean": "true or false",
    "null": "null",
    "object": "object",
}


def fields_of(model: type[BaseModel]) -> list[FieldNote]:
    """Every field of a model, in order. Errors: ValueError for a field without a description."""
    notes = []
    for name, shape in model.model_json_schema(mode="serialization")["properties"].items():
        if not shape.get("description"):
            raise ValueError(f"{model.__name__}.{name} has no description")
        words = tuple(word for word in shape.get("enum", ()) if word)
        notes.append(FieldNote(name, _form(shape), shape["description"], words))
    return notes


def _form(shape: dict[str, Any]) -> str:
    if "anyOf" in shape:
        return " or ".join(_form(one) for one in shape["anyOf"])
    if "$ref" in shape:
        return "object"
    if shape.get("type") == "array":
        return f"list of {_form(shape['items'])}s".replace("texts", "text")
    if "const" in shape:
        return f"the number {shape['const']}"
    return SIMPLE[shape["type"]]
