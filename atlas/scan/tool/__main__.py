"""`upgrade-atlas scan|explain|plan`: what Django changes between two releases, and where a project meets it."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any, Final

from atlas.scan.__main__ import main as scan
from atlas.scan.as_sarif import VERSION
from atlas.scan.tool import explain, plan
from atlas.words.packed import packed
from atlas.words.problems import did_you_mean

NAME: Final = "upgrade-atlas"
#: Command, and what it does.
COMMANDS: Final = {
    "scan": "find where a project meets the changes between two releases",
    "explain": "tell what a change is, or which changes speak out of a log",
    "plan": "list what to do at each hop from one release to another",
}


def main(arguments: list[str] | None = None) -> int:
    """Hand the arguments to a command; the exit status: 1 where a scan found something, 2 where nothing could run."""
    arguments = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # where not every letter of a title can be written
            stream.reconfigure(errors="backslashreplace")
    if not arguments or arguments[0] in ("-h", "--help"):
        print(usage())
        return 0 if arguments else 2
    if arguments[0] == "--version":
        print(f"{NAME} {VERSION}")
        return 0
    name, rest = arguments[0], arguments[1:]
    if name not in COMMANDS:
        remedy = did_you_mean(name, COMMANDS) or f"see {NAME} --help"
        print(f"{NAME}: found {name!r}, expected one of {', '.join(COMMANDS)}; {remedy}", file=sys.stderr)
        return 2
    try:
        return _run(name, rest, f"{NAME} {name}")
    except ValueError as error:  # pages of a checkout have mistakes
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"{NAME} {name}: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 2


def explain_main(arguments: list[str], prog: str = "python -m atlas explain") -> int:
    """Explain changes, or a log; the exit status."""
    return explain.run(explain.options(arguments, prog), _known("changes"))


def _run(name: str, rest: list[str], prog: str) -> int:
    if name == "scan":
        return scan(rest, prog)
    if name == "explain":
        return explain_main(rest, prog)
    return plan.run(plan.options(rest, prog), _known("hops"), _known("changes"))


def _known(name: str) -> Any:
    """What the installed package has beside it; in a checkout it is worked out of the pages."""
    if (data := packed(name)) is not None:
        return data
    from atlas.publish.tool_data import tool_data  # only here: it needs more than the standard library

    return tool_data(Path(__file__).parents[3])[name]


def usage() -> str:
    """The commands, a line each."""
    rows = [f"  {name:<8} {meaning}" for name, meaning in COMMANDS.items()]
    return "\n".join([f"usage: {NAME} COMMAND …   ({NAME} COMMAND --help, {NAME} --version)", "", *rows])


if __name__ == "__main__":
    sys.exit(main())
