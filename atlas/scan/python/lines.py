"""The parser's positions as lines and columns that people count: from 1, in characters."""

#: Line from 1 and offset in bytes of UTF-8 from 0, as `ast` has them.
Position = tuple[int, int]


class Lines(list[str]):
    """A text split at its newlines."""

    #: The line that was asked for last, its number and bytes, and how many characters its first bytes are.
    _number: int = 0
    _data: bytes = b""
    _counted: tuple[int, int] = (0, 0)

    def line(self, number: int) -> str:
        """One line by its number, from 1; nothing where the parser counts further than there are lines."""
        return self[number - 1] if 0 < number <= len(self) else ""

    def place(self, position: Position) -> tuple[int, int]:
        """Line and column of a position of the parser."""
        line, offset = position
        text = self.line(line)
        return line, (offset if text.isascii() else self._characters(line, text, offset)) + 1

    def _characters(self, line: int, text: str, offset: int) -> int:
        """Characters in the first bytes of a line, counted on from the last place where it comes after that."""
        if self._number != line:
            self._number, self._data, self._counted = line, text.encode("utf-8", "surrogatepass"), (0, 0)
        start, count = self._counted if self._counted[0] <= offset else (0, 0)
        count += len(self._data[start:offset].decode("utf-8", "replace"))
        self._counted = (offset, count)
        return count
