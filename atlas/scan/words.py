"""The words of a text: nearly all rules that find nothing in a file need a word that is not in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from atlas.scan.tables import Tables


class Need(NamedTuple):
    """Words of which a text has to have one: whole words, and parts of words."""

    whole: frozenset[str]
    parts: tuple[str, ...]


def needed(lists: Iterable[Sequence[str]]) -> tuple[Need, ...]:
    """The `needs` of a rule. A star before a word says that it may be a part of a longer one."""
    return tuple(
        Need(
            frozenset(word for word in words if word[0] != "*"),
            tuple(word[1:] for word in words if word[0] == "*"),
        )
        for words in lists
    )


class Words:
    """A text, and the words in it, looked for when they are asked for."""

    def __init__(self, text: str, tables: Tables) -> None:
        self.text = text
        self._tables = tables

    @cached_property
    def all(self) -> frozenset[str]:
        """Every word, and what stands behind the letter of an escape: `load` in `"\\nload"`."""
        return self._tables.words_in(self.text)

    def meet(self, needs: Iterable[Need]) -> bool:
        """Whether the text has one of the words of each."""
        for whole, parts in needs:
            # `any` costs more than the first half, and hardly any word may be a part of another.
            if whole.isdisjoint(self.all) and not (parts and any(part in self.text for part in parts)):
                return False
        return True

    @property
    def are_spelled_in_pieces(self) -> bool:
        r"""Whether Python code may have words that do not stand in its text: `"\x6co" "ad"` is `load`."""
        return self._tables.in_pieces.search(self.text) is not None
