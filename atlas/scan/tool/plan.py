"""`upgrade-atlas plan --from 3.2 --to 5.2`: what to do at each hop, in the order of need."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator

from atlas.scan.tool.known import Explained, Hop
from atlas.words.arguments import Parser
from atlas.words.versions import feature_release, is_version


def options(arguments: list[str], prog: str) -> argparse.Namespace:
    """The arguments. Ends the program where they are wrong, or ask for help."""
    parser = Parser(prog=prog, description="What to do at each hop, most pressing first.")
    parser.add_argument("--from", dest="start", required=True, metavar="X.Y", help="the Django you run")
    parser.add_argument("--to", dest="end", metavar="X.Y", help="the Django you go to (default: the newest)")
    parser.add_argument(
        "--all", action="store_true", help="also the changes that few projects meet (they are counted)"
    )
    return parser.parse_args(arguments)


def run(options: argparse.Namespace, hops: list[Hop], changes: dict[str, Explained]) -> int:
    """Print the hops; 2 where no hops lead from one release to the other."""
    releases = [hops[0]["from"], *(hop["to"] for hop in hops)]
    end = options.end or releases[-1]
    problems = [
        f"{name}: found {value!r}, expected one of {', '.join(releases)} (or a patch release of one)"
        for name, value in (("--from", options.start), ("--to", end))
        if not is_version(value) or feature_release(value) not in releases
    ]
    if not problems:
        first, last = (releases.index(feature_release(one)) for one in (options.start, end))
        if first >= last:
            problems = [f"--to: {end} is not newer than {options.start}"]
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 2
    print("\n\n\n".join("\n".join(_lines(hop, changes, options.all)) for hop in hops[first:last]))
    return 0


def _lines(hop: Hop, changes: dict[str, Explained], every: bool) -> Iterator[str]:
    yield f"{hop['from']} TO {hop['to']}: {hop['install']}"
    yield ""
    for words in (hop["pythons"], f"Databases: {hop['databases']}", f"Settings: {hop['settings']}"):
        yield from textwrap.wrap(words.rstrip(".") + ".", 100)
    yield ""
    yield from (f"    {command}" for command in hop["commands"])
    for found in hop["lists"]:
        yield ""
        few = found is hop["lists"][-1] and found["title"] == "Low impact" and not every
        count = len(found["changes"])
        yield f"{found['title']}: {count} change{'' if count == 1 else 's'}" + (", see --all" if few else "")
        yield from () if few else (f"    {id_}: {changes[id_]['title']}" for id_ in found["changes"])
