"""Text that waits: a build holds the Markdown and the HTML of all pages before it writes the first."""

import zlib
from typing import Final

#: The quickest: three quarters are gone with it as well.
LEVEL: Final = 1


class Text:
    """A text that takes a quarter of its memory once it is deflated. Where a string is printed, so is this."""

    def __init__(self, text: str) -> None:
        self._text: str | bytes = text

    def deflate(self) -> "Text":
        """Have it wait; whoever asks with `str()` gets it as it was."""
        self._text = zlib.compress(str(self).encode(), LEVEL)
        return self

    def __str__(self) -> str:
        return self._text if isinstance(self._text, str) else zlib.decompress(self._text).decode()

    def __contains__(self, part: str) -> bool:
        return part in str(self)
