"""`scan --fix`: django-upgrade rewrites what it is sure of; nothing here rewrites code by its own rules."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from atlas.scan.engine import Hit
from atlas.words.versions import is_version, sort_key

NAME: Final = "django-upgrade"
#: Files of one call: command lines have a limit.
AT_ONCE: Final = 200


class NoFixer(Exception):  # noqa: N818 - it is about this machine
    """django-upgrade cannot be run; the message is one line."""


def fixer() -> str:
    """The path of django-upgrade. Errors: NoFixer."""
    beside = shutil.which(NAME, path=str(Path(sys.executable).parent))
    if found := beside or shutil.which(NAME):
        return found
    raise NoFixer(f"--fix: {NAME} is not installed; run: python -m pip install {NAME}")


def target_of(command: str, release: str) -> str:
    """The newest release up to `release` that this django-upgrade can be told to aim at. Errors: NoFixer."""
    told = _run([command, "--help"])
    words = re.split(r"[{},\s]+", told.stdout)
    known = {word for word in words if is_version(word) and sort_key(word) <= sort_key(release)}
    if told.returncode or not known:
        raise NoFixer(f"--fix: {command} names no release up to {release} that it can aim at")
    return max(known, key=sort_key)


def rewritten(command: str, target: str, files: Sequence[Path]) -> list[Path]:
    """Run it over Python files; those that it changed. Errors: NoFixer where it fails."""
    before = {path: path.read_bytes() for path in files}
    for start in range(0, len(files), AT_ONCE):
        # A whole path never begins with a dash.
        paths = [os.path.abspath(path) for path in files[start : start + AT_ONCE]]  # noqa: PTH100
        done = _run([command, "--target-version", target, *paths])
        if done.returncode not in (0, 1):  # 1: it changed something
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise NoFixer(f"--fix: {NAME} failed with status {done.returncode} ({last})")
    return [path for path in files if path.read_bytes() != before[path]]


def gone(before: Sequence[Hit], after: Sequence[Hit]) -> list[str]:
    """A line for each change with fewer places than before: how many of how many went."""
    had, has = (Counter(hit.change for hit in hits) for hits in (before, after))
    return [
        f"{change}: {count - has[change]} of {count} places"
        for change, count in had.items()
        if has[change] < count
    ]


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(command, capture_output=True, text=True, errors="backslashreplace", check=False)
    except OSError as error:
        raise NoFixer(f"--fix: {command[0]} cannot be run ({error.strerror})") from None
