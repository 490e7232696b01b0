"""Runs the `$ ` lines of a console sample in a copy of the sample project."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from atlas.prove.worker.watch import Watch

TRACEBACK = re.compile(r"^Traceback \(most recent call last\):\n(?:(?: .*)?\n)*", re.MULTILINE)
#: All but the last traceback of a chain.
CHAIN = re.compile(
    TRACEBACK.pattern + r"(?:\S.*\n)+\n(?:During handling of|The above exception was) .*:\n\n", re.MULTILINE
)
ERROR = re.compile(
    r"^(?:[\w]+\.)*(?P<type>\w+(?:Error|Exception|Configured|NotReady|DoesNotExist)): (?P<text>.*)",
    re.MULTILINE | re.DOTALL,
)
#: Runs in every Python that a command starts: hands Django's warnings to this file instead of stderr.
HOOK = """
import json, sys
sys.path.insert(0, {root!r})
from atlas.prove.worker import sandbox, watch
sys.path.remove({root!r})
sandbox.close_sockets()
class ToFile(watch.Watch):
    def keep(self, category, text):
        with open({log!r}, "a") as file:
            file.write(json.dumps([category, text]) + "\\n")
ToFile().start()
"""


class CommandFailed(Exception):  # noqa: N818 - a result, not a fault of the program
    """A command ended with an error; `error` has its `type` and `text`."""

    def __init__(self, error: dict[str, str]) -> None:
        self.error = error
        super().__init__(error["text"])


def run(text: str, folder: Path, watch: Watch) -> None:
    """Run each `$ ` line with the shell, print what the commands print, stop at the first that fails."""
    hooks = folder.parent / "hooks"
    hooks.mkdir()
    log = folder.parent / "warnings.jsonl"
    root = str(Path(__file__).resolve().parents[3])
    (hooks / "sitecustomize.py").write_text(HOOK.format(root=root, log=str(log)), encoding="utf-8")
    environ = {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), "/usr/local/bin", "/usr/bin", "/bin"]),
        "PYTHONPATH": str(hooks),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DJANGO_COLORS": "nocolor",
    }
    try:
        for line in text.splitlines():
            if line.startswith("$ "):
                _command(line[2:], folder, environ)
    finally:
        for row in log.read_text(encoding="utf-8").splitlines() if log.exists() else []:
            watch.keep(*json.loads(row))


def _command(line: str, folder: Path, environ: dict[str, str]) -> None:
    done = subprocess.run(
        line,
        shell=True,
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    # Tracebacks show lines of the installed Django; their last line is what counts.
    output = TRACEBACK.sub("", CHAIN.sub("", done.stdout.decode("utf-8", "replace")))
    print(output, end="" if output.endswith("\n") else "\n")
    if done.returncode:
        raise CommandFailed(_error(output, done.returncode))


def _error(output: str, status: int) -> dict[str, str]:
    match = ERROR.search(output)
    if match:
        return {"type": match["type"], "text": match["text"].strip()}
    last = (output.strip().splitlines() or [""])[-1]
    return {"type": f"exit status {status}", "text": last}
