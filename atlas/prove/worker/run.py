"""Runs one step, a sample or the code of a statement, in this process and tells what happened."""
# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import contextlib
import io
import linecache
import sys
import traceback
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

from atlas.prove.worker import commands, project
from atlas.prove.worker.names import NameMakers, render, used_names
from atlas.prove.worker.scene import Scene
from atlas.prove.worker.watch import Watch

#: A module of the catalog app, so that models defined in a sample belong to that app.
MODULE = "catalog.sample"
FILE = "sample.py"
LONGEST_OUTPUT = 20_000


class Run:
    """One step on one release.

    step: `runner`, `text`, and for a statement `offset`, the lines of the text that are not its own; group: `files`
    and `needs` of the page; scratch: an empty folder that is the step's own; scene: the project that is up already.
    """

    def __init__(
        self,
        step: dict[str, Any],
        group: dict[str, Any],
        scratch: Path,
        config: dict[str, Any],
        scene: Scene | None = None,
    ) -> None:
        self.step, self.group, self.scratch, self.config, self.scene = step, group, scratch, config, scene
        self.watch = scene.watch if scene else Watch()
        self.names = NameMakers(self.watch)
        self.error: dict[str, Any] | None = None

    def result(self) -> dict[str, Any]:
        """Run, and return `status`, `output`, `messages`, `error`, `sql`; what is empty is left out."""
        printed = io.StringIO()
        self.watch.start()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
            try:
                if self.scene and self.scene.error:
                    raise self.scene.error
                if self.scene is None:
                    project.move_in(self.scratch, Path(self.config["template"]))
                self._way()()
            except commands.CommandFailed as failed:
                self.error = failed.error
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                self.error = {"type": type(error).__name__, "text": str(error)}
                if "offset" in self.step:
                    self.error |= self._place(error)
        before = self.scene.printed if self.scene else ""
        return self._record(before + printed.getvalue())

    def _way(self) -> Callable[[], None]:
        ways = {"python": self._python, "template": self._render, "commands": self._commands}
        return ways[self.step["runner"]]

    def _place(self, error: BaseException) -> dict[str, Any]:
        """The line of the statement's own text that failed, counted from 1, and its code."""
        numbers = [
            line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == FILE
        ]
        own = [number - self.step["offset"] for number in numbers if number > self.step["offset"]]
        if not own:
            return {}
        return {
            "line": own[-1],
            "code": self.step["text"].splitlines()[own[-1] + self.step["offset"] - 1].strip(),
        }

    def _python(self) -> None:
        source = self.step["text"] + "\n"
        module = types.ModuleType(MODULE)
        module.__file__ = FILE
        makers = self.names.makers()
        for name in sorted(used_names(source) & set(makers)):
            setattr(module, name, makers[name]())
        sys.modules[MODULE] = module
        linecache.cache[FILE] = (len(source), None, source.splitlines(True), FILE)
        exec(compile(source, FILE, "exec", dont_inherit=True), module.__dict__)

    def _render(self) -> None:
        print(render(self.step["text"], **self.names.template_context()).strip())

    def _commands(self) -> None:
        assert self.scene
        commands.run(self.step["text"], self.scene.folder, self.watch)

    def _record(self, output: str) -> dict[str, Any]:
        scene = [self.scene.folder, self.scene.scratch] if self.scene else []
        folders = (*scene, self.scratch, Path(self.config["home"]))
        database = self.scene.database if self.scene else ""

        def clean(text: str) -> str:
            text = project.cleaned(text, *folders)
            return text.replace(database, "sample") if database else text

        output = clean(output)[:LONGEST_OUTPUT]
        messages = [{"category": row["category"], "text": clean(row["text"])} for row in self.watch.messages]
        statements = [clean(statement) for statement in self.names.sql]
        record = {
            "status": self._status(),
            "output": output,
            "messages": messages,
            "error": self.error and {**self.error, "text": clean(self.error["text"])},
            "sql": [statement for statement in statements if statement not in output],
        }
        return {key: value for key, value in record.items() if value}

    def _status(self) -> str:
        if self.error:
            return "fails"
        if self.watch.checked:
            return "check"
        return "warns" if self.watch.messages else "ok"
