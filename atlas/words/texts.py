"""Text files as they have to be saved: UTF-8, and lines that end as on Unix."""

from pathlib import Path

from atlas.words.problems import Problem, RecordsBroken


def decoded(raw: bytes, shown: Path) -> str:
    """The text of a file. shown: its path in an error. Errors: RecordsBroken with the line that is not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"found the byte 0x{raw[error.start]:02x}, expected UTF-8"
        raise RecordsBroken([Problem(shown, line, "encoding", message, "save the file as UTF-8")]) from None


def line_ends(text: str, shown: Path) -> list[Problem]:
    """A problem where lines end as on Windows: a diff would show every line of the file."""
    if "\r" not in text:
        return []
    line = text.count("\n", 0, text.index("\r")) + 1
    message = "the line ends with a carriage return, expected a line feed alone"
    return [Problem(shown, line, "line ends", message, "save the file with Unix line ends")]
