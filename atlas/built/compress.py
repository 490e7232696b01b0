"""`python -m atlas compress SITE`: a `.gz` and a `.br` beside each file that gets smaller, for servers that send those.

The same site gives the same bytes: no time and no name is in them. nginx needs a module to send a `.br`.
"""

import argparse
import gzip
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import brotli

#: Kinds of files that are text. Pictures and fonts are compressed already.
TEXT: Final = frozenset(
    {".html", ".css", ".js", ".json", ".md", ".txt", ".xml", ".svg", ".ics", ".map", ".atom"}
)
#: Bytes below which a packet holds the file anyway.
LEAST: Final = 1000
#: How each is packed as small as it gets, by the ending that servers look for.
PACKERS: Final[dict[str, Callable[[bytes], bytes]]] = {
    ".gz": lambda raw: gzip.compress(raw, 9, mtime=0),
    ".br": lambda raw: bytes(brotli.compress(raw, mode=brotli.MODE_TEXT, quality=QUALITY)),
}
#: Of 11. The last two steps take ten times as long for a twentieth less.
QUALITY: Final = 9


def main(arguments: Sequence[str] | None = None) -> int:
    """Write them; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m atlas compress", description=__doc__.partition(": ")[2])
    parser.add_argument("site", type=Path, help="the folder of the built site")
    site: Path = parser.parse_args(arguments).site
    if not (site / "index.html").is_file():
        print(f"{site}: found no index.html, expected the folder of a built site", file=sys.stderr)
        return 2
    written = list(compress(site))
    size = sum(before for before, _ in written)
    said = [f"{sum(sizes[end] for _, sizes in written) / 2**20:.1f} MiB as {end}" for end in PACKERS]
    print(f"compress: {len(written)} files, {size / 2**20:.1f} MiB: {', '.join(said)}")
    return 0


def compress(site: Path) -> Iterator[tuple[int, dict[str, int]]]:
    """Write what is packed beside each text; gives its bytes, and those of each by its ending.

    What an older run left is written again or removed.
    """
    for path in sorted(site.rglob("*")):
        if path.suffix in PACKERS and not path.with_suffix("").is_file():
            path.unlink()
    texts = sorted(path for path in site.rglob("*") if path.suffix in TEXT and path.is_file())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from filter(None, pool.map(_pack, texts))


def _pack(path: Path) -> tuple[int, dict[str, int]] | None:
    """Write a text's packed forms; nothing is written where the text is small or does not get smaller."""
    raw = path.read_bytes()
    sizes = {}
    for end, pack in PACKERS.items():
        packed = pack(raw) if len(raw) >= LEAST else raw
        beside = path.with_name(f"{path.name}{end}")
        if len(packed) < len(raw):
            beside.write_bytes(packed)
            sizes[end] = len(packed)
        else:
            beside.unlink(missing_ok=True)
    return (len(raw), {end: sizes.get(end, len(raw)) for end in PACKERS}) if sizes else None


if __name__ == "__main__":
    sys.exit(main())
