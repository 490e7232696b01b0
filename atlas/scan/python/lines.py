"""The parser's positions as lines and columns that people count: from 1, in characters."""

#: Line from 1 and offset in bytes of UTF-8 from 0, as `ast` has them.
Position = tuple[int, int]


class Lines(list[str]):
    """A text split at its newlines."""

    def line(self, number: int) -> str:
        """One line by its number, from 1; nothing where the parser counts further than there are lines."""
        return self[number - 1] if 0 < number <= len(self) else ""

    def place(self, position: Position) -> tuple[int, int]:
        """Line and column of a position of the parser."""
        line, offset = position
        text = self.line(line)
        if not text.isascii():
            offset = len(text.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "replace"))
        return line, offset + 1
