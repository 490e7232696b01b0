"""Records of before, for as long as their files hold the same bytes."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from atlas.records.library import ReadFile, read_entry
from preview.changes import Sign


class KeptFile(NamedTuple):
    """What a file held, what was read of it, and the sign by which it is known as unchanged."""

    sign: Sign | None
    content: bytes
    entry: ReadFile


class Kept:
    """Entries by file. Used by one process, whose modules never change, so the same bytes give the same entry."""

    def __init__(self) -> None:
        self.files: dict[Path, KeptFile] = {}
        #: The signs of all files when they were last looked at. One that is written later has another sign then.
        self.signs: Mapping[str, Sign] = {}

    def read(self, path: Path, root: Path) -> ReadFile:
        """The entry for a file as it is now."""
        sign, known = self.signs.get(path.relative_to(root).as_posix()), self.files.get(path)
        if known and sign and known.sign == sign:
            return known.entry
        content = path.read_bytes()
        entry = known.entry if known and known.content == content else read_entry(path, root)
        if path.read_bytes() == content:  # or somebody wrote between the two
            self.files[path] = KeptFile(sign, content, entry)
        return entry
