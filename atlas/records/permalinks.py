"""`permalinks.txt`: every address ever published, page or anchor, one to a line, sorted.

Tickets and commits link to them, so none may vanish: each is there, or `redirects.yml` sends it on.
"""

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from atlas.records import redirects
from atlas.records.redirects import Redirects
from atlas.words.problems import Problem
from atlas.words.texts import read_text

NAME: Final = "permalinks.txt"


def read(root: Path) -> dict[str, int]:
    """The addresses with their lines; none where there is no such file. Errors: RecordsBroken where it is not UTF-8."""
    path = root / NAME
    lines = read_text(path, Path(NAME)).split("\n") if path.is_file() else []
    return {line.rstrip("\r"): number for number, line in enumerate(lines, 1) if line.strip()}


def check(
    listed: dict[str, int], now: Sequence[str], moved: Redirects, drawn: Collection[str] = ()
) -> Iterator[Problem]:
    """One problem for each address that vanished, and for each redirect that leads nowhere or does nothing.

    now: the addresses that there are; drawn: those of pages that may have more anchors than `now` has.
    The anchors of a page that vanished are left out: they move with it.
    """
    offered = set(now)

    def is_there(address: str) -> bool:
        page = address.partition("#")[0]
        return address in offered or (page in drawn and page in offered)

    for address, line in listed.items():
        page = address.partition("#")[0]
        if not is_there(moved.resolve(address)) and (address == page or is_there(moved.resolve(page))):
            yield Problem(Path(NAME), line, "permalink", *_vanished(address, now, moved))
    for old, line in moved.lines.items():
        place = (Path(redirects.NAME), line, "redirects")
        if not is_there(moved.resolve(old)):
            message = f"{old} leads to {moved.resolve(old)}, which the site does not have"
            yield Problem(*place, message, _remedy(moved.resolve(old), now))
        elif old in offered:
            yield Problem(*place, f"{old} is there and needs no redirect", "take the line out")
        elif listed and old not in listed:
            remedy = "take the line out, or correct the old address"
            yield Problem(*place, f"{old} was never published", remedy)


def _vanished(address: str, now: Sequence[str], moved: Redirects) -> tuple[str, str]:
    near = _nearest(moved.resolve(address), now, cutoff=0)
    return f"{address} vanished", f"bring it back, or add to {redirects.NAME}: `{address}: {near}`"


def _remedy(address: str, now: Sequence[str]) -> str:
    near = _nearest(address, now, cutoff=0.8)
    return f"did you mean '{near}'?" if near else "name an address that it has"


def _nearest(address: str, now: Sequence[str], cutoff: float) -> str:
    """The address most like this one: of the same page, or at least of the same sort; empty where none is near."""
    page, _, anchor = address.partition("#")
    same = [one for one in now if one.startswith(f"{page}#")] if anchor else []
    kind = [one for one in now if ("#" in one) == bool(anchor)]
    return next(iter(get_close_matches(address, same or kind or now, n=1, cutoff=cutoff)), "")
