"""Drives the worker processes of one release: starts them, hands them jobs, collects results."""

import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

from atlas.prove.environments import Environment
from atlas.prove.jobs import Job

ROOT = Path(__file__).resolve().parents[2]


class Worker:
    """One worker process of an environment; `mode` is `warm` or `bare`. A context manager.

    Errors: RuntimeError with the worker's last words where it cannot start or dies.
    """

    def __init__(self, environment: Environment, mode: str, places: dict[str, Path]) -> None:
        self.environment, self.mode, self.places = environment, mode, places
        self.log = places["scratch"] / f"{environment.target.release}-{mode}.log"

    def __enter__(self) -> Self:
        places = {name: str(path) for name, path in self.places.items()}
        config = json.dumps({"mode": self.mode, **places})
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [self.environment.python, "-m", "atlas.prove.inside.worker", config],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=_environ(self.places["scratch"]),
                cwd=self.places["scratch"],
            )
        self._answer()
        return self

    def __exit__(self, *_exception: object) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, dict[str, Any]]]:
        """Run jobs one after the other."""
        assert self.process.stdin
        for job in jobs:
            self.process.stdin.write(json.dumps(job.as_message()) + "\n")
            self.process.stdin.flush()
            yield job, self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            words = self.log.read_text(encoding="utf-8", errors="replace").strip()
            raise RuntimeError(f"Django {self.environment.target.release} did not start:\n{words[-2000:]}")
        answer: dict[str, Any] = json.loads(line)
        return answer


def _environ(scratch: Path) -> dict[str, str]:
    """A small environment that is the same on every machine, apart from the path of programs."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(scratch),
        "TMPDIR": str(scratch),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "0",
        "PYTHONWARNINGS": "always",
        "PYTHONUTF8": "1",
    }
