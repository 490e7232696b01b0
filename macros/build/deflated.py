"""Text that waits for its place: MkDocs holds the HTML of all pages before it writes the first."""

import zlib
from typing import Final

#: The quickest: three quarters are gone with it as well.
LEVEL: Final = 1


class Deflated:
    """A text that takes a quarter of its memory until a template draws it, or somebody asks for it with `str()`."""

    def __init__(self, text: str) -> None:
        self._packed = zlib.compress(text.encode(), LEVEL)

    def __str__(self) -> str:
        return zlib.decompress(self._packed).decode()

    def __contains__(self, part: str) -> bool:
        return part in str(self)
