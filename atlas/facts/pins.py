"""The lock files of the environments that samples run in, under `data/proof/pins/`. Written by `prove --lock`."""

import hashlib
from pathlib import Path

#: The lock file of the driver for MariaDB, which is one for all releases (`mariadb.driver`).
MARIADB = "mariadb"


def path(root: Path, release: str) -> Path:
    """Where the lock file of a release, or of the driver for MariaDB, lies."""
    return root / "data/proof/pins" / f"{release}.txt"


def digest(root: Path, releases: list[str]) -> str:
    """A hash of the lock files together, twelve hex digits: results depend on them."""
    texts = [path(root, release) for release in releases]
    return hashlib.sha256(b"".join(text.read_bytes() for text in texts if text.exists())).hexdigest()[:12]
