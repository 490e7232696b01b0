"""Drives the worker processes of one release: starts them, hands them jobs, collects results."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any, Self

from atlas.prove.environments import Environment
from atlas.prove.groups import Group

ROOT = Path(__file__).resolve().parents[2]


class Worker:
    """One worker process of an environment.

    config: `mode` (`warm` or `bare`), the places of the run, and the services that it may use.

    Errors: RuntimeError with the worker's last words where it cannot start or dies.
    """

    def __init__(self, environment: Environment, config: dict[str, Any]) -> None:
        self.environment, self.config = environment, config
        self.scratch = Path(config["scratch"])
        self.log = self.scratch / f"{config['mode']}.log"

    def start(self) -> Self:
        """Start the process and wait until it is ready."""
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [self.environment.python, "-m", "atlas.prove.worker.worker", json.dumps(self.config)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=environ(self.scratch),
                cwd=self.scratch,
            )
        self.isolated = bool(self._answer()["isolated"])
        return self

    def stop(self) -> None:
        """Let the process end."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()

    def run(self, group: Group) -> list[dict[str, Any]]:
        """Run the jobs of a group and return their results."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(group.as_message()) + "\n")
        self.process.stdin.flush()
        results: list[dict[str, Any]] = self._answer()
        return results

    def _answer(self) -> Any:
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            words = self.log.read_text(encoding="utf-8", errors="replace").strip()
            raise RuntimeError(f"its worker ended:\n{words[-2000:]}")
        return json.loads(line)


def environ(scratch: Path) -> dict[str, str]:
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
