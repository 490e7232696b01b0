"""`upgrade-atlas explain 4.0/x`: what a change is, how to mend code for it, and where to read on."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator

from atlas.scan.tool.known import Explained
from atlas.words.arguments import Parser
from atlas.words.problems import did_you_mean
from atlas.words.vocabulary import KINDS, ROLES, SEVERITIES


def options(arguments: list[str], prog: str) -> argparse.Namespace:
    """The arguments. Ends the program where they are wrong, or ask for help."""
    parser = Parser(prog=prog, description="What a change is, with the code before and after.")
    parser.add_argument(
        "change", metavar="ID", nargs="+", help="such as 4.1/logout-by-post: a scan prints it"
    )
    return parser.parse_args(arguments)


def run(options: argparse.Namespace, changes: dict[str, Explained]) -> int:
    """Print each change; 2 where an id is that of none."""
    unknown = [one for one in options.change if one not in changes]
    for one in unknown:
        remedy = did_you_mean(one, changes) or "a scan prints the ids"
        print(f"ID: there is no change {one!a}; {remedy}", file=sys.stderr)
    if unknown:
        return 2
    print("\n\n".join("\n".join(_lines(one, changes[one])) for one in options.change))
    return 0


def _lines(id_: str, change: Explained) -> Iterator[str]:
    yield f"{id_}: {change['title']}"
    yield ""
    yield from textwrap.wrap(change["summary"], 100)
    yield ""
    yield f"{'; '.join(_facts(id_, change))}."
    yield from textwrap.wrap(f"No rule can see it: {change['by_hand']}", 100) if "by_hand" in change else ()
    for role, code in zip(ROLES, (change.get("before", ""), change.get("after", ""))):
        if code:
            yield ""
            yield f"{role}:"
            yield textwrap.indent(code, "    ")
    yield ""
    yield change["url"]


def _facts(id_: str, change: Explained) -> Iterator[str]:
    release = id_.partition("/")[0]
    yield f"{KINDS[change['kind']].label} in {release}"
    if "removed" in change:
        yield f"gone in {change['removed']}"
    if "severity" in change:
        yield SEVERITIES[change["severity"]].label.lower()
    if "impact" in change:
        yield f"{change['impact']} impact"
    if "possible" in change:
        yield f"the new code works from {change['possible']} on"
        fixer = change.get("fixer")
        yield f"django-upgrade's fixer {fixer} rewrites the common form" if fixer else "mended by hand"
