"""Records of before, for as long as their files hold the same bytes."""

from pathlib import Path

from atlas.records.library import ReadFile, read_entry


class Kept:
    """Entries by file. Used by one process, whose modules never change, so the same bytes give the same entry."""

    def __init__(self) -> None:
        self.entries: dict[Path, tuple[bytes, ReadFile]] = {}

    def read(self, path: Path, root: Path) -> ReadFile:
        """The entry for a file as it is now."""
        content = path.read_bytes()
        known = self.entries.get(path)
        if known and known[0] == content:
            return known[1]
        entry = read_entry(path, root)
        if path.read_bytes() == content:  # or somebody wrote between the two
            self.entries[path] = content, entry
        return entry
