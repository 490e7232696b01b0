"""One virtual environment for each release, made by uv from its lock file, kept under `.cache/prove/`."""

import email.parser
import hashlib
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

from atlas.facts import pins as pin_files
from atlas.prove import pins, pythons
from atlas.prove.locks import locked
from atlas.prove.targets import Target
from atlas.words.versions import feature_release


@dataclass(frozen=True)
class Environment:
    """A ready environment. `python` is its interpreter, `version` that interpreter's full version."""

    target: Target
    python: Path
    version: str


@dataclass(frozen=True)
class NotRun:
    """A release that cannot be run here, and what to do about it."""

    target: Target
    reason: str


def ensure(root: Path, target: Target, cache: Path) -> Environment | NotRun:
    """The environment of a release, made if it is not there yet. `cache`: the folder of all environments."""
    found = pythons.find(target.python)
    if not found:
        wanted = f"install it, for example with: uv python install {target.python}"
        return NotRun(target, f"Python {target.python} is missing; {wanted}")
    lines = pin_files.lock_text(root, feature_release(target.django), target.django)
    if lines is None:
        return NotRun(target, f"no lock file for Django {target.django}; run: python -m atlas prove --lock")
    python, version = found
    folder = _folder(target, cache, lines, python, version)
    with locked(cache / f"{target.release}.lock"):
        if not (folder / ".ready").exists():
            if failure := _make(lines, python, folder):
                return NotRun(target, failure)
            for old in cache.glob(f"{target.release}-*"):
                if old != folder:
                    shutil.rmtree(old, ignore_errors=True)
    return Environment(target, folder / "bin/python", version)


def is_made(root: Path, target: Target, cache: Path) -> bool:
    """Whether `ensure` would find the environment of a release there."""
    found = pythons.find(target.python)
    lines = pin_files.lock_text(root, feature_release(target.django), target.django)
    return bool(found and lines and (_folder(target, cache, lines, *found) / ".ready").exists())


def _folder(target: Target, cache: Path, lock: str, python: Path, version: str) -> Path:
    key = hashlib.sha256(lock.encode() + f"{python} {version}".encode()).hexdigest()[:12]
    return cache / f"{target.release}-{key}"


def least_versions(environment: Environment) -> dict[str, str]:
    """The least versions that the installed Django asks for, by name (`Python`, `asgiref`, …), from its metadata.

    Source: https://packaging.python.org/en/latest/specifications/core-metadata/
    """
    pattern = "lib/python*/site-packages/[Dd]jango-[0-9]*.dist-info/METADATA"
    file = next(environment.python.parents[1].glob(pattern))
    metadata = email.parser.Parser().parsestr(file.read_text(encoding="utf-8"))
    found = {"Python": metadata["Requires-Python"].removeprefix(">=").strip()}
    for line in metadata.get_all("Requires-Dist", []):
        requirement = Requirement(line)
        for bound in requirement.specifier:
            if bound.operator in (">=", "~="):
                found[requirement.name] = bound.version
    return found


def _make(lock: str, python: Path, folder: Path) -> str:
    """Make the environment that a lock file describes; a message where that fails."""
    shutil.rmtree(folder, ignore_errors=True)
    make = ["venv", "--quiet", "--python", str(python), str(folder)]
    install = ["pip", "install", "--quiet", "--python", str(folder / "bin/python"), "--require-hashes"]
    # The lock names everything. A patch release runs beside what its newest sister was locked with, whatever
    # bound it set itself: Django 3.1.1 wants asgiref below 3.3.
    install += ["--only-binary", ":all:", "--no-deps", "--requirement", "-"]
    for command in (make, install):
        done = subprocess.run([pins.uv(), *command], input=lock, capture_output=True, text=True)
        if done.returncode:
            return f"uv {command[0]}: {done.stderr.strip()}"
    (folder / ".ready").touch()
    return ""
