"""`make update` from the outside: a new Django in one command, offline, on a small project with real environments."""

import json
import os
import signal
from pathlib import Path

import pytest

from tests.update.world import World

pytestmark = [pytest.mark.django, pytest.mark.slow]
STEPS = ("facts", "documentation", "locks", "environments", "defaults", "runs")
LATE = "Django 4.1.2: out, and not yet in: documentation, locks, defaults, runs; make update"


def test_a_new_patch_release_goes_through_in_one_command_and_a_second_changes_nothing(
    present: World, tmp_path: Path
) -> None:
    world = present.copy(tmp_path)
    before = world.contents()
    world.publish("4.1.2")
    assert world.run("sync")[0] == 0
    code, said, _ = world.run("check")
    mistakes = [line for line in said.splitlines() if not line.startswith("to write: ")]
    assert (code, mistakes) == (1, [f"data: {LATE}", "1 problem"])
    code, said, progress = world.run()
    assert code == 0, said + progress
    after = world.contents()
    ran = json.loads(after["data/proof/environments.json"])["4.1"]
    assert (ran["django"], ran["run"]) == ("4.1.2", "2026-11-30")
    lock, old = (each["data/proof/pins/4.1.txt"].decode().splitlines() for each in (after, before))
    assert "django==4.1.2 \\" in lock
    assert [line for line in lock if "==" in line and line not in old] == ["django==4.1.2 \\"]
    line = (
        "a line for the bug fix about library.desk.ring of 4.1.2 (docs/releases/4.1.2.txt:12): make new HASH="
    )
    assert f"to write: docs/releases/4.1/patches.yml: {line}" in said
    assert said.splitlines()[-1].startswith("update: every result is as before; every claim holds; ")
    assert world.run("check")[0] == 0
    code, said, progress = world.run()
    assert code == 0
    assert world.contents() == after
    assert [line for line in progress.splitlines() if "nothing to do" in line] == [
        line for line in progress.splitlines() if "/6 " in line and ": nothing" in line
    ]
    assert progress.count(": nothing to do") == len(STEPS)


def test_a_claim_that_a_patch_release_breaks_is_named_with_the_release(
    present: World, tmp_path: Path
) -> None:
    world = present.copy(tmp_path)
    text = (world.root / ".cache/prove/environments").glob(
        "4.1-*/lib/python3*/site-packages/django/utils/text.py"
    )
    was = next(line.strip() for line in next(text).read_text("utf-8").splitlines() if '"-", value)' in line)
    world.publish("4.1.2", django__utils__text=(was, "raise LookupError(value)"))
    for _ in range(2):  # said again until somebody mends it
        code, said, _ = world.run()
        assert code == 1
        moved = [line for line in said.splitlines() if line.startswith("behaves differently: ")]
        page = "behaves differently: Django 4.1.2: 4.1/short-names"
        assert moved == [
            f"{page}: After: was ok (1), now fails (LookupError: open shelf)",
            f"{page}: Holds: a shelf's name is written with a hyphen: found LookupError: open shelf"
            ' (line 2: `assert slugify("Open Shelf") == "open-shelf", slugify("Open Shelf")`)',
        ]
        assert "update: 2 results differ; 1 pages claim what no longer holds" in said.splitlines()[-1]


def test_an_update_that_is_killed_at_each_step_goes_on(present: World, tmp_path: Path) -> None:
    whole, killed = present.copy(tmp_path / "whole"), present.copy(tmp_path / "killed")
    for world in (whole, killed):
        world.publish("4.1.2")
    assert whole.run()[0] == 0
    for step in STEPS:
        process = killed.start()
        assert process.stderr
        while f" {step}: " not in process.stderr.readline():
            pass
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    code, said, progress = killed.run()
    assert code == 0, said + progress
    assert killed.contents() == whole.contents()


def test_a_new_feature_release_is_one_line_of_a_check_and_goes_through_in_one_command(
    present: World, tmp_path: Path
) -> None:
    world = present.copy(tmp_path)
    world.publish_feature("4.2", "4.1")
    assert world.run("sync")[0] == 0
    said = world.run("check")[1].splitlines()
    assert (
        said[0] == "data: Django 4.2: out, and not yet in: documentation, locks, defaults, runs; make update"
    )
    assert any(line.startswith("to write: docs/releases/4.2: a page for the note about ") for line in said)
    mend = [line for line in said[1:] if not line.startswith("to write: ")]
    assert [line.partition(":")[0] for line in mend[:-1]] == ["data/support.yml"]
    code, after, progress = world.run()
    assert code == 1
    assert mend[0] in after
    assert "every claim holds; 1 to mend;" in after.splitlines()[-1], after + progress
    ran = json.loads(world.contents()["data/proof/environments.json"])
    assert {release: row["django"] for release, row in ran.items()} == {"4.1": "4.1.1", "4.2": "4.2"}
