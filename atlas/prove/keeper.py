"""A scratch folder, and the server that works in it, for as long as somebody holds the other end of a pipe.

A process that is killed puts nothing in order. So `kept` starts another one, in a session of its own, which waits for
the end of its input: that comes however the run ends. Then it ends the server and every process that works in the
folder, and takes the folder away.

Usage: python -m atlas.prove.keeper '{"prefix": …, "mode": …, "owner": …, "steps": [[…]], "ending": …}'
"""

import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
#: What stands for the folder in a command.
FOLDER = "{folder}"
LOG = "log"
#: Seconds until a server has to answer, and between two questions.
PATIENCE, PAUSE = 120.0, 0.1
#: Characters of a log that are told.
TOLD_OF_A_LOG = 1000
#: How often processes in the folder are looked for, until none is left; they cannot refuse to be killed.
ROUNDS = 100


@contextlib.contextmanager
def kept(
    prefix: str,
    steps: Sequence[Sequence[str]] = (),
    answers: Callable[[Path], bool] = lambda folder: True,
    owner: int | str | None = None,
    ending: int = signal.SIGKILL,
) -> Iterator[Path]:
    """Give a folder that is there until the block or this process ends.

    steps: commands to run in it one after the other, the last of them a server; answers: whether that is ready;
    owner: the user that runs them and gets the folder; ending: the signal that ends the server.

    Errors: RuntimeError with the words of the command that failed, or of the server that does not answer.
    """
    plan = {"prefix": prefix, "steps": [list(step) for step in steps], "owner": owner, "ending": ending}
    process = subprocess.Popen(
        [sys.executable, "-m", "atlas.prove.keeper", json.dumps(plan)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdin
    try:
        folder = Path(_told(process))
        _wait(process, folder, answers)
        yield folder
    finally:
        process.stdin.close()
        process.wait()


def _told(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    line = process.stdout.readline()
    if not line:
        raise RuntimeError("the process that keeps a folder ended")
    return str(json.loads(line))


def _wait(process: subprocess.Popen[str], folder: Path, answers: Callable[[Path], bool]) -> None:
    assert process.stdout
    end = time.monotonic() + PATIENCE
    while not answers(folder):
        if select.select([process.stdout], [], [], PAUSE)[0]:
            raise RuntimeError(_told(process))
        if time.monotonic() > end:
            raise RuntimeError(f"no answer within {PATIENCE:.0f} seconds: {_last_words(folder / LOG)}")


def _last_words(log: Path) -> str:
    return log.read_text(errors="replace")[-TOLD_OF_A_LOG:].strip() if log.exists() else ""


class Keeper:
    """The other process. plan: what `kept` sent."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.plan = plan
        self.folder = Path(tempfile.mkdtemp(prefix=plan["prefix"]))
        if plan["steps"]:
            self.folder.chmod(0o755)
        if plan["owner"] is not None:
            shutil.chown(self.folder, plan["owner"])
        self.lock, self.over = threading.Lock(), False
        self.process: subprocess.Popen[bytes] | None = None

    def work(self) -> None:
        """Run the commands; afterwards, or when it is over, put everything in order."""
        waiting = threading.Thread(target=self._wait_for_the_end)
        waiting.start()
        try:
            failure = self._run()
            if failure and not self.over:
                _tell(failure)
            waiting.join()
        finally:
            clear(self.folder)

    def _wait_for_the_end(self) -> None:
        sys.stdin.read()
        with self.lock:
            self.over = True
            if self.process:
                self.process.send_signal(self.plan["ending"])

    def _run(self) -> str:
        """What went wrong: a command that failed, or a server that ended; empty where it is over."""
        with (self.folder / LOG).open("ab") as log:
            for step in self.plan["steps"]:
                command = [part.replace(FOLDER, str(self.folder)) for part in step]
                with self.lock:
                    if self.over:
                        return ""
                    self.process = subprocess.Popen(
                        command, user=self.plan["owner"], cwd=self.folder,
                        stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                    )  # fmt: skip
                last = step is self.plan["steps"][-1]
                if self.process.wait() or last:
                    return f"{Path(command[0]).name}: {_last_words(self.folder / LOG)}"
        return ""


def clear(folder: Path) -> None:
    """End every process that works in a folder, and take the folder away. Elsewhere than on Linux, only the latter."""
    for _ in range(ROUNDS):
        if not (found := list(_working_in(folder))):
            break
        for number in found:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(number, signal.SIGKILL)
        time.sleep(0.02)
    shutil.rmtree(folder, ignore_errors=True)


def _working_in(folder: Path) -> Iterator[int]:
    for entry in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):
            if f"{entry.readlink()}/".startswith(f"{folder}/"):
                yield int(entry.parent.name)


def _tell(words: str) -> None:
    with contextlib.suppress(BrokenPipeError):
        print(json.dumps(words), flush=True)


def main() -> None:
    """Keep a folder until the input ends."""
    keeper = Keeper(json.loads(sys.argv[1]))
    _tell(str(keeper.folder))
    keeper.work()


if __name__ == "__main__":
    main()
