"""Compare `permalinks.txt` with the built site: an address that it neither has nor sends on is a mistake.

`make permalinks` adds what is new, at each publication of the site.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from atlas.built.pages import NO_PAGES, BuiltPage, read_site
from atlas.records import permalinks, redirects
from atlas.words.problems import RecordsBroken

NAME = permalinks.NAME
ROOT = Path(__file__).resolve().parents[2]


def published(pages: Iterable[BuiltPage]) -> list[str]:
    """The addresses that a built site offers, sorted: each page, then its anchors. Redirects are none."""
    found = []
    for page in pages:
        if page.file not in NO_PAGES and page.moved_to is None:
            found += [page.address, *(f"{page.address}#{anchor}" for anchor in page.anchors)]
    return sorted(set(found))


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the built site, or with `--add` list what is new. The exit code is 1 if an address vanished."""
    parser = argparse.ArgumentParser(prog="python -m atlas permalinks", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--add", action="store_true", help=f"add new addresses to {NAME}")
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    options = parser.parse_args(arguments)
    moved, problems = redirects.load(options.root)
    listed, now = dict[str, int](), published(read_site(options.site))
    try:
        listed = permalinks.read(options.root)
    except RecordsBroken as broken:
        problems += broken.problems
    problems += [] if problems else sorted(permalinks.check(listed, now, moved))
    for problem in problems:
        print(problem, file=sys.stderr)
    new = sorted(set(now) - set(listed))
    if options.add and not problems:
        (options.root / NAME).write_text("\n".join(sorted({*listed, *new})) + "\n", encoding="utf-8")
    print(f"permalinks: {len(listed)} listed, {len(new)} {'added' if options.add else 'new'}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
