"""A machine made of Debian's packages alone, in a folder: made, entered, removed.

Every command runs in a mount and a process namespace of its own: when it ends, however it ends, its mounts are gone and
all that it started has ended. So nothing is ever left mounted, and the folder can be removed.
"""

import contextlib
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tools.fresh import host

#: What the README asks for, by release.
PACKAGES = {
    "bookworm": "python3,python3-venv,git,make,ca-certificates",
    "trixie": "python3,python3-venv,git,make,ca-certificates",
}
#: A base is made again after so many days, for Debian corrects its packages.
DAYS = 7
#: Mounts what programs expect, then becomes the command. $1: the machine; the rest: the command.
ENTER = """
set -e
mount --rbind /dev "$1/dev"
mount -t proc proc "$1/proc"
mount -t tmpfs tmpfs "$1/tmp"
exec chroot "$@"
"""
#: Debian's packages start no service in a machine without an init.
POLICY = "#!/bin/sh\nexit 101\n"


class Machine:
    """A folder with a system in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def command(self, line: str) -> list[str]:
        """The command of this machine that runs a line of shell in the other one."""
        return [
            *("unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation", "private"),
            *("sh", "-c", ENTER, "enter", str(self.folder), "/bin/sh", "-c", line),
        ]

    def start(self, line: str) -> subprocess.Popen[bytes]:
        """Start a line of shell; what it says goes to the screen. Killing it ends all that it started."""
        return subprocess.Popen(self.command(line), env=host.environment(), stdin=subprocess.DEVNULL)

    def run(self, line: str) -> int:
        """Run a line of shell; returns its exit status."""
        with self.start(line) as started:
            try:
                return started.wait()
            finally:
                started.kill()

    def says(self, line: str) -> str:
        """What a line of shell prints. Errors: CalledProcessError if it fails."""
        return subprocess.run(
            self.command(line), env=host.environment(), stdout=subprocess.PIPE, text=True, check=True
        ).stdout


def base(release: str, cache: Path) -> Path:
    """The tarball of a machine as Debian makes it. Errors: CalledProcessError with mmdebstrap's words on the screen."""
    tarball = cache / f"{release}.tar"
    if not tarball.is_file() or time.time() - tarball.stat().st_mtime > DAYS * 86400:
        cache.mkdir(parents=True, exist_ok=True)
        part = cache / f"{release}.part.tar"
        include = f"--include={PACKAGES[release]}"
        subprocess.run(["mmdebstrap", "--quiet", "--variant=apt", include, release, str(part)], check=True)
        part.replace(tarball)
    return tarball


@contextlib.contextmanager
def fresh(tarball: Path) -> Iterator[Machine]:
    """A machine from a tarball, until the block ends."""
    folder = Path(tempfile.mkdtemp(prefix=f"{tarball.stem}-", dir=tarball.parent))
    try:
        subprocess.run(
            ["tar", "--extract", "--file", tarball, "--directory", folder, "--numeric-owner"], check=True
        )
        host.lend(folder)
        policy = folder / "usr/sbin/policy-rc.d"
        policy.write_text(POLICY, encoding="utf-8")
        policy.chmod(0o755)
        yield Machine(folder)
    finally:
        subprocess.run(["rm", "--recursive", "--force", "--one-file-system", folder], check=False)
