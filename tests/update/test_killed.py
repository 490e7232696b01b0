"""An update that is killed leaves every file whole, and the next one goes on. Fifty moments are drawn."""

import contextlib
import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.update.world import World

pytestmark = [pytest.mark.django, pytest.mark.slow, pytest.mark.alone]
#: Projects that are updated, and how often each update is killed before one may end.
ROUNDS, KILLS = 5, 10


def updated(present: World, folder: Path) -> World:
    """A copy of the project for which a new patch release is out."""
    world = present.copy(folder)
    world.publish("4.1.2")
    return world


def test_after_fifty_kills_the_updates_end_as_if_there_had_been_none(present: World, tmp_path: Path) -> None:
    whole = updated(present, tmp_path / "whole")
    started = time.monotonic()
    assert whole.run()[0] == 0
    usual = time.monotonic() - started
    draw = random.Random(17)
    for number in range(ROUNDS):
        world = updated(present, tmp_path / f"killed-{number}")
        for _ in range(KILLS):
            process = world.start()
            with contextlib.suppress(
                subprocess.TimeoutExpired
            ):  # one that has little left to do is not waited for
                process.communicate(timeout=draw.uniform(0, usual))
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            for name, text in world.contents().items():
                assert name in whole.contents(), f"{name} is left over"
                if name.endswith(".json"):
                    json.loads(text)
        code, said, progress = world.run()
        assert code == 0, said + progress
        assert world.contents() == whole.contents()
