"""The newest stable Django on the package index, downloaded by pip as configured on this machine.

pip alone speaks to the network, so indexes, mirrors, proxies and certificates are those of its
configuration, and it checks the index's hash of the file.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from atlas.sync.errors import SyncError
from atlas.words.versions import is_version, sort_key

REMEDY: Final = "check the network and pip's settings (pip config list), or name an archive with --sdist FILE"

SOURCE_ONLY: Final = ("--no-binary", ":all:", "--ignore-requires-python")
#: Ask the stand-in below for metadata, also where an old archive has only a setup.py.
STAND_IN: Final = ("--use-pep517", "--no-build-isolation")

#: `pip download` asks a source distribution's build backend for its metadata before it hands the
#: file over. This stands in for Django's backend (setuptools) and copies the metadata that every
#: such archive carries: nothing of Django is run, no build requirement is fetched, and it works on a
#: Python too old to build the newest Django.
BACKEND: Final = """
import email, pathlib, shutil, sys

__legacy__ = sys.modules[__name__]  # the backend of archives whose pyproject.toml names none

def get_requires_for_build_wheel(config_settings=None):
    return []

def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    fields = email.message_from_string(pathlib.Path("PKG-INFO").read_text("utf-8"))
    folder = pathlib.Path(metadata_directory, f"{fields['Name']}-{fields['Version']}.dist-info")
    folder.mkdir()
    shutil.copy("PKG-INFO", folder / "METADATA")
    return folder.name
"""


def stable_versions(package: str = "Django", seconds: float = 300) -> list[str]:
    """Stable versions that have a source distribution, whatever Python they need; the newest first.

    seconds: after which pip is stopped. Errors: SyncError with pip's own last word.
    """
    said = run_pip(["index", "versions", *SOURCE_ONLY, package], seconds)
    found = re.search(r"Available versions: (.+)", said)
    versions = [one for one in found[1].split(", ") if is_version(one)] if found else []
    if not versions:
        raise SyncError(f"pip lists no version of {package}; {REMEDY}")
    return sorted(versions, key=sort_key, reverse=True)


def download(version: str, folder: Path, package: str = "Django", seconds: float = 900) -> Path:
    """Download the source distribution of one version into a folder and return its path.

    The version is named, or pip would try all older ones where something is wrong with the newest.
    """
    target = folder / "download"
    options = [*STAND_IN, "--no-deps", "--dest", str(target)]
    backend = write_backend(folder / "backend")
    run_pip(
        ["download", *SOURCE_ONLY, *options, f"{package}=={version}"], seconds, {"PYTHONPATH": str(backend)}
    )
    found = sorted(target.glob("*.tar.gz"))
    if not found:
        raise SyncError(f"pip downloaded no .tar.gz of {package} {version}; {REMEDY}")
    return found[0]


def run_pip(arguments: list[str], seconds: float, environment: dict[str, str] | None = None) -> str:
    """Run pip with variables added to the environment; returns what it prints."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    variables = {**os.environ, **(environment or {})}
    try:
        done = subprocess.run(command, env=variables, capture_output=True, text=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise SyncError(f"pip did not finish within {seconds:.0f} seconds; {REMEDY}") from None
    if done.returncode:
        raise SyncError(f"pip {arguments[0]}: {last_word(done.stderr)}; {REMEDY}")
    return done.stdout


def write_backend(folder: Path) -> Path:
    """Write the stand-in for setuptools; returns the folder to import it from."""
    package = folder / "setuptools"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "build_meta.py").write_text(BACKEND, encoding="utf-8")
    return folder


def last_word(output: str) -> str:
    """Why pip failed: the fault of the connection if it met one, else its last error, else its last line."""
    broken = re.search(r"connection broken by '(\w+)", output)
    if broken:
        return f"the package index did not answer ({broken[1]})"
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line[len("error: ") :] for line in lines if line.lower().startswith("error: ")]
    return (errors or lines or ["pip gave no reason"])[-1]
