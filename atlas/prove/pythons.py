"""Finds an interpreter of a given version: on PATH, among pyenv's and among uv's."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

#: Prints the version of a Python that can do what Django needs.
PROBE = "import sqlite3, ssl, venv, platform; print(platform.python_version())"


@cache
def find(version: str) -> tuple[Path, str] | None:
    """The path and full version (`3.10.13`) of a working Python `3.10`; None where there is none."""
    for path in candidates(version):
        # A pyenv shim of a version that is not selected exists, and fails when it is run.
        ran = subprocess.run([path, "-c", PROBE], capture_output=True, text=True)
        full = ran.stdout.strip()
        if ran.returncode == 0 and full.startswith(f"{version}."):
            return path, full
    return None


def candidates(version: str) -> Iterator[Path]:
    """Where a Python of this version may be, best place first."""
    name = f"python{version}"
    on_path = shutil.which(name)
    if on_path:
        yield Path(on_path)
    home = Path.home()
    pyenv = Path(os.environ.get("PYENV_ROOT", home / ".pyenv")) / "versions"
    uv = Path(os.environ.get("UV_PYTHON_INSTALL_DIR", home / ".local/share/uv/python"))
    for folder, pattern in ((pyenv, f"{version}.*"), (uv, f"cpython-{version}.*")):
        yield from sorted(folder.glob(f"{pattern}/bin/{name}"), reverse=True)
