"""`upgrade-atlas explain 4.0/x`: what a change is, how to mend code for it, and where to read on.

Without an id it reads a log: `python -Wa manage.py test 2>&1 | upgrade-atlas explain`.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator

from atlas.scan.tool.answers import answers
from atlas.scan.tool.known import Explained
from atlas.words.arguments import Parser
from atlas.words.pasted import Pasted, messages_in
from atlas.words.problems import did_you_mean
from atlas.words.vocabulary import KINDS, ROLES, SEVERITIES


def options(arguments: list[str], prog: str) -> argparse.Namespace:
    """The arguments. Ends the program where they are wrong, or ask for help."""
    parser = Parser(
        prog=prog,
        description="What a change is, with the code before and after. Without an ID: which changes speak out of a log"
        f" on standard input, as in: python -Wa manage.py test 2>&1 | {prog}",
    )
    parser.add_argument(
        "change", metavar="ID", nargs="*", help="such as 4.1/logout-by-post: a scan prints it"
    )
    found = parser.parse_args(arguments)
    if not found.change and sys.stdin.isatty():
        parser.error("ID: found none, and no log on standard input")
    return found


def run(options: argparse.Namespace, changes: dict[str, Explained]) -> int:
    """Print each change, or what a log says; 2 where an id is that of none."""
    if not options.change:
        print("\n".join(_read(sys.stdin.read(), changes)))
        return 0
    unknown = [one for one in options.change if one not in changes]
    for one in unknown:
        remedy = did_you_mean(one, changes) or "a scan prints the ids"
        print(f"ID: there is no change {one!a}; {remedy}", file=sys.stderr)
    if unknown:
        return 2
    print("\n\n".join("\n".join(_lines(one, changes[one])) for one in options.change))
    return 0


def _read(log: str, changes: dict[str, Explained]) -> Iterator[str]:
    """The messages of a log with the changes behind them; those that nothing here knows are counted, in the end."""
    messages = messages_in(log)
    known = [(message, ids) for message in messages if (ids := answers(message, changes))]
    for message, ids in known:
        yield from textwrap.wrap(_said(message), 100)
        for id_ in ids:
            yield f"  {id_}: {changes[id_]['title']}"
            yield f"  {changes[id_]['url']}"
        yield ""
    others = [message for message in messages if all(message is not one for one, _ in known)]
    count = "1 message" if len(messages) == 1 else f"{len(messages)} different messages"
    yield f"{count}; {len(known)} with a page" + (", not these:" if others else ".")
    yield from (f"  {line}" for message in others for line in textwrap.wrap(_said(message), 98)[:2])


def _said(message: Pasted) -> str:
    """A message in a line, as a program said it."""
    times = f"{message.times} times, first in line" if message.times > 1 else "line"
    return f"{': '.join(filter(None, message[:2]))} ({times} {message.line})"


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
