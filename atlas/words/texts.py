"""Text files as they have to be saved: UTF-8, lines that end as on Unix, and no sign that nobody sees."""

import re
import unicodedata
from pathlib import Path
from typing import Final

from atlas.words.problems import Problem, RecordsBroken

BYTE_ORDER_MARK: Final = "\ufeff"
#: Control characters, blanks that are no plain blank, marks without a width, and what is no character.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff0-\uffff]"
)


def read_text(path: Path, shown: Path) -> str:
    """The text of a file that people write. shown: its path in an error.

    Errors: RecordsBroken where it cannot be opened or is not UTF-8.
    """
    try:
        return decoded(path.read_bytes(), shown)
    except OSError as error:
        remedy = "take it out" if path.is_symlink() or path.is_dir() else "let it be read"
        message = f"cannot be read ({error.strerror})"
        raise RecordsBroken([Problem(shown, 0, "file", message, remedy)]) from None


def decoded(raw: bytes, shown: Path) -> str:
    """The text of a file. shown: its path in an error. Errors: RecordsBroken with the line that is not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"found the byte 0x{raw[error.start]:02x}, expected UTF-8"
        raise RecordsBroken([Problem(shown, line, "encoding", message, "save the file as UTF-8")]) from None


def faults(text: str, shown: Path) -> list[Problem]:
    """What an editor put into a file without showing it: at most one problem of each sort."""
    return [*_line_ends(text, shown), *_unseen(text, shown)]


def _line_ends(text: str, shown: Path) -> list[Problem]:
    """A problem where lines end as on Windows: a diff would show every line of the file."""
    if "\r" not in text:
        return []
    line = text.count("\n", 0, text.index("\r")) + 1
    message = "the line ends with a carriage return, expected a line feed alone"
    return [Problem(shown, line, "line ends", message, "save the file with Unix line ends")]


def _unseen(text: str, shown: Path) -> list[Problem]:
    if text.startswith(BYTE_ORDER_MARK):
        message = "the file begins with a byte order mark"
        return [Problem(shown, 1, "encoding", message, "save it as UTF-8 without one")]
    if not (found := UNSEEN.search(text)):
        return []
    number = ord(found[0])
    name = unicodedata.name(found[0], "a control character")
    remedy = f"take it out; in a sample, write it as `\\u{number:04x}`"
    line = text.count("\n", 0, found.start()) + 1
    return [Problem(shown, line, "character", f"found U+{number:04X} ({name}), which nobody sees", remedy)]
