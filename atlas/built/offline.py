"""`python -m atlas offline SITE DIST`: pack a site that was built for reading from disk into one zip file.

The same site and day give the same bytes.
"""

import argparse
import sys
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from atlas.words.clock import build_date
from atlas.words.versions import is_version

NAME: Final = "upgrade-atlas"
#: What only a web server or a search engine reads.
LEFT_OUT: Final = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz"})
READ_ME: Final = """\
Upgrade Atlas for Django, a copy to take along, made on {day}.

Open index.html in a browser. Everything works without a network: pages, search, the switch of colors.
Links that you copy point at the hosted site. Dates of support are those known on {day}.
"""


def pack(site: Path, target: Path, day: date) -> Path:
    """Write `upgrade-atlas-<day>.zip` into a folder; returns its path.

    Errors: FileNotFoundError where the site has no index.html; ValueError where it was built for a web server.
    """
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"{site}: no index.html; build the site first")
    # Pages of patch releases are in folders in either build.
    pages = [page.parent.name for page in site.glob("releases/*/*/index.html")]
    if not all(map(is_version, pages)):
        raise ValueError(f"{site}: built for a web server; build it with mkdocs-offline.yml")
    folder = f"{NAME}-{day.isoformat()}"
    target.mkdir(parents=True, exist_ok=True)
    path = target / f"{folder}.zip"
    files = sorted(one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file())
    with zipfile.ZipFile(path, "w") as packed:
        _add(packed, f"{folder}/README.txt", READ_ME.format(day=day.isoformat()).encode(), day)
        for name in files:
            if name not in LEFT_OUT:
                _add(packed, f"{folder}/{name}", (site / name).read_bytes(), day)
    return path


def _add(packed: zipfile.ZipFile, name: str, content: bytes, day: date) -> None:
    # The file's own time and permissions would differ from build to build.
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    packed.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)


def main(arguments: Sequence[str] | None = None) -> int:
    """Pack and say where. The exit code is 1, with one line, for a folder that holds no such site."""
    parser = argparse.ArgumentParser(prog="python -m atlas offline", description=__doc__.partition(": ")[2])
    parser.add_argument("site", type=Path, help="the folder of a site built with mkdocs-offline.yml")
    parser.add_argument("dist", type=Path, help="the folder for the zip file")
    options = parser.parse_args(arguments)
    try:
        path = pack(options.site, options.dist, build_date())
    except (FileNotFoundError, ValueError) as error:
        print(f"offline: {error}", file=sys.stderr)
        return 1
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
