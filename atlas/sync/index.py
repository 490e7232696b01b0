"""The newest stable Django on the package index, downloaded by pip as configured on this machine.

pip alone speaks to the network, so indexes, mirrors, proxies and certificates are those of its
configuration, and it checks the index's hash of the file.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from atlas.sync.errors import SyncError

REMEDY: Final = "check the network and pip's settings (pip config list), or name an archive with --sdist FILE"

#: `pip download` asks a source distribution's build backend for its metadata before it hands the
#: file over. This stands in for Django's backend (setuptools) and copies the metadata that every
#: such archive carries: nothing of Django is run, no build requirement is fetched, and it works on a
#: Python too old to build the newest Django.
BACKEND: Final = """
import pathlib, shutil

def get_requires_for_build_wheel(config_settings=None):
    return []

def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    folder = pathlib.Path(metadata_directory, "django-0.dist-info")
    folder.mkdir()
    shutil.copy("PKG-INFO", folder / "METADATA")
    return folder.name
"""


def download_newest(folder: Path, package: str = "Django", seconds: float = 900) -> Path:
    """Download the newest stable source distribution into a folder and return its path.

    seconds: after which pip is stopped. Errors: SyncError with pip's own last word.
    """
    target = folder / "download"
    command = [sys.executable, "-m", "pip", "download", "--disable-pip-version-check", "--quiet", "--no-deps"]
    command += ["--no-binary", ":all:", "--no-build-isolation", "--ignore-requires-python"]
    command += ["--dest", str(target), package]
    environment = {**os.environ, "PYTHONPATH": str(write_backend(folder / "backend"))}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise SyncError(f"pip did not answer within {seconds:.0f} seconds; {REMEDY}") from None
    found = sorted(target.glob("*.tar.gz"))
    if done.returncode or not found:
        raise SyncError(f"no {package} from the package index: {last_word(done.stderr)}; {REMEDY}")
    return found[0]


def write_backend(folder: Path) -> Path:
    """Write the stand-in for setuptools; returns the folder to import it from."""
    package = folder / "setuptools"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "build_meta.py").write_text(BACKEND)
    return folder


def last_word(output: str) -> str:
    """pip's last error line without its label, else its last line."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR: ")]
    return (errors or lines or ["pip gave no reason"])[-1].removeprefix("ERROR: ")
