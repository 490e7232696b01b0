"""The lock files of the environments that samples run in, under `data/proof/pins/`. Written by `prove --lock`.

One for each feature release, with its newest patch. Patch releases that statements name share the file of their series
but for Django itself: `patches.txt` has an entry with hashes for each.
"""

import hashlib
import re
from pathlib import Path

from atlas.words.texts import decoded

#: The lock file of the driver for MariaDB, which is one for all releases (`mariadb.driver`).
MARIADB = "mariadb"
PATCHES = "patches"
#: Django's entry in a lock file: its line and the lines of hashes below it.
DJANGO = re.compile(r"^django==(?P<version>\S+) \\\n(?:    --hash=\S+ \\\n)*    --hash=\S+\n", re.M)


def path(root: Path, release: str) -> Path:
    """Where the lock file of a release, or of the driver for MariaDB, lies."""
    return root / "data/proof/pins" / f"{release}.txt"


def digest(root: Path, releases: list[str]) -> str:
    """A hash of the lock files together, twelve hex digits: results depend on them."""
    texts = [path(root, release) for release in releases]
    return hashlib.sha256(b"".join(text.read_bytes() for text in texts if text.exists())).hexdigest()[:12]


def patch_entries(root: Path) -> dict[str, str]:
    """Django's entry for each patch release that has been locked, by version."""
    file = path(root, PATCHES)
    text = decoded(file.read_bytes(), file.relative_to(root)) if file.exists() else ""
    return {found["version"]: found[0] for found in DJANGO.finditer(text)}


def locked(root: Path, series: str) -> str | None:
    """The version of Django in the lock file of a series; None where there is none."""
    file = path(root, series)
    found = DJANGO.search(decoded(file.read_bytes(), file.relative_to(root))) if file.exists() else None
    return found["version"] if found else None


def lock_text(root: Path, series: str, django: str) -> str | None:
    """What is installed for a version of Django; None where it is not locked. series: its feature release."""
    file = path(root, series)
    text = decoded(file.read_bytes(), file.relative_to(root)) if file.exists() else ""
    newest = DJANGO.search(text)
    if newest is None:
        return None
    if newest["version"] == django:
        return text
    entry = patch_entries(root).get(django)
    return text[: newest.start()] + entry + text[newest.end() :] if entry else None
