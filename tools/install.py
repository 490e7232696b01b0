"""Make `.venv` with the Python that runs this, and install the locked packages: `python -m tools.install WHEELHOUSE`.

From the wheelhouse if it is of this requirements.txt, else from the package index. pip is silent unless it fails.
"""

import filecmp
import os
import re
import subprocess
import sys
import venv
from pathlib import Path

from tools.progress import Progress

LOCK = Path("requirements.txt")
FOLDER = Path(".venv")
PIP = ("-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--progress-bar", "off")


def main(arguments: list[str]) -> int:
    """Exit status 0, or pip's with all that it said."""
    wheelhouse = Path(*arguments)
    python = ".".join(map(str, sys.version_info[:3]))
    fits = (wheelhouse / LOCK).is_file() and filecmp.cmp(LOCK, wheelhouse / LOCK, shallow=False)
    if wheelhouse.is_dir() and not fits:
        print(f"{wheelhouse}/ is of another requirements.txt and not used: make wheelhouse")
    print(f"Python {python} ({sys.executable})", flush=True)
    make_environment()
    if fits:
        return install(f"installing from {wheelhouse}/", {**os.environ, **offline(wheelhouse)})
    return install("installing packages", dict(os.environ))


def make_environment() -> None:
    """Make `.venv`, unless there is one of the same Python."""
    same = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    python = FOLDER / "bin/python"
    if python.exists() and subprocess.run([python, "-c", same], capture_output=True).returncode == 0:
        return
    venv.create(FOLDER, clear=True, with_pip=True)


def offline(wheelhouse: Path) -> dict[str, str]:
    """The variables with which pip reads a folder and nothing else."""
    return {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheelhouse)}


def install(what: str, environment: dict[str, str]) -> int:
    """Run pip, count its packages on the screen. Returns its exit status."""
    total = len(re.findall(r"^[a-z0-9._-]+==", LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    command = [str(FOLDER / "bin/python"), *PIP, "--require-hashes", "-r", str(LOCK)]
    said: list[str] = []
    progress = Progress(what, total)
    with subprocess.Popen(
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as pip:
        for line in pip.stdout or ():
            said.append(line)
            if line.startswith("Collecting "):
                progress.step()
    if pip.returncode:
        progress.fail()
        sys.stdout.writelines(said)
    else:
        progress.done()
    return pip.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
