"""`python -m atlas compress SITE`: a `.gz` beside each file that gets smaller, for servers that send those as they are.

The same site gives the same bytes: no time and no name is in them.
"""

import argparse
import gzip
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

#: Kinds of files that are text. Pictures and fonts are compressed already.
TEXT: Final = frozenset(
    {".html", ".css", ".js", ".json", ".md", ".txt", ".xml", ".svg", ".ics", ".map", ".atom"}
)
#: Bytes below which a packet holds the file anyway.
LEAST: Final = 1000


def main(arguments: Sequence[str] | None = None) -> int:
    """Write them; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m atlas compress", description=__doc__.partition(": ")[2])
    parser.add_argument("site", type=Path, help="the folder of the built site")
    site: Path = parser.parse_args(arguments).site
    if not (site / "index.html").is_file():
        print(f"{site}: found no index.html, expected the folder of a built site", file=sys.stderr)
        return 2
    written = list(compress(site))
    saved = sum(before - after for before, after in written) / 2**20
    print(f"compress: {len(written)} files, {saved:.1f} MiB less to send")
    return 0


def compress(site: Path) -> Iterator[tuple[int, int]]:
    """Write a `.gz` beside each text; gives the bytes of both. What an older run left is written again or removed."""
    for path in sorted(site.rglob("*")):
        if path.suffix == ".gz" and not path.with_suffix("").is_file():
            path.unlink()
        if path.suffix not in TEXT or not path.is_file():
            continue
        raw = path.read_bytes()
        beside = path.with_name(f"{path.name}.gz")
        packed = gzip.compress(raw, 9, mtime=0) if len(raw) >= LEAST else raw
        if len(packed) < len(raw):
            beside.write_bytes(packed)
            yield len(raw), len(packed)
        else:
            beside.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
