"""The project as the steps of one group need it: their files in place, a database of their own, Django set up."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
from pathlib import Path
from typing import Any

from atlas.prove.worker import databases, project
from atlas.prove.worker.watch import Watch


class Scene:
    """A copy of the project in `scratch`, with a file or a server behind it. group: `files` and `needs` of the page."""

    def __init__(self, group: dict[str, Any], scratch: Path, config: dict[str, Any]) -> None:
        self.group, self.scratch, self.config = group, scratch, config
        self.folder = scratch / "project"
        self.server = databases.server(config, group["needs"])
        self.database = f"sample_{os.getpid()}"
        self.watch = Watch()
        self.printed = ""
        self.error: BaseException | None = None
        self.kept: Path | None = None
        self._lay()
        self.state = project.look(self.folder)

    def boot(self) -> None:
        """Set Django up. What it says or raises is what every step says or raises."""
        printed = io.StringIO()
        self.watch.start()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
            try:
                project.boot(self.folder)
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                self.error = error
        self.printed = printed.getvalue()
        self._keep()

    def _keep(self) -> None:
        """Set aside what settings and modules wrote as they were read: they are not read again before the next step."""
        state = project.look(self.folder)
        if state != self.state:
            self.kept = Path(shutil.copytree(self.folder, self.scratch / "kept"))
            self.state = state

    def restore(self) -> None:
        """Undo what a step did to the files and to the database."""
        if self.server:
            self.server.drop(self.database)
        changed = project.look(self.folder) != self.state
        if changed:
            shutil.rmtree(self.folder)
            if self.kept:
                shutil.copytree(self.kept, self.folder)
        if changed or self.server:
            self._lay(files=changed and not self.kept)
            self.state = project.look(self.folder)

    def strike(self) -> None:
        """Take the database away."""
        if self.server:
            self.server.drop(self.database)

    def _lay(self, files: bool = True) -> None:
        if files:
            lines = self.server.settings(self.database) if self.server else ""
            project.copy(Path(self.config["home"]), self.folder, self.group["files"], lines)
        if self.server:
            self.server.create(self.database, databases.template(self.config, self.group["needs"]))
        elif files:
            (self.folder / "db.sqlite3").write_bytes(Path(self.config["template"]).read_bytes())
