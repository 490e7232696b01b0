"""A preview of a copy of the project, which a test may edit."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

from tests.building import EPOCH, ROOT

PARTS = (
    "atlas",
    "macros",
    "overrides",
    "preview",
    "data",
    "docs",
    "sample_project",
    "mkdocs.yml",
    "redirects.yml",
)
#: For the longest that a busy machine may take; tests do not assert on it.
PATIENCE = 120


class Answer(NamedTuple):
    """What the preview answered."""

    status: int
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


class Preview:
    """A running preview. `said`: the lines that it printed until it was ready."""

    def __init__(self, root: Path, port: int = 0) -> None:
        self.root = root
        self.process = subprocess.Popen(
            [sys.executable, "-m", "preview", str(port)],
            cwd=root,
            env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            # What runs behind a script ignores Ctrl-C, and so would its children; a terminal's programs do not.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        assert self.process.stdout
        self.said = ""
        while "ready after" not in self.said:
            line = self.process.stdout.readline()
            assert line, self.said
            self.said += line
        self.address = self.said.rpartition("http://")[2].split()[0]

    def get(self, path: str = "") -> Answer:
        """What is at an address such as `releases/4.1/`."""
        try:
            with urlopen(f"http://{self.address}{path}", timeout=PATIENCE) as answer:
                return Answer(answer.status, answer.read())
        except HTTPError as error:
            return Answer(error.code, error.read())

    def version(self) -> int:
        """The version of the page that is shown now."""
        return int(self.get("").text.rpartition('data-version="')[2].partition('"')[0])

    def told(self, version: int, source: str = "") -> tuple[str, Any]:
        """The first event that a browser gets for a page of a version: its name and what it says."""
        query = urlencode({"version": version, "source": source})
        with urlopen(f"http://{self.address}__preview/events?{query}", timeout=PATIENCE) as events:
            name, data = events.readline().decode(), events.readline().decode()
            return name.removeprefix("event: ").strip(), json.loads(data.removeprefix("data: "))

    @contextmanager
    def edited(self, path: str, old: str | re.Pattern[str], new: str) -> Iterator[None]:
        """The project with a file in which a text is replaced; afterwards as it was."""
        pattern = re.compile(re.escape(old)) if isinstance(old, str) else old
        before = (self.root / path).read_text(encoding="utf-8")
        after, times = pattern.subn(lambda _: new, before)
        assert times, f"{path} has no {pattern.pattern}"
        (self.root / path).write_text(after, encoding="utf-8")
        try:
            yield
        finally:
            (self.root / path).write_text(before, encoding="utf-8")

    @contextmanager
    def added(self, path: str, text: str) -> Iterator[None]:
        """The project with one more file; afterwards without it."""
        (self.root / path).write_text(text, encoding="utf-8")
        try:
            yield
        finally:
            (self.root / path).unlink()

    def interrupt(self) -> str:
        """Press Ctrl-C as a terminal does, for all processes of the group; what was printed since it was ready."""
        os.killpg(self.process.pid, signal.SIGINT)
        said, _ = self.process.communicate(timeout=PATIENCE)
        return said


def copy_project(folder: Path) -> Path:
    """A copy of everything that a preview needs. Pictures that builds drew before are shared."""
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    (folder / ".cache").mkdir()
    (ROOT / ".cache/build").mkdir(parents=True, exist_ok=True)
    (folder / ".cache/build").symlink_to(ROOT / ".cache/build")
    return folder
