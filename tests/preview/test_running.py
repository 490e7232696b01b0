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


def alive(group: int) -> list[str]:
    """The processes of a group that still run."""
    listed = subprocess.run(["ps", "-eo", "pgid=,stat=,args="], capture_output=True, text=True, check=True)
    rows = [line.split(maxsplit=2) for line in listed.stdout.splitlines()]
    return [row[2] for row in rows if int(row[0]) == group and not row[1].startswith("Z")]


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
