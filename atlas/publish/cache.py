"""What builds before this one made and would make again, byte for byte: pictures, highlighted code.

A folder of files named by a digest of everything that their content follows from. Safe to delete at any time, and
safe to share between builds that run at once: a file appears whole, and one that is not there is made.
"""

import hashlib
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

#: Characters of a file's name: half of SHA-256.
LENGTH = 32


@dataclass
class Cache:
    """One kind of thing. recipe: what all of its content follows from, such as versions and the text of the code."""

    folder: Path
    recipe: tuple[str, ...]
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._start = hashlib.sha256(repr((sys.version_info[:2], self.recipe)).encode())

    def get(self, *ingredients: object, make: Callable[[], bytes]) -> bytes:
        """What follows from the ingredients, of which `repr` says all; made where no build has made it yet."""
        digest = self._start.copy()
        digest.update(repr(ingredients).encode())
        name = digest.hexdigest()[:LENGTH]
        self.used.add(name)
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            made = make()
            self._write(name, made)
            return made

    def prune(self) -> None:
        """Delete what this build did not ask for. Called at the end of a build of everything."""
        for path in self.folder.glob("*"):
            if path.name not in self.used:
                path.unlink(missing_ok=True)

    def _write(self, name: str, content: bytes) -> None:
        unfinished = self.folder / f"{name}.{os.getpid()}"
        # A build beside this one may prune the file, or somebody delete the folder. The next build makes it again.
        with suppress(FileNotFoundError):
            unfinished.write_bytes(content)
            unfinished.replace(self.folder / name)
