"""The preview as a program: what it prints, what it writes, and how it ends."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.building import ROOT
from tests.preview.project_copy import Preview, copy_project

pytestmark = pytest.mark.slow


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Preview]:
    """A preview of the test's own."""
    running = Preview(copy_project(tmp_path))
    yield running
    if running.process.poll() is None:
        running.interrupt()


def files(root: Path) -> set[Path]:
    """Everything in the project but its cache."""
    return {path for path in root.rglob("*") if path.relative_to(root).parts[0] != ".cache"}


def alive(group: int) -> list[int]:
    """The processes of a group that still run; read from /proc, for a machine may lack `ps`."""
    running = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, rest = path.read_text(encoding="utf-8", errors="replace").split(" ", 1)
        except (FileNotFoundError, ProcessLookupError):  # it has just ended
            continue
        state, _parent, its_group, *_ = rest.rpartition(")")[2].split()
        if int(its_group) == group and state != "Z":
            running.append(int(number))
    return running


def test_nothing_is_written_but_the_cache(fresh: Preview) -> None:
    before = files(fresh.root)
    for address in (
        "",
        "releases/4.1/",
        "releases/4.1/logout-by-post/",
        "api/v1/changes.json",
        "search/index.js",
    ):
        assert fresh.get(address).status == 200
    assert files(fresh.root) == before
    assert not (fresh.root / "site").exists()


def test_ctrl_c_ends_every_process_and_leaves_no_page_behind(fresh: Preview) -> None:
    fresh.get("")  # the work behind has begun, or is about to
    assert len(alive(fresh.process.pid)) >= 4
    fresh.interrupt()
    assert fresh.process.returncode == 0
    assert alive(fresh.process.pid) == []
    assert not list((fresh.root / ".cache/preview").glob("*/states"))


def test_a_browser_that_has_gone_is_not_waited_for(fresh: Preview) -> None:
    """Files of a page that was left while they were made must not be made at every later edit."""
    fresh.get("")
    threads = Path(f"/proc/{fresh.process.pid}/task")
    host, port = fresh.address.rstrip("/").split(":")
    idle = len(list(threads.iterdir()))
    for _ in range(20):
        with socket.create_connection((host, int(port))) as browser:
            browser.sendall(b"GET /search/index.js HTTP/1.1\r\nHost: localhost\r\n\r\n")
    with fresh.edited("docs/about/index.md", "\n---\n", "\n---\n\nzebra\n\n"):
        assert "zebra" in fresh.get("about/").text
    assert len(list(threads.iterdir())) < idle + 10


def test_a_killed_server_takes_its_processes_along(fresh: Preview) -> None:
    fresh.process.kill()
    assert fresh.process.stdout
    fresh.process.stdout.read()  # ends when nobody holds the other end any more
    assert alive(fresh.process.pid) == []


def test_it_prints_what_it_does_in_few_lines(fresh: Preview) -> None:
    fresh.get("")
    lines = (fresh.said + fresh.interrupt()).splitlines()
    assert re.search(r"loading modules and \d{3,} pages", lines[0])
    assert "ready after" in lines[1]
    assert len(lines) < 10, lines


def test_a_port_in_use_is_one_clear_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = subprocess.run(
            [sys.executable, "-m", "preview", str(port)],
            cwd=ROOT, env=os.environ, capture_output=True, text=True,
        )  # fmt: skip
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr == f"port {port}: Address already in use; choose another: make serve PORT={port + 1}\n"
