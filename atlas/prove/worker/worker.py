"""A warm process that forks a child for each step: groups of steps come in as JSON lines, results go out likewise.

Usage: python -m atlas.prove.worker.worker '{"mode": "warm"|"bare", "home": …, "template": …, "scratch": …}'
`warm` has Django set up on the sample project before it forks; `bare` sets it up once for each group, for
pages that bring settings or files. Both give the same results.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from atlas.prove.worker import databases, project, sandbox, servers
from atlas.prove.worker.run import Run
from atlas.prove.worker.scene import Scene

#: How much longer than the processor time a sample may take: a busy machine must not fail it.
PATIENCE = 6
#: The database is made once, when nothing of the environment is compiled yet: it has the time of so many samples.
FILLING = 10


class Worker:
    """Holds the places of one release and runs jobs, each in a child of its own."""

    def __init__(self, config: dict[str, Any]) -> None:
        self.config = config
        self.mode: str = config["mode"]
        self.home, self.scratch = Path(config["home"]), Path(config["scratch"])
        self.template = Path(config["template"])
        self.seconds: int = config["seconds"]
        self.servers: list[str] = config.get("start", [])

    def prepare(self) -> None:
        """Make the database that each sample gets a copy of, unless it is there."""
        if not self.template.exists():
            self._in_child(self._fill_file, self.scratch, FILLING)
        if not self.template.exists():
            raise SystemExit("the sample project's database could not be made")
        for need in self.config.get("databases", []):
            if self._in_child(lambda scratch: self._fill_server(scratch, [need]), self.scratch):  # noqa: B023
                raise SystemExit(f"the sample project's database for needs: {need} could not be made")
        if self.mode == "warm":
            self.kept = project.Kept(self.home, self.scratch / "home")
            self.config["home"] = str(self.kept.folder)
            project.boot(self.kept.folder)
            project.warm_up()
        else:
            project.import_core()

    def _fill_file(self, scratch: Path) -> dict[str, Any]:
        folder = project.copy(self.home, scratch / "filling", {}, "")
        project.boot(folder)
        project.fill()
        (folder / "db.sqlite3").replace(self.template)
        return {}

    def _fill_server(self, scratch: Path, needs: list[str]) -> dict[str, Any]:
        name = databases.template(self.config, needs)
        server = databases.server(self.config, needs)
        assert server
        server.create(name)
        project.boot(project.copy(self.home, scratch / name, {}, server.settings(name)))
        project.fill()
        return {}

    def run(self, group: dict[str, Any]) -> list[dict[str, Any]]:
        """Run the steps of a group; a child that dies or dawdles has failed."""
        if group["warm"]:
            return [self._step(step, group, self.scratch) for step in group["steps"]]
        with self._folder(self.scratch) as scratch:
            steps = group["steps"]
            found = self._in_child(lambda place: self._on_scene(group, place), scratch, len(steps) + 1)
            return found["results"] if "results" in found else [found] * len(steps)

    def _on_scene(self, group: dict[str, Any], scratch: Path) -> dict[str, Any]:
        """Bring the project up once and fork for each step. Programs that a step starts bring it up themselves."""
        scene = Scene(group, scratch, self.config)
        if group["steps"][0]["runner"] != "commands":
            scene.boot()
        results = []
        for number, step in enumerate(group["steps"]):
            if number:
                scene.restore()
            results.append(self._step(step, group, scratch, scene))
        scene.strike()
        return {"results": results}

    def _step(
        self, step: dict[str, Any], group: dict[str, Any], folder: Path, scene: Scene | None = None
    ) -> dict[str, Any]:
        for name in set(group["needs"]) & set(self.servers):
            servers.flush(name)
        try:
            with self._folder(folder) as scratch:
                return self._in_child(
                    lambda place: Run(step, group, place, self.config, scene).result(), scratch
                )
        finally:
            if self.mode == "warm":
                self.kept.restore()

    @contextlib.contextmanager
    def _folder(self, folder: Path) -> Iterator[Path]:
        scratch = Path(tempfile.mkdtemp(dir=folder))
        try:
            yield scratch
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def _in_child(self, task: Any, scratch: Path, times: int = 1) -> dict[str, Any]:
        """What a task in a child returns. times: how many times the usual time it may take."""
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            _be_a_child(task, scratch, writer, self.seconds * times)
        os.close(writer)
        answer = _read(reader, time.monotonic() + self.seconds * times * PATIENCE)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        _, status, used = os.wait4(child, 0)
        if not answer:
            stopped = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU
            late = answer is None or stopped or used.ru_utime + used.ru_stime >= self.seconds
            return _unfinished(late, self.seconds)
        result: dict[str, Any] = json.loads(answer)
        return result


def _unfinished(late: bool, seconds: int) -> dict[str, Any]:
    text = f"took longer than {seconds} seconds" if late else "the process ended without a result"
    return {"status": "fails", "error": {"type": "time limit" if late else "crash", "text": text}}


def _be_a_child(task: Any, scratch: Path, writer: int, seconds: int) -> None:
    status = 1
    try:
        os.setsid()
        os.chdir(scratch)
        quiet = os.open(os.devnull, os.O_RDWR)
        os.dup2(quiet, 0)
        os.dup2(quiet, 1)
        sandbox.limit_processor(seconds)
        answer = json.dumps(task(scratch)).encode()
        while answer:
            answer = answer[os.write(writer, answer) :]
        status = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(status)


def _read(reader: int, deadline: float) -> bytes | None:
    """All that the child writes; None when it is not done by the deadline."""
    held = b""
    try:
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([reader], [], [], left)[0]:
                return None
            piece = os.read(reader, 1 << 16)
            if not piece:
                return held
            held += piece
    finally:
        os.close(reader)


def main() -> None:
    """Answer jobs until stdin ends."""
    sys.path[:] = [entry for entry in sys.path if entry != os.environ.get("PYTHONPATH")]
    os.environ.pop("PYTHONPATH", None)
    isolated = sandbox.leave_network()
    sandbox.close_sockets()
    worker = Worker(json.loads(sys.argv[1]))
    worker.prepare()
    # Without a network of its own this process would meet, and empty, somebody else's server.
    started = [servers.start(name) for name in worker.servers] if isolated else []
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    try:
        print(json.dumps({"isolated": isolated}), file=answers, flush=True)
        for line in sys.stdin:
            print(json.dumps(worker.run(json.loads(line))), file=answers, flush=True)
    finally:
        for process in started:
            process.kill()


if __name__ == "__main__":
    main()
