"""A run of packages that is killed leaves whole records and no process, and the next one goes on: fifty moments."""

import contextlib
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from atlas.facts import package_runs
from tests.prove.test_killed import PATIENCE, kill, processes_in

pytestmark = [pytest.mark.django, pytest.mark.slow, pytest.mark.alone]
ROUNDS, KILLS = 5, 10
RUNS = """
import sys
from pathlib import Path
from atlas.prove.packages.__main__ import main
from tests.prove.shelves import index
sys.exit(main([], Path(sys.argv[1]), index(Path(sys.argv[2]))))
"""


def start(root: Path, folder: Path, files: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", RUNS, str(folder), str(files)],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def recorded(folder: Path) -> dict[str, object]:
    """What is recorded, without the days."""
    found = package_runs.read_all(folder / "data")
    return {
        name: {
            release: {version: (run.status, run.modules) for version, run in row.runs.items()}
            for release, row in runs.releases.items()
        }
        for name, runs in found.items()
    }


def ended(folder: Path) -> list[str]:
    """The processes that still work on a project after a while."""
    end = time.monotonic() + PATIENCE
    while (found := processes_in(folder)) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def test_after_fifty_kills_the_records_are_as_if_there_had_been_none(
    four_versions: Path, files: Path, root: Path, tmp_path: Path
) -> None:
    shutil.copytree(four_versions, tmp_path / "whole", symlinks=True)
    started = time.monotonic()
    assert start(root, tmp_path / "whole", files).wait() == 0
    usual = time.monotonic() - started
    draw = random.Random(17)
    for number in range(ROUNDS):
        folder = tmp_path / f"killed-{number}"
        shutil.copytree(four_versions, folder, symlinks=True)
        for count in range(KILLS):
            process = start(root, folder, files)
            with contextlib.suppress(
                subprocess.TimeoutExpired
            ):  # one that has little left to do is not waited for
                process.wait(timeout=draw.uniform(0, usual))
            kill(process, whole_group=bool(count % 2))
            assert ended(folder) == []
            recorded(folder)  # each file is whole
        assert start(root, folder, files).wait() == 0
        assert recorded(folder) == recorded(tmp_path / "whole")
