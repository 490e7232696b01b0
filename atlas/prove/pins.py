"""What is installed beside Django in each environment: a lock file with hashes for each release.

`python -m atlas prove --lock` writes `data/proof/pins/<release>.txt` anew. Packages that samples need
are listed here; the newest version that the release's Python can install is taken.
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from atlas.facts.pins import MARIADB, PATCHES, patch_entries, path
from atlas.facts.writing import put
from atlas.prove.targets import Target
from atlas.words.versions import sort_key

EXTRAS = (
    "argon2-cffi",
    "bcrypt",
    "docutils",
    "Jinja2",
    "Pillow",
    "pymemcache",
    "PyYAML",
    "pytz",
    "redis",
    "tblib",
    "tzdata",
)


def requirements(target: Target) -> list[str]:
    """The unlocked requirements of a release's environment."""
    release = sort_key(target.release)
    # Django before 3.1 fails on the time zones that psycopg2 2.9 hands out.
    drivers = ["psycopg2-binary<2.9"] if release < (3, 1) else ["psycopg2-binary"]
    if release >= (3, 2):
        drivers.append("psycopg[binary,pool]")
    if release < (4, 1):
        drivers.append("python-memcached")  # the backend for it went in 4.1
    return [f"Django=={target.django}", *EXTRAS, *drivers]


def lock(root: Path, target: Target, keep: bool = False) -> str:
    """Write the lock file of a release; uv's words where it cannot be done, else nothing.

    keep: packages other than Django stay at the versions of the present file, where those still suit.
    """
    return _lock(path(root, target.release), target.python, requirements(target), keep)


def lock_driver(root: Path, targets: list[Target]) -> str:
    """Write the lock file of the driver for MariaDB, for the oldest Python of all releases; else uv's words."""
    return _lock(path(root, MARIADB), min((target.python for target in targets), key=sort_key), ["PyMySQL"])


def lock_patches(root: Path, targets: Sequence[Target]) -> str:
    """Lock the patch releases of targets that are not locked yet; uv's words where that fails."""
    entries = patch_entries(root)
    for target in targets:
        if target.django not in entries:
            compiled, failure = _compile(target.python, [f"Django=={target.django}"], "--no-deps")
            if failure:
                return f"{target.django}: {failure}"
            entries[target.django] = compiled
    text = "".join(entries[version] for version in sorted(entries, key=sort_key))
    if entries:
        put(path(root, PATCHES), text)
    return ""


def _lock(file: Path, python: str, packages: list[str], keep: bool = False) -> str:
    present = file.read_text(encoding="utf-8") if keep and file.exists() else ""
    text, failure = _compile(python, packages, present=present)
    if failure:
        return f"{file.stem}: {failure}"
    put(file, text)
    return ""


def _compile(python: str, packages: list[str], *options: str, present: str = "") -> tuple[str, str]:
    """The lock of packages, and uv's words where there is none. present: a lock whose versions are preferred."""
    with tempfile.TemporaryDirectory(prefix="atlas-lock-") as folder:
        output = Path(folder, "lock.txt")
        output.write_text(present, encoding="utf-8")
        command = [uv(), "pip", "compile", "--quiet", "--python-version", python, "--generate-hashes"]
        command += ["--no-emit-index-url", "--no-header", "--no-annotate", "--only-binary", ":all:", *options]
        command += ["--output-file", str(output), "-"]
        done = subprocess.run(command, input="\n".join(packages), capture_output=True, text=True)
        return (output.read_text(encoding="utf-8"), "") if done.returncode == 0 else ("", done.stderr.strip())


def uv() -> str:
    """The uv that stands beside this Python."""
    return str(Path(sys.executable).parent / "uv")
