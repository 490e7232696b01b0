"""A run that is killed leaves no server, no process, no folder, and no half of a record. Fifty moments are drawn."""

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from atlas.facts import proof_files
from atlas.prove import mariadb, postgres
from atlas.prove.keeper import kept
from tests.desk import Desk, fence

KILLS = 50
#: Seconds within which everything must be gone. A kill of a server takes a few hundredths.
PATIENCE = 30
#: A server that is ready once it has written a file, and a program of its own that would go on without it.
SERVER = "import subprocess, time; subprocess.Popen(['sleep', '600']); open('ready', 'w'); time.sleep(600)"
HOLDS = f"""
import sys, time
from atlas.prove.keeper import kept
server = [sys.executable, "-c", {SERVER!r}]
with kept("atlas-killed-", [server], lambda folder: (folder / "ready").exists()):
    time.sleep(600)
"""
PROVES = """
import sys
from pathlib import Path
from atlas.prove.__main__ import main
sys.exit(main(["--all"], Path(sys.argv[1])))
"""


@pytest.fixture
def temporary() -> Iterator[Path]:
    """A short path, for that of a socket may not be long."""
    folder = Path(tempfile.mkdtemp(prefix="kill-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def start(root: Path, temporary: Path, *command: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", *command],
        cwd=root,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def kill(process: subprocess.Popen[bytes], whole_group: bool) -> None:
    """As `kill -9` does, or as a terminal or a CI that ends a whole job."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL) if whole_group else process.kill()
    process.wait()


def left_over(temporary: Path) -> list[str]:
    """Folders that are left, and the processes that work in one or name one."""
    return [*(path.name for path in temporary.iterdir()), *processes_in(temporary)]


def processes_in(folder: Path) -> list[str]:
    """The commands of processes that work in a folder or name it."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            if str(folder) in f"{(entry / 'cwd').readlink()} {command}" and int(entry.name) != os.getpid():
                found.append(command)
    return found


def is_in_order(temporary: Path) -> list[str]:
    """What is still left after a while."""
    end = time.monotonic() + PATIENCE
    while (found := left_over(temporary)) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def test_a_folder_is_gone_with_its_server_at_the_end_of_the_block(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(temporary))
    server = [sys.executable, "-c", SERVER]
    with kept("atlas-killed-", [server], lambda folder: (folder / "ready").exists()) as folder:
        assert folder.parent == temporary
        assert len(left_over(temporary)) >= 3  # the folder, the server, what the server started
    assert left_over(temporary) == []


def test_a_server_that_does_not_start_is_told_in_its_own_words(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(temporary))
    refuses = [sys.executable, "-c", "import sys; sys.exit('no room for {folder}')"]
    with (
        pytest.raises(RuntimeError, match=r"no room for /\S+/atlas-killed-"),
        kept("atlas-killed-", [refuses], Path.is_file),
    ):
        raise AssertionError
    assert left_over(temporary) == []


@pytest.mark.slow
@pytest.mark.alone
def test_fifty_kills_leave_neither_a_folder_nor_a_server(root: Path, temporary: Path) -> None:
    draw = random.Random(17)
    for number in range(KILLS):
        process = start(root, temporary, HOLDS)
        time.sleep(draw.uniform(0, 0.6))
        kill(process, whole_group=bool(number % 2))
    assert is_in_order(temporary) == []


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.django
def test_fifty_kills_of_a_proof_leave_neither_servers_nor_halves_of_records(
    desk, root: Path, temporary: Path
) -> None:
    if not (postgres.programs() and mariadb.programs()):
        pytest.fail("install postgresql and mariadb-server", pytrace=False)
    table: Desk = desk("4.1", "4.2")
    count = "from django.db import connection\nprint(Book.objects.count(), connection.vendor)"
    for need in ("postgresql", "mariadb", "redis"):
        table.write(f"4.2/on-{need}", fence("After", count), kind="added", needs=f"[{need}]")
    table.prove()
    whole = records(table)
    draw = random.Random(17)
    for number in range(KILLS):
        process = start(root, temporary, PROVES, str(table.folder))
        time.sleep(draw.uniform(0, 12))
        kill(process, whole_group=bool(number % 2))
        assert is_in_order(temporary) == [], f"kill {number}"
        proof_files.read(table.places.proof)  # each file is whole
    assert records(table).keys() == whole.keys()
    table.prove(again=True)
    assert records(table) == whole


def records(table: Desk) -> dict[str, object]:
    """What is recorded of runs, without the day."""
    return {path.name: json.loads(path.read_text()) for path in table.places.proof.glob("[0-9]*.json")}
