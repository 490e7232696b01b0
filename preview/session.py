"""The processes behind the server, and which of them is of the present state of the files."""

import math
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock, Thread
from typing import Final

from preview.changes import (
    Sign,
    concerns_atlas,
    concerns_data,
    concerns_macros,
    concerns_settings,
    read_state,
)
from preview.failures import Failed
from preview.moments import ENDED, Moment, Shown
from preview.processes import Gone, Process
from preview.say import Say

#: What a process knows beyond the one that it is forked from, and which files it knows it from.
LAYERS: Final[dict[str, Callable[[str], bool]]] = {
    "records": lambda path: concerns_data(path) or concerns_atlas(path),
    "atlas": concerns_atlas,
    "settings": concerns_settings,
    "macros": concerns_macros,
}


class Session:
    """All that the server knows. begin: has done behind what can wait."""

    def __init__(self, root: Path, cache: Path, say: Say, begin: Callable[[Shown], None]) -> None:
        self.root, self.cache, self.say, self.begin = root, cache, say, begin
        self.warm = Process.begin(root, "preview.warm")
        #: One process for each of `LAYERS`, forked from the one before.
        self.layers: list[Process] = []
        # Versions go on from one run to the next, so that a page of the run before is known as old.
        self.history = [Moment(time.time_ns() // 1_000_000, read_state(root))]
        self.shown: Shown | None = None
        self._looking, self._preparing = Lock(), Lock()
        #: When the last look at the files began, by `time.monotonic`.
        self._looked = -math.inf

    def look(self) -> Moment:
        """The present moment: another than before where a file has changed."""
        asked = time.monotonic()
        with self._looking:
            if self._looked > asked:  # another thread's look began since: all threads that wait share it
                return self.history[-1]
            self._looked = time.monotonic()
            last, state = self.history[-1], read_state(self.root)
            if changed := state.changes(last.state):
                self.history.append(Moment(last.version + 1, state, tuple(changed)))
            return self.history[-1]

    def changed_since(self, version: int) -> set[str]:
        """Files that changed after a version."""
        return {path for moment in self.history if moment.version > version for path in moment.changed}

    def current(self) -> Shown:
        """What is to be shown of the present moment. Takes a moment itself after a change."""
        moment = self.look()  # while another may be got ready
        with self._preparing:
            if self.shown and self.shown.moment.version >= moment.version:
                return self.shown
            before = self.shown
            if before:
                before.end()  # first, for its work behind takes a processor from what somebody waits for
            self.shown = self._prepare(moment)
            self.begin(self.shown)
            if before:
                Thread(target=before.remove, daemon=True).start()
            return self.shown

    def _prepare(self, moment: Moment) -> Shown:
        began = time.perf_counter()
        try:
            said = self._bring_up(moment.state.files)
            site, (routes, problems, folder) = self.layers[-1].fork("site", moment.version)
            shown = Shown(moment, site, None, routes, folder, problems)
        except Failed as failed:
            shown, said = Shown(moment, failure=failed.failure), "; ".join(failed.failure.problems)
        except Gone:
            shown, said = Shown(moment, failure=ENDED), ENDED.problems[0]
        self.say(f"{_named(moment.changed)}: {said}, ready in {(time.perf_counter() - began) * 1000:.0f} ms")
        return shown

    def _bring_up(self, files: Mapping[str, Sign]) -> str:
        """Have every layer hold the present modules, data, settings and records; what was done for it.

        files: all that there are.
        """
        changed = self.changed_since(self.shown.moment.version) if self.shown else set()
        unread = self._read_nothing(changed)
        for height, concerned in enumerate(LAYERS.values()):
            if any(map(concerned, changed if height else changed - unread)):
                self._end_from(height)
        said = [self.layers[-1].ask("read", files)] if self.layers else []
        for kind in list(LAYERS)[len(self.layers) :]:
            given = () if self.layers else (self.root, self.cache)
            process, done = [self.warm, *self.layers][-1].fork(kind, *given)
            self.layers.append(process)
            said.append(done)
        self.layers[-1].ask("list", frozenset(files))
        return ", ".join(said)

    def _read_nothing(self, changed: set[str]) -> set[str]:
        """Of files that changed, the modules of `atlas` that were there and that records were read without."""
        if not (self.layers and self.shown):
            return set()
        imported: frozenset[str] = self.layers[0].ask("modules")
        there = changed & self.shown.moment.state.files.keys()
        return {path for path in there if concerns_atlas(path)} - imported

    def _end_from(self, height: int) -> None:
        while len(self.layers) > height:
            self.layers.pop().end()

    def end(self) -> None:
        """End all processes."""
        if self.shown:
            self.shown.end()
            self.shown.remove()
        self._end_from(0)
        self.warm.end()


def _named(changed: tuple[str, ...]) -> str:
    if not changed:
        return "start"
    return changed[0] if len(changed) == 1 else f"{changed[0]} and {len(changed) - 1} more"
