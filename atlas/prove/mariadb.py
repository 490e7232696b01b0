"""A MariaDB server of our own, gone however the run ends: in a scratch folder, on a unix socket. The driver for it."""

import contextlib
import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from atlas.facts import pins
from atlas.prove.keeper import FOLDER, kept
from atlas.prove.locks import locked
from atlas.prove.pins import uv

#: Nothing here outlives the run, so nothing needs to reach the disk.
OPTIONS = (
    "--skip-networking",
    "--skip-log-bin",
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-doublewrite=0",
    "--innodb-buffer-pool-size=32M",
    "--character-set-server=utf8mb4",
    "--default-time-zone=+00:00",
)


def programs() -> dict[str, str] | None:
    """The paths of the server's programs by name; Debian has some beside the path. None if one is missing."""
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin"])
    names = ("mariadbd", "mariadb-install-db", "mariadb", "mariadb-dump")
    found = {name: place for name in names if (place := shutil.which(name, path=path))}
    return found if len(found) == len(names) else None


@contextlib.contextmanager
def server() -> Iterator[Path]:
    """Run a server; gives its socket. The user `root` needs no password.

    Errors: RuntimeError with the server's words where it does not start.
    """
    found = programs()
    if found is None:
        raise RuntimeError("MariaDB's server programs are missing")
    data = f"--datadir={FOLDER}/data"
    make = [found["mariadb-install-db"], "--no-defaults", data]
    make += ["--auth-root-authentication-method=normal", "--skip-test-db"]
    run = [
        found["mariadbd"],
        "--no-defaults",
        data,
        f"--socket={FOLDER}/socket",
        f"--pid-file={FOLDER}/pid",
        *OPTIONS,
    ]

    def answers(place: Path) -> bool:
        ask = [
            found["mariadb"],
            "--no-defaults",
            "--user=root",
            f"--socket={place / 'socket'}",
            "--execute=SELECT 1",
        ]
        return (place / "socket").exists() and not subprocess.run(ask, capture_output=True).returncode

    with kept("atlas-my-", [make, run], answers, "mysql" if os.getuid() == 0 else None) as place:
        yield place / "socket"


def version() -> str:
    """The server's version: `10.11.19`. Only where the programs are."""
    said = subprocess.run(
        [(programs() or {})["mariadbd"], "--version"], capture_output=True, text=True, check=True
    )
    return said.stdout.partition("Ver ")[2].partition("-")[0]


def driver(root: Path, cache: Path) -> Path:
    """The folder with the driver for all releases, made if it is not there yet. `cache`: where to keep it.

    It stands beside the environments, from a lock file of its own: a new one makes stale only what it ran.

    Errors: RuntimeError with uv's words.
    """
    file = pins.path(root, pins.MARIADB)
    folder = cache / f"mariadb-{hashlib.sha256(file.read_bytes()).hexdigest()[:12]}"
    with locked(cache / "mariadb.lock"):
        if not folder.exists():
            fresh = folder.with_suffix(".new")
            shutil.rmtree(fresh, ignore_errors=True)
            install = [uv(), "pip", "install", "--quiet", "--target", str(fresh), "--require-hashes"]
            install += ["--only-binary", ":all:", "--requirement", str(file)]
            done = subprocess.run(install, capture_output=True, text=True)
            if done.returncode:
                raise RuntimeError(f"uv pip install: {done.stderr.strip()}")
            fresh.rename(folder)
    return folder
