"""`permalinks.txt`: every address ever published, page or anchor, one to a line, sorted.

Tickets and commits link to them, so none may vanish: the check fails for one that the built site
neither has nor sends on. `make permalinks` adds what is new, at each publication of the site.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from atlas.built.pages import NO_PAGES, BuiltPage, read_site
from atlas.records import redirects
from atlas.records.redirects import Redirects
from atlas.words.problems import Problem

NAME = "permalinks.txt"
ROOT = Path(__file__).resolve().parents[2]


def published(pages: Iterable[BuiltPage]) -> list[str]:
    """The addresses that a built site offers, sorted: each page, then its anchors. Redirects are none."""
    found = []
    for page in pages:
        if page.file not in NO_PAGES and page.moved_to is None:
            found += [page.address, *(f"{page.address}#{anchor}" for anchor in page.anchors)]
    return sorted(set(found))


def read(root: Path) -> dict[str, int]:
    """The addresses in `permalinks.txt` with their lines; none where there is no such file."""
    path = root / NAME
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    return {line: number for number, line in enumerate(lines, 1) if line}


def check(listed: dict[str, int], now: Sequence[str], moved: Redirects) -> list[Problem]:
    """One problem for each address that vanished, and for each redirect that leads nowhere or does nothing."""
    offered = set(now)
    problems = []
    for address, line in listed.items():
        if moved.resolve(address) not in offered:
            problems.append(Problem(Path(NAME), line, "permalink", *_vanished(address, now, moved)))
    for old, line in moved.lines.items():
        place = (Path(redirects.NAME), line, "redirects")
        if moved.resolve(old) not in offered:
            message = f"{old} leads to {moved.resolve(old)}, which the site does not have"
            problems.append(Problem(*place, message, "name an address that it has"))
        elif old in offered:
            message = f"{old} is there and needs no redirect"
            problems.append(Problem(*place, message, "take the line out"))
        elif old not in listed:
            message = f"{old} was never published"
            problems.append(Problem(*place, message, "take the line out, or correct the old address"))
    return sorted(problems)


def _vanished(address: str, now: Sequence[str], moved: Redirects) -> tuple[str, str]:
    page, _, anchor = moved.resolve(address).partition("#")
    same = [one for one in now if one.startswith(f"{page}#")] if anchor else []
    kind = [one for one in now if ("#" in one) == bool(anchor)]
    near = get_close_matches(f"{page}#{anchor}" if anchor else page, same or kind or now, n=1, cutoff=0)
    return f"{address} vanished", f"bring it back, or add to {redirects.NAME}: `{address}: {near[0]}`"


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the built site, or with `--add` list what is new. The exit code is 1 if an address vanished."""
    parser = argparse.ArgumentParser(prog="python -m atlas permalinks", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--add", action="store_true", help=f"add new addresses to {NAME}")
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    options = parser.parse_args(arguments)
    moved, problems = redirects.load(options.root)
    listed, now = read(options.root), published(read_site(options.site))
    problems += [] if problems else check(listed, now, moved)
    for problem in problems:
        print(problem, file=sys.stderr)
    new = sorted(set(now) - set(listed))
    if options.add and not problems:
        (options.root / NAME).write_text("\n".join(sorted({*listed, *new})) + "\n", encoding="utf-8")
    print(f"permalinks: {len(listed)} listed, {len(new)} {'added' if options.add else 'new'}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
