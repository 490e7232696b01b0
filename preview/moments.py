"""The states of the files that there were while the preview ran, and what is shown of the present one."""

import posixpath
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock
from typing import Any, Final

from preview.changes import State
from preview.failures import Failed, Failure
from preview.handed import DATA, GATHERED, PAGES, Drawn, Routes
from preview.processes import Gone, Process

#: What every page asks for, and what takes all pages: no other step is tried for it.
SEARCH: Final = "search/"
#: Said where a process was ended by somebody else, as a system short of memory does.
ENDED: Final = Failure(("a process of the preview has ended unexpectedly; start the preview again",))


@dataclass(frozen=True)
class Moment:
    """The files at one moment. `version` goes up by 1; `changed`: what is other than in the version before."""

    version: int
    state: State
    changed: tuple[str, ...] = ()
    #: When it was found, in seconds since 1970.
    found: float = field(default_factory=time.time)

    @property
    def since(self) -> float:
        """When the files were changed, in seconds since 1970."""
        return self.state.newest(self.changed) or self.found


@dataclass(eq=False)
class Shown:
    """What is shown of one moment. `site` is None where it could not be got ready, and `failure` says why."""

    moment: Moment
    site: Process | None = None
    failure: Failure | None = None
    routes: Routes = field(default_factory=Routes)
    folder: Path = Path()
    #: Problems by the place that each begins with, as far as they are known.
    problems: list[str] = field(default_factory=list)
    warnings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    behind: list[Process] = field(default_factory=list)
    wanted: Event = field(default_factory=Event)
    gathered: Event = field(default_factory=Event)
    ended: Event = field(default_factory=Event)
    #: Steps that write files, each done once, when a file is asked for that no step before has written.
    done: set[str] = field(default_factory=set)
    turns: Mapping[str, Lock] = field(default_factory=lambda: {"scripts": Lock(), "data": Lock()})

    @property
    def over(self) -> bool:
        """Whether another moment is shown by now."""
        return self.ended.is_set()

    def ask(self, command: str, *given: object) -> Any:
        """What the process of this moment answers. Errors: Failed; Gone where the moment is over."""
        return self._answer(lambda site: site.ask(command, *given))

    def aside(self, command: str, *given: object) -> Any:
        """What a process made for this answers, so that no page waits for it. Errors: as `ask`."""

        def answer(site: Process) -> Any:
            process, _ = site.fork("behind")
            self.behind.append(process)
            if self.over:
                process.end()
            return process.ask(command, *given)

        return self._answer(answer)

    def _answer(self, of: Callable[[Process], Any]) -> Any:
        if not self.site:
            raise Failed(self.failure or ENDED)
        try:
            return of(self.site)
        except Gone:
            if self.over:
                raise
            raise Failed(ENDED) from None

    def page(self, source: str) -> Drawn:
        """One page. Errors: Failed; Gone where the moment is over."""
        drawn: Drawn = self.ask("page", source)
        self.warnings[source] = drawn.warnings
        return drawn

    def file(self, path: str) -> Path | None:
        """A file that a build writes and that is no page, when it is there. Errors: Failed; Gone."""
        if path.endswith(".md") and path in self.routes.pages.values():
            self.page(path)
        for step, do, folder in (("scripts", self.ask, PAGES), ("data", self.aside, DATA)):
            if path.startswith(SEARCH):
                break
            with self.turns[step]:
                if step not in self.done:
                    do(step, self.folder / folder)
                    self.done.add(step)
            if found := _inside(self.folder / folder, path):
                return found
        if not posixpath.splitext(path)[1]:
            return None  # nothing that takes all pages is without a suffix
        self.wanted.set()
        self.gathered.wait()
        if self.over:
            raise Gone
        return _inside(self.folder / GATHERED, path)

    def end(self) -> None:
        """End all processes of this moment. What they wrote stays for those that read it; see `remove`."""
        self.ended.set()
        self.wanted.set()
        self.gathered.set()
        for process in (*self.behind, *([self.site] if self.site else ())):
            process.end()

    def remove(self) -> None:
        """Delete what was written of this moment."""
        if self.site:
            shutil.rmtree(self.folder, ignore_errors=True)


def _inside(folder: Path, path: str) -> Path | None:
    """A file below a folder; None where there is none."""
    for found in (folder / path, folder / path / "index.html"):
        if found.is_file() and found.resolve().is_relative_to(folder.resolve()):
            return found
    return None
