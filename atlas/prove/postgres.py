"""A PostgreSQL server of our own: in a scratch folder, on a unix socket, gone after the run, however that ends."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from atlas.prove.keeper import FOLDER, kept

USER = "atlas"
#: Nothing here outlives the run, so nothing needs to reach the disk.
OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "timezone": "UTC",
    "max_connections": "40",
    "shared_buffers": "32MB",
}


def programs() -> Path | None:
    """The folder of the newest server's programs: Debian's place, else PATH. None where there is none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if debian:
        return debian[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextlib.contextmanager
def server() -> Iterator[Path]:
    """Run a server; gives the folder of its socket. The superuser `atlas` needs no password.

    Errors: RuntimeError with the server's words where it does not start.
    """
    folder = programs()
    if folder is None:
        raise RuntimeError("PostgreSQL's server programs are missing")
    data = f"{FOLDER}/data"
    make = [
        str(folder / "initdb"),
        "-D",
        data,
        "-U",
        USER,
        "-E",
        "UTF8",
        "--locale=C",
        "-A",
        "trust",
        "--no-sync",
    ]
    settings = [part for key, value in OPTIONS.items() for part in ("-c", f"{key}={value}")]
    run = [str(folder / "postgres"), "-D", data, "-k", FOLDER, *settings]
    # SIGQUIT is the immediate shutdown: https://www.postgresql.org/docs/current/server-shutdown.html
    with kept("atlas-pg-", [make, run], _answers, _owner(), signal.SIGQUIT) as place:
        yield place


def _answers(place: Path) -> bool:
    """Whether the server takes connections: it says so in the last line of its file, as `pg_ctl --wait` reads it."""
    file = place / "data/postmaster.pid"
    return file.exists() and file.read_text(errors="replace").rstrip().endswith("ready")


def version(folder: Path) -> str:
    """The server's version: `15.18`."""
    said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True)
    return said.stdout.split()[2]


def has_extension(name: str) -> bool:
    """Whether the server can create an extension."""
    folder = programs()
    if folder is None:
        return False
    said = subprocess.run([folder / "pg_config", "--sharedir"], capture_output=True, text=True)
    places = [Path(said.stdout.strip()), *Path("/usr/share/postgresql").glob(folder.parent.name)]
    return any((place / "extension" / f"{name}.control").is_file() for place in places)


def _owner() -> int | None:
    """PostgreSQL refuses to run as root: then the user `postgres` runs it, or whoever owns nothing."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_uid
    return 65534
