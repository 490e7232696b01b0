"""What differs between two values that Python wrote, short enough for a table."""

import ast
from dataclasses import dataclass

#: Values up to so many characters are shown whole.
SHORT_VALUE = 90


@dataclass(frozen=True)
class Difference:
    """Entries of a list, or of a dictionary, that one value has and the other lacks, as Python writes them.

    Both empty: the same entries in another order.
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]


def is_short(text: str) -> bool:
    """Whether a value fits a cell whole."""
    return len(text) <= SHORT_VALUE


def entries(text: str) -> list[str] | None:
    """The entries of a list, tuple or dictionary as Python writes them; None for anything else."""
    value = ast.literal_eval(text)
    if isinstance(value, list | tuple):
        return [repr(entry) for entry in value]
    if isinstance(value, dict):
        return [f"{key!r}: {entry!r}" for key, entry in value.items()]
    return None


def difference(was: str, now: str) -> Difference | None:
    """How two values of many entries differ; None where one of them has no entries and only the whole will do."""
    before, after = entries(was), entries(now)
    if before is None or after is None:
        return None
    return Difference(
        added=tuple(entry for entry in after if entry not in before),
        removed=tuple(entry for entry in before if entry not in after),
    )
