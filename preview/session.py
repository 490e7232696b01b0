"""The processes behind the server, and which of them is of the present state of the files."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from preview.changes import concerns_macros, concerns_project, read_state
from preview.failures import Failed
from preview.moments import ENDED, Moment, Shown
from preview.processes import Gone, Process
from preview.say import Say


class Session:
    """All that the server knows. begin: has done behind what can wait."""

    def __init__(self, root: Path, cache: Path, say: Say, begin: Callable[[Shown], None]) -> None:
        self.root, self.cache, self.say, self.begin = root, cache, say, begin
        self.warm = Process.begin(root, "preview.warm")
        self.project: Process | None = None
        self.macros: Process | None = None
        # Versions go on from one run to the next, so that a page of the run before is known as old.
        self.history = [Moment(time.time_ns() // 1_000_000, read_state(root))]
        self.shown: Shown | None = None
        self._looking, self._preparing = Lock(), Lock()

    def look(self) -> Moment:
        """The present moment: another than before where a file has changed."""
        with self._looking:
            last, state = self.history[-1], read_state(self.root)
            if changed := state.changes(last.state):
                self.history.append(Moment(last.version + 1, state, tuple(changed)))
            return self.history[-1]

    def changed_since(self, version: int) -> set[str]:
        """Files that changed after a version."""
        return {path for moment in self.history if moment.version > version for path in moment.changed}

    def current(self) -> Shown:
        """What is to be shown of the present moment. Takes a moment itself after a change."""
        with self._preparing:
            moment = self.look()
            if self.shown and self.shown.moment is moment:
                return self.shown
            before, self.shown = self.shown, self._prepare(moment)
            if before:
                before.end()
            self.begin(self.shown)
            return self.shown

    def _prepare(self, moment: Moment) -> Shown:
        began = time.perf_counter()
        try:
            macros, said = self._bring_up()
            site, (routes, problems, folder) = macros.fork("site", moment.version)
            shown = Shown(moment, site, None, routes, folder, problems)
        except Failed as failed:
            shown, said = Shown(moment, failure=failed.failure), "; ".join(failed.failure.problems)
        except Gone:
            shown, said = Shown(moment, failure=ENDED), ENDED.problems[0]
        self.say(f"{_named(moment.changed)}: {said}, ready in {(time.perf_counter() - began) * 1000:.0f} ms")
        return shown

    def _bring_up(self) -> tuple[Process, str]:
        """A process with the present modules, data and records, and what was done for it."""
        changed = self.changed_since(self.shown.moment.version) if self.shown else set()
        if not self.project or any(map(concerns_project, changed)):
            self._end_both()
            self.project, said = self.warm.fork("project", self.root, self.cache)
        elif self.macros and not any(map(concerns_macros, changed)):
            return self.macros, self.macros.ask("read")
        else:
            self._end_macros()
            said = self.project.ask("read")
        self.macros, more = self.project.fork("macros")
        return self.macros, f"{said}, {more}"

    def _end_both(self) -> None:
        self._end_macros()
        if self.project:
            self.project.end()
            self.project = None

    def _end_macros(self) -> None:
        if self.macros:
            self.macros.end()
            self.macros = None

    def end(self) -> None:
        """End all processes."""
        if self.shown:
            self.shown.end()
        self._end_both()
        self.warm.end()


def _named(changed: tuple[str, ...]) -> str:
    if not changed:
        return "start"
    return changed[0] if len(changed) == 1 else f"{changed[0]} and {len(changed) - 1} more"
