"""Whether loaded JSON has the shape of a `TypedDict`: the first thing that is not as it should be, in words.

For files from elsewhere, with the standard library alone. Fields that a shape does not know are let be.
"""

from __future__ import annotations

from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

NAMES: Final[dict[object, str]] = {
    str: "a text",
    int: "a number",
    bool: "true or false",
    type(None): "null",
    list: "a list",
    dict: "an object",
}


def fault(value: Any, shape: Any, where: str = "") -> str | None:
    """`changes[3].rules: found "x", expected a list`, or None where a value has the shape.

    shape: a `TypedDict`, or what its fields may be: lists, dictionaries by text, unions, literals, plain types.
    """
    if hasattr(shape, "__required_keys__"):  # `typing.is_typeddict` is younger than Python 3.9
        return _of_object(value, shape, where)
    origin, parts = get_origin(shape), get_args(shape)
    if origin is Literal:
        return None if value in parts else _expected(value, f"one of {', '.join(map(str, parts))}", where)
    if origin is Union:
        faults = [fault(value, part, where) for part in parts]
        return None if None in faults else faults[0]
    kind = origin or shape
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        return _expected(value, NAMES[kind], where)
    inner = _inner(value, where) if parts else []
    return next((found for item, at in inner if (found := fault(item, parts[-1], at))), None)


def _of_object(value: Any, shape: Any, where: str) -> str | None:
    if not isinstance(value, dict):
        return _expected(value, "an object", where)
    for name, field in get_type_hints(shape).items():
        at = f"{where}.{name}".lstrip(".")
        if name not in value and name in shape.__required_keys__:
            return f"{at}: missing"
        if name in value and (found := fault(value[name], field, at)):
            return found
    return None


def _inner(value: Any, where: str) -> list[tuple[Any, str]]:
    """What is in a list or in an object, and where."""
    if isinstance(value, dict):
        return [(item, f"{where}.{key}") for key, item in value.items()]
    return [(item, f"{where}[{number}]") for number, item in enumerate(value)]


def _expected(value: Any, expected: str, where: str) -> str:
    found = repr(value) if isinstance(value, (str, int, type(None))) else NAMES[type(value)]
    return f"{where or 'file'}: found {found[:80]}, expected {expected}"
