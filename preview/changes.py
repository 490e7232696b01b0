"""Which files the site is made of, and how they are: asked before a page is drawn, and told when they change."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

#: Everything that a page can follow from, below the project's folder.
FOLDERS: Final = ("atlas", "macros", "overrides", "data", "docs", "sample_project")
SETTINGS: Final = "mkdocs.yml"
REDIRECTS: Final = "redirects.yml"
FILES: Final = (SETTINGS, REDIRECTS)
#: A file that was written less than so many seconds ago may be written still.
UNSETTLED: Final = 0.02


class Sign(NamedTuple):
    """What tells one content of a file from another: nanoseconds, bytes, and the file's number."""

    changed: int
    size: int
    inode: int


class State(NamedTuple):
    """All files at one moment. `day` is that of a build, UTC."""

    files: Mapping[str, Sign]
    day: str

    def changes(self, before: "State") -> list[str]:
        """Files that are new, other or gone, in order; `today` where only the day is another."""
        paths = self.files.keys() | before.files.keys()
        found = sorted(path for path in paths if self.files.get(path) != before.files.get(path))
        return found or ["today"] * (self.day != before.day)

    def newest(self, paths: Iterable[str]) -> float:
        """When the last of some files was changed, in seconds since 1970; 0 where none of them is there."""
        return max((self.files[path].changed for path in paths if path in self.files), default=0) / 1e9


def read_state(root: Path) -> State:
    """The files as they are, once nobody is writing: waits for a moment after each change."""
    while True:
        found = dict(_files(root))
        state = State(found, datetime.now(UTC).date().isoformat())
        wait = state.newest(found) + UNSETTLED - time.time()
        if not 0 < wait <= UNSETTLED:
            return state
        time.sleep(wait)


def concerns_data(path: str) -> bool:
    """Whether it is a file of facts or of runs."""
    return path == REDIRECTS or path.startswith("data/")


def concerns_atlas(path: str) -> bool:
    """Whether it is a module that reads, decides, checks or publishes."""
    return path.startswith("atlas/") and path.endswith(".py")


def concerns_settings(path: str) -> bool:
    """Whether it says how MkDocs builds the site."""
    return path == SETTINGS


def concerns_macros(path: str) -> bool:
    """Whether it is a module that draws."""
    return path.startswith("macros/") and path.endswith(".py")


def _files(root: Path) -> Iterator[tuple[str, Sign]]:
    for name in FILES:
        if (root / name).is_file():
            yield name, _sign((root / name).stat())
    folders = [name for name in FOLDERS if (root / name).is_dir()]
    while folders:
        folder = folders.pop()
        with os.scandir(root / folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name.endswith("~") or entry.name == "__pycache__":
                    continue
                path = f"{folder}/{entry.name}"
                try:
                    if entry.is_dir():
                        folders.append(path)
                    else:
                        yield path, _sign(entry.stat())
                except FileNotFoundError:  # gone since the folder was listed
                    continue


def _sign(found: os.stat_result) -> Sign:
    return Sign(max(found.st_mtime_ns, found.st_ctime_ns), found.st_size, found.st_ino)


def watch(root: Path, changed: Callable[[], None]) -> Callable[[], None]:
    """Have `changed` called in another thread after every change on the disk. Returns what ends that."""
    handler = _Handler(changed)
    observer = Observer()
    for name in FOLDERS:
        if (root / name).is_dir():
            observer.schedule(handler, str(root / name), recursive=True)
    observer.schedule(handler, str(root))
    observer.start()
    return observer.stop


class _Handler(FileSystemEventHandler):
    def __init__(self, changed: Callable[[], None]) -> None:
        self.changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by watchdog, also where a file was only read."""
        if event.event_type not in ("opened", "closed_no_write"):
            self.changed()
