"""The environment is made in silence: one line that counts and one with the time; pip's words only if it fails."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from tools import install
from tools.progress import Progress

pytestmark = pytest.mark.slow


class Terminal(io.StringIO):
    """A screen that can rewrite its line."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without packages, with an environment that has a pip of two commands."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "requirements.txt").write_text("one==1 \\\n    --hash=sha256:0\n    # via two\ntwo==2 \\\n")
    return tmp_path


def pip(folder: Path, words: str, status: int = 0) -> None:
    """Put a program in place of the environment's Python that says what pip would."""
    (folder / ".venv/bin").mkdir(parents=True)
    program = folder / ".venv/bin/python"
    program.write_text(f"#!/bin/sh\nprintf '{words}'\nexit {status}\n")
    program.chmod(0o755)


def test_what_pip_says_is_not_shown_if_it_works(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pip(folder, "WARNING: Location is ignored\\nCollecting one==1\\nCollecting two==2\\n")
    assert install.install("installing packages", {}) == 0
    assert capsys.readouterr().out in {
        f"installing packages ...\ninstalling packages: 2 in {s} s\n" for s in range(60)
    }


def test_all_that_pip_says_is_shown_if_it_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pip(folder, "Collecting one==1\\nERROR: No matching distribution\\n", 1)
    assert install.install("installing packages", {}) == 1
    said = capsys.readouterr().out
    assert ": failed after " in said and said.endswith("Collecting one==1\nERROR: No matching distribution\n")


def test_a_terminal_counts_on_one_line() -> None:
    screen = Terminal()
    progress = Progress("installing packages", 2, screen)
    progress.step()
    progress.step()
    assert "\n" not in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[Kinstalling packages: 2 of 2")
    progress.done()
    assert screen.getvalue().count("\n") == 1


def test_an_environment_of_the_same_python_is_kept(folder: Path) -> None:
    install.make_environment()
    (folder / ".venv/kept").touch()
    install.make_environment()
    assert (folder / ".venv/kept").exists()


def test_an_environment_of_another_python_is_made_anew(folder: Path) -> None:
    pip(folder, "", 1)
    install.make_environment()
    told = subprocess.run(
        [folder / ".venv/bin/python", "-m", "pip", "--version"], capture_output=True, text=True
    )
    assert f"(python {sys.version_info[0]}.{sys.version_info[1]})" in told.stdout
