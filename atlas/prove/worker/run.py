"""Runs one sample in this process and tells what happened."""
# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import contextlib
import io
import linecache
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

from atlas.prove.worker import commands, databases, project
from atlas.prove.worker.names import Names, render, used_names
from atlas.prove.worker.watch import Watch

#: A module of the catalog app, so that models defined in a sample belong to that app.
MODULE = "catalog.sample"
LONGEST_OUTPUT = 20_000


class Run:
    """One sample on one release. `scratch` is an empty folder that is the sample's own."""

    def __init__(self, job: dict[str, Any], scratch: Path, config: dict[str, Any]) -> None:
        self.job, self.scratch, self.config = job, scratch, config
        self.home = Path(config["home"])
        self.template = Path(config["template"])
        self.server = databases.server(config, job["needs"])
        self.watch = Watch()
        self.names = Names(self.watch)
        self.error: dict[str, str] | None = None

    def result(self) -> dict[str, Any]:
        """Run, and return `status`, `output`, `messages`, `error`, `sql`; what is empty is left out."""
        printed = io.StringIO()
        self.watch.start()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
            try:
                self._way()()
            except commands.CommandFailed as failed:
                self.error = failed.error
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                self.error = {"type": type(error).__name__, "text": str(error)}
            if self.server:
                self.server.drop(databases.process_name())
        return self._record(printed.getvalue())

    def _way(self) -> Callable[[], None]:
        ways = {"python": self._python, "template": self._render, "commands": self._commands}
        return ways[self.job["runner"]]

    def _boot(self) -> None:
        if self.job["warm"]:
            project.move_in(self.scratch, self.template)
        else:
            project.boot(self._copy())

    def _copy(self) -> Path:
        database = databases.process_name()
        lines = self.server.settings(database) if self.server else ""
        folder = project.copy(self.home, self.scratch / "project", self.job["files"], lines)
        if self.server:
            self.server.create(database, databases.template(self.config, self.job["needs"]))
        else:
            (folder / "db.sqlite3").write_bytes(self.template.read_bytes())
        return folder

    def _python(self) -> None:
        self._boot()
        source = self.job["text"] + "\n"
        module = types.ModuleType(MODULE)
        module.__file__ = "sample.py"
        makers = self.names.makers()
        for name in sorted(used_names(source) & set(makers)):
            setattr(module, name, makers[name]())
        sys.modules[MODULE] = module
        linecache.cache["sample.py"] = (len(source), None, source.splitlines(True), "sample.py")
        exec(compile(source, "sample.py", "exec", dont_inherit=True), module.__dict__)

    def _render(self) -> None:
        self._boot()
        print(render(self.job["text"], **self.names.template_context()).strip())

    def _commands(self) -> None:
        commands.run(self.job["text"], self._copy(), self.watch)

    def _record(self, output: str) -> dict[str, Any]:
        folders = (self.scratch / "project", self.scratch, self.home)
        database = databases.process_name()

        def clean(text: str) -> str:
            return project.cleaned(text, *folders).replace(database, "sample")

        output = clean(output)[:LONGEST_OUTPUT]
        messages = [{"category": row["category"], "text": clean(row["text"])} for row in self.watch.messages]
        statements = [clean(statement) for statement in self.names.sql]
        record = {
            "status": self._status(),
            "output": output,
            "messages": messages,
            "error": self.error and {"type": self.error["type"], "text": clean(self.error["text"])},
            "sql": [statement for statement in statements if statement not in output],
        }
        return {key: value for key, value in record.items() if value}

    def _status(self) -> str:
        if self.error:
            return "fails"
        if self.watch.checked:
            return "check"
        return "warns" if self.watch.messages else "ok"
