"""Copy a built site into object storage, by rclone, which speaks to all: `python -m tools.upload SITE REMOTE:BUCKET`.

Each file gets the headers that deploy/nginx.conf gives it. What carries a digest goes first, pages last, and what is
gone is removed at the end, so that no page names a file that is not there. The rest is for the CDN: deploy/README.md.
"""

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from atlas.built.csp import DIGESTED

#: Rclone guesses some of these by the tables of the machine that it runs on.
TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "text/xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".png": "image/png",
    ".inv": "application/octet-stream",
}
FEED: Final = "application/atom+xml; charset=utf-8"
OTHER: Final = "text/plain; charset=utf-8"
FOREVER: Final = "public, max-age=31536000, immutable"
A_DAY: Final = "public, max-age=86400"
ASKED: Final = "no-cache"
KEPT_A_DAY: Final = re.compile(r"^assets/(?:images|previews|vendor)/")
#: Packed forms are for servers that choose among them; a CDN packs by itself.
LEFT_OUT: Final = frozenset({".gz", ".br"})


class Headers(NamedTuple):
    """What an object is sent with."""

    cache: str
    kind: str


def main(arguments: list[str]) -> int:
    """The exit status: that of rclone where it fails, which says why."""
    if len(arguments) != 2 or ":" not in arguments[1]:
        print("python -m tools.upload: expected a built site and REMOTE:BUCKET of rclone", file=sys.stderr)
        return 2
    site, remote = Path(arguments[0]), arguments[1]
    if not (site / "index.html").is_file():
        print(f"{site}: found no index.html, expected the folder of a built site", file=sys.stderr)
        return 2
    for headers, files in groups(site):
        if code := copy(site, remote, headers, files):
            return code
        print(f"upload: {len(files)} files as {headers.kind}, {headers.cache}")
    return rclone("sync", *without(LEFT_OUT), str(site), remote)


def groups(site: Path) -> list[tuple[Headers, list[str]]]:
    """The files of a site by the headers that they get, in the order in which they are copied."""
    found: dict[Headers, list[str]] = {}
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix not in LEFT_OUT:
            name = path.relative_to(site).as_posix()
            found.setdefault(headers_of(name), []).append(name)
    return sorted(found.items(), key=lambda pair: (pair[0].cache == ASKED, pair[0].kind == TYPES[".html"]))


def headers_of(name: str) -> Headers:
    """The headers of a file, by its path below the site."""
    kind = FEED if name == "feed.xml" else TYPES.get(Path(name).suffix, OTHER)
    if DIGESTED.search(name):
        return Headers(FOREVER, kind)
    return Headers(A_DAY if KEPT_A_DAY.search(name) else ASKED, kind)


def copy(site: Path, remote: str, headers: Headers, files: list[str]) -> int:
    """Copy some files; the exit status."""
    given = [f"Cache-Control: {headers.cache}", f"Content-Type: {headers.kind}"]
    options = [word for header in given for word in ("--header-upload", header)]
    return rclone(
        "copy", "--no-traverse", "--files-from-raw", "-", *options, str(site), remote, said="\n".join(files)
    )


def without(suffixes: Iterable[str]) -> list[str]:
    """Options of rclone that leave files out."""
    return [word for suffix in sorted(suffixes) for word in ("--exclude", f"*{suffix}")]


def rclone(*command: str, said: str = "") -> int:
    """Run rclone; a file whose content is there already is not sent again, whenever it was built."""
    return subprocess.run(["rclone", "--checksum", "--quiet", *command], input=said, text=True).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
