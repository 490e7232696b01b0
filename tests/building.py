"""Builds of the whole site for tests."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from atlas.prove.locks import locked

ROOT = Path(__file__).parent.parent
#: The build of every test pretends to be made on this day: 2026-11-21.
EPOCH = "1795219200"


def build(target: Path, config: str = "mkdocs.yml", builder: str = "mkdocs") -> str:
    """Build the site strictly into a folder; the log. Errors: AssertionError with the log if it fails.

    builder: the module of MkDocs, or of a program that takes its place.
    """
    built = subprocess.run(
        [
            sys.executable,
            "-m",
            builder,
            "build",
            "--strict",
            "--config-file",
            config,
            "--site-dir",
            str(target),
        ],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    log = built.stdout + built.stderr
    assert built.returncode == 0, log
    return log


def build_once(factory: pytest.TempPathFactory, name: str, config: str = "mkdocs.yml") -> Path:
    """A built site for the whole run; processes that share the run's tests share it, too."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with locked(folder / "lock"):
        log = folder / "build.log"
        if not log.exists():
            log.write_text(build(folder / "site", config), encoding="utf-8")
    return folder / "site"
