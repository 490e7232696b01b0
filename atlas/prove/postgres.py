"""A PostgreSQL server of our own: in a scratch folder, on a unix socket, gone after the run."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

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
    owner = _owner()
    with tempfile.TemporaryDirectory(prefix="atlas-pg-", ignore_cleanup_errors=True) as name:
        place = Path(name)
        if owner is not None:
            os.chown(place, owner, -1)
        place.chmod(0o755)
        make = [
            folder / "initdb",
            "-D",
            place / "data",
            "-U",
            USER,
            "-E",
            "UTF8",
            "--locale=C",
            "-A",
            "trust",
        ]
        _run([*map(str, make), "--no-sync"], owner, place)
        settings = [f"-c {key}={value!r}" for key, value in OPTIONS.items()]
        control = [str(folder / "pg_ctl"), "-D", str(place / "data"), "-l", str(place / "log"), "-w"]
        _run([*control, "-o", " ".join([f"-k {place}", *settings]), "start"], owner, place)
        try:
            yield place
        finally:
            _run([*control, "-m", "immediate", "stop"], owner, place)


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


def _run(command: list[str], owner: int | None, place: Path) -> None:
    # pg_ctl's child keeps an inherited pipe open: its words go to a file.
    words = place / "words"
    with words.open("w") as file:
        done = subprocess.run(command, user=owner, cwd=place, stdout=file, stderr=subprocess.STDOUT)
    if done.returncode:
        log = place / "log"
        more = log.read_text(errors="replace")[-1000:] if log.exists() else ""
        raise RuntimeError(f"{Path(command[0]).name}: {words.read_text(errors='replace').strip()}\n{more}")
