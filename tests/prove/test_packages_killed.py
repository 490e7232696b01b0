"""A run of packages that is killed leaves every record whole, and the next one goes on. Fifty moments are drawn."""

import contextlib
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from atlas.prove.packages.__main__ import main
from tests.prove.shelves import index, read, record

pytestmark = [pytest.mark.django, pytest.mark.slow, pytest.mark.alone]
#: How often all is recorded from the beginning, and how often each of these runs is killed before one may end.
ROUNDS, KILLS = 5, 10
#: Seconds of a run until it is killed, at most. The first makes environments; a run without that takes about as long.
LONGEST = 8.0
RUNS = """
import sys
from pathlib import Path
from atlas.prove.packages.__main__ import main
from tests.prove.shelves import index
sys.exit(main([], Path(sys.argv[1]), index(Path(sys.argv[2]))))
"""


def killed_run(root: Path, folder: Path, files: Path, seconds: float) -> None:
    """Run for so long, unless it ends before."""
    process = subprocess.Popen(
        [sys.executable, "-c", RUNS, str(folder), str(files)],
        cwd=root,
        env=dict(os.environ),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_fifty_kills_leave_records_whole_and_the_next_run_goes_on(
    root: Path, four_versions: Path, files: Path
) -> None:
    draw = random.Random(17)
    ends = []
    for _ in range(ROUNDS):
        record(four_versions).unlink(missing_ok=True)
        for _ in range(KILLS):
            killed_run(root, four_versions, files, draw.uniform(0, LONGEST))
            if record(four_versions).exists():
                read(four_versions)  # which refuses half of a record
            assert {path.name for path in record(four_versions).parent.iterdir()} <= {
                "packages.yml",
                record(four_versions).name,
            }
        assert main([], four_versions, index(files)) == 0
        ends.append(record(four_versions).read_text())
    record(four_versions).unlink()
    assert main([], four_versions, index(files)) == 0
    assert {*ends} == {record(four_versions).read_text()}
