"""Run the README's commands on a fresh machine: `python -m tools.fresh RELEASE PORT [short]`, or `--obstacle RELEASE`.

`short` leaves out the tests that need a browser, a server or the built site. `--obstacle` prints why no machine can
be made here and exits 1, or gets Debian's packages for one and exits 0.
"""

import contextlib
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tools.fresh import host
from tools.fresh.machine import PACKAGES, Machine, base, fresh

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache/fresh"
#: Seconds in which the home page must answer: a busy machine is no fault of the project.
PATIENCE = 3600
PROJECT = "/root/atlas"
#: All Debian packages of a machine, one a line.
DEBIAN = "dpkg-query --show --showformat '${Package}\\n'"


class FreshError(Exception):
    """A command did not do on the fresh machine what the README says."""


class Times:
    """What was done, and in how many seconds."""

    def __init__(self) -> None:
        self.rows: list[str] = []

    @contextlib.contextmanager
    def measure(self, what: str) -> Iterator[None]:
        """Keep the time of the block; one that raises is kept as failed."""
        print(f"\n=== {what}", flush=True)
        start = time.monotonic()
        end = "failed after "
        try:
            yield
            end = ""
        finally:
            self.rows.append(f"{what}: {end}{time.monotonic() - start:.0f} s")


def clone(machine: Machine) -> None:
    """Bring the committed state of this project into the machine."""
    target = f"{machine.folder}{PROJECT}"
    subprocess.run(["git", "clone", "--quiet", "--no-local", f"file://{ROOT}", target], check=True)
    commit = subprocess.run(
        ["git", "log", "-1", "--format=%h %s"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    print(f"commit {commit.stdout.strip()}")


def serve(machine: Machine, port: int) -> None:
    """`make serve` until the home page answers. Errors: FreshError if it ends before, or says nothing for too long."""
    address = f"http://127.0.0.1:{port}/"
    if answers(address):
        raise FreshError(f"{address} is in use on this machine: make fresh PORT=…")
    server = machine.start(f"cd {PROJECT} && make serve PORT={port}")
    try:
        for _ in range(PATIENCE):
            if server.poll() is not None:
                raise FreshError(f"make serve ended with exit status {server.returncode}")
            if "Upgrade Atlas" in answers(address):
                return
            time.sleep(1)
        raise FreshError(f"{address} did not answer in {PATIENCE} s")
    finally:
        server.kill()
        server.wait()


def answers(address: str) -> str:
    """The page at an address; empty if there is none."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(address, timeout=60) as page:
            return str(page.read().decode())
    except OSError:
        return ""


def command(machine: Machine, line: str) -> None:
    """A command in the project's folder. Errors: FreshError with its exit status."""
    if status := machine.run(f"cd {PROJECT} && {line}"):
        raise FreshError(f"{line} ended with exit status {status}")


def commands(machine: Machine, port: int, tests: str, times: Times) -> None:
    """The README's two commands, and what they installed."""
    before = set(machine.says(DEBIAN).split())
    system = machine.says(". /etc/os-release; echo $PRETTY_NAME; python3 --version").replace("\n", ", ")
    print(system.removesuffix(", "))
    try:
        with times.measure("make serve, until the home page answers"):
            serve(machine, port)
        with times.measure(tests):
            command(machine, tests)
    finally:
        new = sorted(set(machine.says(DEBIAN).split()) - before)
        python = machine.says(f"cd {PROJECT} && .venv/bin/python -m pip list --format=freeze || true").split()
        times.rows.append(
            f"installed: {len(python)} Python packages, {len(new)} of Debian: {' '.join(new) or 'none'}"
        )


def obstacle(release: str) -> str:
    """Why no machine of a release can be made here; empty where one can, and its base is made."""
    if reason := host.obstacle():
        return reason
    try:
        base(release, CACHE)
    except (OSError, subprocess.CalledProcessError) as error:
        return f"Debian's packages cannot be had here: {error}"
    return ""


def main(release: str, port: str, *options: str) -> int:
    """Exit status 0 if both commands did what the README says."""
    times = Times()
    tests = "make test-fast" if "short" in options else "make test"
    try:
        with times.measure(f"base of {release}"):
            tarball = base(release, CACHE)
        with fresh(tarball) as machine:
            with times.measure("clone"):
                clone(machine)
            commands(machine, int(port), tests, times)
        end = "passed"
    except (FreshError, subprocess.CalledProcessError) as error:
        end = f"FAILED: {error}"
    print("\n".join(["", f"=== make fresh, {release}", *times.rows, end]))
    return int(end != "passed")


if __name__ == "__main__":
    if sys.argv[1] == "--obstacle":
        sys.exit(obstacle(sys.argv[2]) or 0)
    if (reason := host.obstacle()) or sys.argv[1] not in PACKAGES:
        sys.exit(reason or f"RELEASE is one of {', '.join(PACKAGES)}")
    for ending in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):  # a shell's & has it ignore SIGINT
        signal.signal(ending, signal.default_int_handler)
    sys.exit(main(*sys.argv[1:]))
