"""The newest Python that works is found; one that is too old or makes no environments gets one line with the remedy."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

#: What a program that stands for a Python does: the real ones answer with the same words.
FIT = "echo fit"
OLD = "echo old 3.9.18"
BARE = "echo bare 3.13"
SHIM = "echo 'pyenv: command not found' >&2; exit 127"
Find = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def find(root: Path, tmp_path: Path) -> Find:
    """Runs the finder on a PATH that has these programs (`python3_13=FIT`) and no others."""

    def find(*names: str, **programs: str) -> subprocess.CompletedProcess[str]:
        for name, text in programs.items():
            file = tmp_path / name.replace("_", ".")
            file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
            file.chmod(0o755)
        for tool in ("sed", "dirname"):
            (tmp_path / tool).symlink_to(f"/usr/bin/{tool}")
        command = ["/bin/sh", root / "tools/find-python", *names]
        return subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True, text=True)

    return find


def test_the_newest_is_taken(find: Find) -> None:
    found = find(python3=FIT, python3_11=FIT, python3_12=FIT)
    assert (found.returncode, found.stdout, found.stderr) == (0, "python3.12\n", "")


@pytest.mark.parametrize("useless", [SHIM, BARE, OLD])
def test_one_that_is_of_no_use_is_passed_by(find: Find, useless: str) -> None:
    assert find(python3_13=useless, python3_11=FIT).stdout == "python3.11\n"


def test_a_python_without_a_number_is_good_enough(find: Find) -> None:
    assert find(python3=FIT).stdout == "python3\n"


def test_no_python_at_all_is_one_line_with_the_packages(find: Find) -> None:
    found = find()
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr == (
        "Python 3.11.2 or newer is missing: apt-get install python3 python3-venv (Debian 12, Ubuntu 24.04 or newer)\n"
    )


def test_an_old_python_is_named_with_its_version(find: Find) -> None:
    found = find(python3=OLD)
    assert found.returncode == 1
    assert found.stderr.startswith("Python 3.11.2 or newer is missing (python3 is 3.9.18): apt-get install ")


def test_debians_python_without_venv_is_one_line_with_its_package(find: Find) -> None:
    found = find(python3=BARE, python3_13=BARE)
    assert found.returncode == 1
    assert found.stderr == (
        "python3.13 cannot make environments: apt-get install python3.13-venv "
        "(elsewhere: the modules venv and ensurepip)\n"
    )


def test_the_one_that_is_named_is_the_only_one_asked(find: Find) -> None:
    found = find("python3.11", python3_13=FIT, python3_11=OLD)
    assert found.returncode == 1
    assert "python3.11 is 3.9.18" in found.stderr


def test_a_real_python_answers_in_the_words_that_the_finder_knows(root: Path) -> None:
    found = subprocess.run(
        [root / "tools/find-python"], env={"PATH": os.environ["PATH"]}, capture_output=True, text=True
    )
    assert found.returncode == 0, found.stderr
    told = subprocess.run(
        [found.stdout.strip(), "-c", "import sys, ensurepip; print(sys.version_info >= (3, 11, 2))"],
        capture_output=True,
        text=True,
    )
    assert told.stdout == "True\n", told.stderr


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("import sys; sys.version_info = (3, 11, 1)", "python3.11 is 3.11.1"),
        ("import sys; sys.modules['ensurepip'] = None", "cannot make environments: apt-get install python3."),
    ],
)
def test_a_real_python_that_is_too_old_or_has_no_venv_says_so(
    root: Path, find: Find, change: str, words: str
) -> None:
    real = subprocess.run([root / "tools/find-python"], capture_output=True, text=True).stdout.strip()
    program = subprocess.run(
        [real, "-c", "import sys; print(sys.executable)"], capture_output=True, text=True
    ).stdout.strip()
    # Runs what the finder asks, in a Python that was changed first.
    stand_in = f"""exec {program} -c '{change.replace("'", '"')}
exec(sys.argv.pop(1))' "$2" "$3" """
    found = find(python3_11=stand_in)
    assert found.returncode == 1
    assert words in found.stderr
