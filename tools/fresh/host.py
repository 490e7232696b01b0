"""What a fresh machine borrows from the one that it is made on: the way to the package indexes, and nothing else."""

import os
import re
import shutil
import subprocess
from pathlib import Path

#: Names and certificates, and how pip and apt are told of an index or a proxy; `~` is the home folder.
FILES = (
    "/etc/resolv.conf",
    "/etc/hosts",
    "/etc/pip.conf",
    "/etc/ssl/certs/ca-certificates.crt",
    "~/.pip/pip.conf",
    "~/.config/pip/pip.conf",
    "~/.config/uv/uv.toml",
)
#: Variables that lead to indexes and say whom to trust.
VARIABLES = re.compile(
    r"(PIP_|UV_INDEX|UV_DEFAULT_INDEX)\w+|\w+_(CA_BUNDLE|CAINFO|CERT)|SSL_CERT_\w+|\w+_proxy", re.IGNORECASE
)
#: apt's settings of a proxy, wherever they are.
PROXY = re.compile(r"Acquire::\w+::Proxy", re.IGNORECASE)
APT = Path("/etc/apt/apt.conf.d")


def obstacle() -> str:
    """Why no machine can be made here; empty where one can."""
    if os.geteuid() != 0:
        return "a fresh machine is made by root"
    tried = subprocess.run(
        ["unshare", "--mount", "--pid", "--fork", "mount", "-t", "tmpfs", "none", "/mnt"],
        capture_output=True,
        text=True,
    )
    if tried.returncode:
        return f"this machine mounts nothing, which a fresh machine needs: {tried.stderr.strip()}"
    return (
        "" if shutil.which("apt-get") else "a fresh machine is made with Debian's tools, and apt is not here"
    )


def environment() -> dict[str, str]:
    """The variables that a fresh machine gets: those of a login, and the way to the indexes."""
    login = {
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/root",
        "TERM": "dumb",
    }
    return login | {name: value for name, value in os.environ.items() if VARIABLES.fullmatch(name)}


def lend(machine: Path) -> None:
    """Copy the files that lead to the package indexes into a machine's folder."""
    for name in FILES:
        _copy(Path(name).expanduser(), machine / name.replace("~", "/root").removeprefix("/"))
    for settings in APT.glob("*"):
        if PROXY.search(settings.read_text(encoding="utf-8", errors="replace")):
            _copy(settings, machine / str(settings).removeprefix("/"))


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
