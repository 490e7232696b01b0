"""A sync that is killed leaves every file whole, and the next one goes on. Fifty moments are drawn."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from atlas.sync.__main__ import main
from tests.sync.archives import files_with, write_archive

pytestmark = pytest.mark.slow

KILLS, FILES = 50, 30
#: Writes a state of all files, and is killed before a step of it: the writing of one, or its move.
WRITES = """
import os, sys
from pathlib import Path
from atlas.sync import writer
data, letter, last, steps = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), 0

def counted(step):
    def count(*args, **options):
        global steps
        steps += 1
        if steps == last:
            os.kill(os.getpid(), 9)
        return step(*args, **options)
    return count

Path.write_text, Path.replace = counted(Path.write_text), counted(Path.replace)
names = [f"{number}.json" for number in range(30)]
writer.write(dict.fromkeys(names, letter * 1000), names, data)
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_fifty_kills_between_two_steps_leave_every_file_whole(root: Path, tmp_path: Path) -> None:
    draw, data = random.Random(17), tmp_path / "data"
    data.mkdir()
    for number in range(KILLS):
        letter, last = "ab"[number % 2], draw.randint(1, 2 * FILES)
        command = [sys.executable, "-c", WRITES, str(data), letter, str(last)]
        assert subprocess.run(command, cwd=root).returncode == -9
        moved = max(0, last - 1 - FILES)
        found = [text.decode() for text in contents(data).values()]
        assert set(found) <= {"a" * 1000, "b" * 1000}
        assert found.count(letter * 1000) >= moved
    assert subprocess.run([*command[:-1], "0"], cwd=root).returncode == 0
    assert contents(data) == {f"{number}.json": (letter * 1000).encode() for number in range(FILES)}
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_after_fifty_kills_a_sync_writes_what_it_would_have_written(root: Path, tmp_path: Path) -> None:
    archives = [
        write_archive(tmp_path / "one"),
        write_archive(tmp_path / "two", files_with(notes=("* It closes.", "* It closes early."))),
    ]
    whole = []
    for number, archive in enumerate(archives):
        data = tmp_path / f"whole-{number}/data"
        data.mkdir(parents=True)
        assert main(["--sdist", str(archive), "--data", str(data)]) == 0
        whole.append(contents(data))
    draw, data = random.Random(17), tmp_path / "data"
    data.mkdir()
    started = time.monotonic()
    sync(root, archives[0], data).wait()
    usual = time.monotonic() - started
    for number in range(KILLS):
        process = sync(root, archives[number % 2], data)
        time.sleep(draw.uniform(0, usual))
        process.kill()
        process.wait()
        for name, text in contents(data).items():
            assert text in (whole[0][name], whole[1][name]), name
    assert main(["--sdist", str(archives[1]), "--data", str(data)]) == 0
    assert contents(data) == whole[1]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def sync(root: Path, archive: Path, data: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "atlas", "sync", "--sdist", str(archive), "--data", str(data)]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
