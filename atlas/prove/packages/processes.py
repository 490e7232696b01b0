"""Runs other programs so that none outlives its time, floods the memory, or is left behind."""

import os
import selectors
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

#: Bytes that a program may print before it is ended, and those kept of its first and of its last words.
MOST, KEPT = 4_000_000, 4_000


@dataclass(frozen=True)
class Ended:
    """How a program ended.

    status: None where it was ended for `why`; answers: its output; words: the first and last that it said beside.
    """

    status: int | None
    answers: str
    words: str
    why: str = ""


def run(
    command: Sequence[str | Path],
    seconds: float,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    given: str = "",
) -> Ended:
    """Run a program with all that it starts. seconds: of the clock, after which it is ended; given: its input."""
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env=None if environment is None else dict(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdin and process.stdout and process.stderr
    with suppress(BrokenPipeError):
        process.stdin.write(given.encode())  # some lines: less than a pipe holds
        process.stdin.close()
    end = time.monotonic() + seconds
    try:
        held, why = _read((process.stdout, process.stderr), end, seconds)
        if not why:
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(end - time.monotonic(), 1))
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.stdout.close()
        process.stderr.close()
        status = process.wait()
    answers, words = (part.decode(errors="replace") for part in held)
    return Ended(None if why else status, answers, words.strip(), why)


def _read(pipes: Sequence[IO[bytes]], end: float, seconds: float) -> tuple[list[bytes], str]:
    """What comes out of both pipes until both are closed, and why it was not all."""
    held = [b""] * len(pipes)
    printed = 0
    with selectors.DefaultSelector() as selector:
        for number, pipe in enumerate(pipes):
            selector.register(pipe, selectors.EVENT_READ, number)
        while selector.get_map():
            left = end - time.monotonic()
            found = selector.select(left) if left > 0 else []
            if not found:
                return held, f"did not end within {seconds:.0f} seconds"
            for key, _ in found:
                piece = os.read(key.fd, 1 << 16)
                if not piece:
                    selector.unregister(key.fileobj)
                printed += len(piece)
                held[key.data] = held[key.data] + piece if key.data == 0 else _ends(held[key.data] + piece)
            if printed > MOST:
                return held, f"printed more than {MOST // 1_000_000} megabytes"
    return held, ""


def _ends(words: bytes) -> bytes:
    """The first and the last of what a program says."""
    return words if len(words) <= 2 * KEPT else words[:KEPT] + b"\n" + words[-KEPT + 1 :]
