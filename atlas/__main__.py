"""`python -m atlas VERB …`: every command of the project under one name and one contract of errors.

Exit status: 0 done, 1 with a line for each thing to mend, 2 where the command could not run as it was called,
130 when it was interrupted. What an author or a caller did wrong is a line, never a traceback.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Final, NamedTuple

from atlas.words.problems import RecordsBroken, did_you_mean


class Verb(NamedTuple):
    """The module whose function takes the arguments after the verb, and what it does."""

    module: str
    meaning: str
    function: str = "main"


VERBS: Final[dict[str, Verb]] = {
    "check": Verb("atlas.check.__main__", "validate every record, in seconds"),
    "new": Verb("atlas.update.new_page", "begin a change page"),
    "prove": Verb("atlas.prove.__main__", "run the samples of change pages on every Django release"),
    "defaults": Verb("atlas.prove.defaults", "ask every release what it gives a new project"),
    "packages": Verb("atlas.prove.packages.__main__", "install packages on every release and run them"),
    "pythons": Verb("atlas.prove.python_runs", "run every release on every Python that is here"),
    "reach": Verb("atlas.prove.reach.__main__", "count how many public projects met each change"),
    "scan": Verb("atlas.scan.__main__", "find where a project meets the changes between two releases"),
    "explain": Verb(
        "atlas.scan.tool.__main__",
        "tell what a change is, or which changes speak out of a log",
        "explain_main",
    ),
    "sync": Verb("atlas.sync.__main__", "read the newest Django source distribution into data/"),
    "update": Verb("atlas.update.__main__", "sync, lock, run: all that follows from a new Django"),
    "docs": Verb(
        "atlas.sync.docs.__main__", "read the anchors and modules of Django's documentation into data/"
    ),
    "permalinks": Verb("atlas.built.permalinks", "check a built site for addresses that vanished"),
    "csp": Verb("atlas.built.csp", "work out the Content-Security-Policy of a built site"),
    "compress": Verb("atlas.built.compress", "put a .gz and a .br beside each file of a built site"),
    "changed": Verb("atlas.built.changed", "list the pages that differ between two built sites"),
    "offline": Verb("atlas.built.offline", "pack a site that was built for reading from disk"),
}


def main(arguments: list[str]) -> int:
    """Hand the arguments to the verb's command; the exit status."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print(usage())
        return 0 if arguments else 2
    verb, rest = arguments[0], arguments[1:]
    if verb not in VERBS:
        remedy = did_you_mean(verb, VERBS)
        print(
            f"atlas: found '{verb}', expected one of {', '.join(VERBS)}" + (f"; {remedy}" if remedy else "")
        )
        return 2
    command: Callable[[list[str]], int] = getattr(import_module(VERBS[verb].module), VERBS[verb].function)
    try:
        return command(rest)
    except RecordsBroken as broken:
        print(broken)
        return 1
    except KeyboardInterrupt:
        print(f"{verb}: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 2


def usage() -> str:
    """The verbs, a line each."""
    width = max(map(len, VERBS))
    rows = [f"  {name:<{width}}  {verb.meaning}" for name, verb in VERBS.items()]
    return "\n".join(["usage: python -m atlas VERB …   (python -m atlas VERB --help)", "", *rows])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
