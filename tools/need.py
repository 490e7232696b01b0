"""What the make targets need besides Python, in one table: `python -m tools.need TARGET` makes sure that it is there.

Where Debian's packages can be installed (as root, or with sudo without a password) it installs what is missing;
elsewhere it says in one line what to install, and exits 1.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Need(NamedTuple):
    """A program, the package that brings it, why it is needed, by which targets; `also`: other names and places."""

    program: str
    package: str
    purpose: str
    targets: tuple[str, ...]
    also: tuple[str, ...] = ()


TABLE = (
    Need(
        "chromium-headless-shell",
        "chromium-headless-shell",
        "the browser of tests and pictures",
        ("test", "test-slow", "bench", "screenshots"),
        # Those with a window take twice as long. CHROMIUM may be the path of another.
        (
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            os.environ.get("CHROMIUM", ""),
        ),
    ),
    Need(
        "libatomic.so.1",
        "libatomic1",
        "the program that steers the browser asks for this library",
        ("test", "test-slow", "bench", "screenshots"),
        ("/usr/lib/*/libatomic.so.1", "/usr/lib*/libatomic.so.1"),
    ),
    Need("nginx", "nginx", "serves the site as deploy/ says", ("test", "test-slow", "bench")),
    Need("wrk", "wrk", "asks it for pages as fast as it answers", ("bench",)),
    Need(
        "ngx_http_brotli_static_module.so",
        "libnginx-mod-http-brotli-static",
        "sends the .br beside a file",
        ("test-slow",),
        ("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",),
    ),
    Need("rclone", "rclone", "copies the site into object storage", ("test-slow", "upload")),
    Need("unshare", "util-linux", "a build without a network", ("test", "test-slow")),
    Need(
        "postgres",
        "postgresql",
        "samples with needs: [postgresql]",
        ("test", "test-slow", "prove", "packages"),
        ("/usr/lib/postgresql/*/bin/postgres",),
    ),
    Need("mariadbd", "mariadb-server", "samples with needs: [mariadb]", ("test", "test-slow", "prove")),
    Need(
        "postgis",
        "postgresql-postgis",
        "samples with needs: [gis]",
        ("prove",),
        ("/usr/share/postgresql/*/extension/postgis.control",),
    ),
    Need("gdalinfo", "gdal-bin", "samples with needs: [gis]", ("prove",)),
    Need("memcached", "memcached", "samples with needs: [memcached]", ("prove",)),
    Need("redis-server", "redis-server", "samples with needs: [redis]", ("prove",)),
    Need("node", "nodejs", "runs the linters of style sheets and scripts", ("lint-web",)),
    Need("npm", "npm", "installs them", ("lint-web",)),
    Need("mmdebstrap", "mmdebstrap", "makes a new Debian in a folder", ("fresh",)),
    Need(
        "debian-archive-keyring",
        "debian-archive-keyring",
        "the keys of its packages",
        ("fresh",),
        ("/usr/share/keyrings/debian-archive-keyring.*",),
    ),
    Need("msgmerge", "gettext", "samples that make message files", ("prove",)),
)
#: Servers are where an ordinary user's PATH does not lead.
PATHS = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"


def is_there(need: Need) -> bool:
    """Whether a program is on this machine, under any of its names."""
    names = [name for name in (need.program, *need.also) if name and "/" not in name]
    places = [place.removeprefix("/") for place in need.also if "/" in place]
    return any(shutil.which(name, path=PATHS) for name in names) or any(
        any(Path("/").glob(place)) for place in places
    )


def missing(target: str, there: Callable[[Need], bool] = is_there) -> list[Need]:
    """What a target needs and this machine lacks. Errors: ValueError for a target that no row names."""
    rows = [need for need in TABLE if target in need.targets]
    if not rows:
        raise ValueError(f"no row of tools/need.py names the target {target!r}")
    return [need for need in rows if not there(need)]


def line(needs: list[Need]) -> str:
    """What a person types, with the reasons: one line for everything that is missing."""
    packages = " ".join(dict.fromkeys(need.package for need in needs))
    reasons = "; ".join(f"{need.program}: {need.purpose}" for need in needs)
    return f"please install: apt-get install {packages}  ({reasons})"


def named(program: str) -> Need:
    """The row of a program. Errors: KeyError if there is none."""
    return {need.program: need for need in TABLE}[program]


def known(packages: list[str]) -> list[str]:
    """Those that the package index of this machine has and can install: asked once, as reading it takes a second."""
    said = subprocess.run(["apt-cache", "policy", *packages], capture_output=True, text=True, env=_english())
    found = re.findall(r"^(\S+):\n  Installed: .*\n  Candidate: (?!\(none\))", said.stdout, re.MULTILINE)
    return [package for package in packages if package in found]


def install(packages: list[str], say: Callable[[str], None] = print) -> None:
    """Install packages with apt, as root. One that the index lacks does not keep the others out."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or _run([*root, "true"]):
        return
    say(f"installing {' '.join(packages)} ...")
    _run([*root, "apt-get", "update", "-qq"])
    if there := known(packages):
        _run([*root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *there])


def main(arguments: list[str]) -> int:
    """Exit status 0 if all is there, 1 with one line on standard error if not."""
    (target,) = arguments
    lacking = missing(target)
    if lacking:
        install(list(dict.fromkeys(need.package for need in lacking)))
        lacking = missing(target)
    if lacking:
        print(line(lacking), file=sys.stderr)
    return 1 if lacking else 0


def _run(command: list[str]) -> int:
    try:
        return subprocess.run(
            command, env=_english(), capture_output=True, stdin=subprocess.DEVNULL
        ).returncode
    except FileNotFoundError:
        return 127


def _english() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
