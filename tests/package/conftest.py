"""The package, built once, and installed in an environment that has nothing else."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.prove.pythons import find
from tests.building import ROOT

#: Every Python that the package is for, and that is here.
PYTHONS = {
    version: found[0]
    for version in ("3.9", "3.10", "3.11", "3.12", "3.13", "3.14")
    if (found := find(version)) is not None
}
UV = Path(sys.executable).with_name("uv")
OLD = "from django.conf.urls import url\n"


def build(folder: Path) -> list[Path]:
    """The source archive and the wheel, as `make package` builds them."""
    command = [sys.executable, ROOT / "package/backend.py", folder]
    subprocess.run(command, check=True, capture_output=True, cwd=folder.parent)
    return sorted(folder.iterdir())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The wheel and the source archive, in this order."""
    return build(tmp_path_factory.mktemp("package") / "dist")


Install = Callable[[str], Path]


@pytest.fixture(scope="session")
def install(built: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Install:
    """Installs the wheel for a version of Python, without a network; gives the command's path."""
    done: dict[str, Path] = {}

    def installed(version: str) -> Path:
        if version not in done:
            folder = tmp_path_factory.mktemp(f"python{version}") / "venv"
            run(UV, "venv", "--quiet", "--offline", "--python", PYTHONS[version], folder)
            python = folder / "bin/python"
            run(UV, "pip", "install", "--quiet", "--offline", "--no-index", "--python", python, built[0])
            done[version] = folder / "bin/upgrade-atlas"
        return done[version]

    return installed


def run(
    *command: str | Path, status: int = 0, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command that must end with a status."""
    # Nothing of this checkout may help it.
    own = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        [*map(str, command)], capture_output=True, text=True, cwd=cwd, env=own | environment
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done
