"""Reads the files of `data/` and says what is wrong with one: a line for each mistake, never a traceback."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import StringConstraints, TypeAdapter, ValidationError

from atlas.words.problems import Problem, RecordsBroken
from atlas.words.spans import from_text
from atlas.words.texts import decoded

Value = TypeVar("Value")

#: So many mistakes of one file are told one by one; a file with more is not what its name says.
TOLD_OF_A_FILE: Final = 10
LONGEST_VALUE: Final = 60
#: What an expression stands for, by the expression. Filled by `form`.
FORMS: dict[str, str] = {}
#: What each sort of mistake means, by pydantic's name for it. Source: https://docs.pydantic.dev/latest/errors/
EXPECTED: Final[Mapping[str, str]] = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "an object",
    "model_type": "an object",
    "dataclass_type": "an object",
    "string_too_short": "a text that is not empty",
    "too_short": "at least one entry",
    "too_long": "no more entries than {max_length}",
    "literal_error": "{expected}",
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "value_error": "{error}",
}
#: What is said of a text that is too long or too short.
LENGTHS: Final[Mapping[str, str]] = {
    "string_too_short": "at least {min_length}",
    "string_too_long": "at most {max_length}",
}
#: The remedy where a command is about to write what its own reader would not take.
NOT_WRITTEN: Final = "nothing was written: mend the code that writes it, or the type in atlas/facts"
#: The words in which pydantic names a mistake in the form of JSON end with the place.
JSON_PLACE = re.compile(r"(?P<reason>.*?) at line (?P<line>\d+) column \d+")


def form(pattern: str, expected: str) -> StringConstraints:
    """A text of this form from beginning to end. pattern: without anchors; expected: what to call it in an error."""
    whole = f"^(?:{pattern})$"
    FORMS[whole] = expected
    return StringConstraints(pattern=whole)


def read(adapter: TypeAdapter[Value], path: Path, shown: Path, remedy: str) -> Value:
    """One file, typed. shown: its path in errors, from the project's folder; remedy: what to do about a mistake.

    Errors: RecordsBroken with a line for each mistake: missing, not UTF-8, not JSON, a field that is not as defined.
    """
    return parsed(adapter, raw(path, shown, remedy), shown, remedy)


def raw(path: Path, shown: Path, remedy: str) -> bytes:
    """The bytes of a file. Errors: RecordsBroken where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        message = "missing" if missing else f"cannot be read ({error.strerror})"
        raise broken(shown, "file", message, remedy) from None


def parsed(adapter: TypeAdapter[Value], text: bytes | str, shown: Path, remedy: str) -> Value:
    """The text of a file, typed. Errors: RecordsBroken with a line for each mistake."""
    try:
        return adapter.validate_json(text)
    except ValidationError as error:
        if isinstance(text, bytes):
            decoded(text, shown)
        errors = [dict(row) for row in error.errors(include_url=False)]
    problems = [_problem(row, shown, remedy) for row in errors[:TOLD_OF_A_FILE]]
    if len(errors) > TOLD_OF_A_FILE:
        more = f"{len(errors) - TOLD_OF_A_FILE} more mistakes in this file"
        problems.append(Problem(shown, 0, "…", more, remedy))
    raise RecordsBroken(problems)


def every(reads: Mapping[str, Callable[[], Value]]) -> dict[str, Value]:
    """What each of several files holds, by name. Errors: RecordsBroken with the mistakes of all of them."""
    found: dict[str, Value] = {}
    problems: set[Problem] = set()
    for name, read_one in reads.items():
        try:
            found[name] = read_one()
        except RecordsBroken as broken:
            problems.update(broken.problems)
    if problems:
        raise RecordsBroken(list(problems))
    return found


def covered(spans: str, series: Sequence[str], shown: Path, field: str, remedy: str) -> frozenset[str]:
    """The series that spans cover. Errors: RecordsBroken for a text that is none, or a series that is not there."""
    try:
        return from_text(spans, series)
    except ValueError as error:
        raise broken(shown, field, str(error), remedy) from None


def broken(shown: Path, field: str, message: str, remedy: str) -> RecordsBroken:
    """The error for one mistake in a file that a command writes."""
    return RecordsBroken([Problem(shown, 0, field, message, remedy)])


def written_by(command: str) -> str:
    """What to do about a broken file that a command writes."""
    return f"take it back with git, or write it again: {command}"


def _problem(error: dict[str, Any], shown: Path, remedy: str) -> Problem:
    context: Mapping[str, Any] = error.get("ctx", {})
    if error["type"] == "json_invalid":
        found = JSON_PLACE.fullmatch(str(context["error"]))
        line, reason = (int(found["line"]), found["reason"]) if found else (0, str(context["error"]))
        return Problem(shown, line, "JSON", f"found no valid JSON ({reason})", remedy)
    field = ".".join(str(part) for part in error["loc"] if part != "[key]") or "file"
    return Problem(shown, 0, field, in_words(error), remedy)


def in_words(error: Mapping[str, Any], meant: Mapping[str, str] | None = None) -> str:
    """What was found and what was expected, from one of pydantic's errors.

    meant: what a sort of mistake means here, where that is not what it means in JSON (`EXPECTED`).
    """
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    if kind == "missing":
        return "missing"
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        return "unknown field"
    if kind in LENGTHS and value:
        return f"has {len(value)} characters, expected {LENGTHS[kind].format(**context)}"
    if kind == "string_pattern_mismatch":
        expected = FORMS.get(context["pattern"], str(context["pattern"]))
    else:
        expected = str({**EXPECTED, **(meant or {})}.get(kind, error["msg"])).format(**context)
    if expected.startswith("found "):
        return expected
    expected = expected.removeprefix("expected ")
    of_parts = kind == "value_error" and isinstance(value, dict)
    return f"expected {expected}" if of_parts else f"found {shortened(value)}, expected {expected}"


def shortened(value: Any) -> str:
    """A value as an error shows it."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list | tuple):
        return "a list" if value else "an empty list"
    text = repr(value)
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"
