"""Which version of a project was current on a day, as uv finds it on the index that is configured here.

uv is told that no project depends on anything, so it asks for no metadata, and builds nothing.
"""

import json
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from atlas.facts.package_runs import UNREACHED
from atlas.facts.writing import put
from atlas.prove.packages import processes
from atlas.prove.packages.index import TO_RESOLVE, UNREACHABLE, Index, Unreachable, one_line
from atlas.prove.pins import uv

Archive = Literal["source", "wheel"]
#: How uv words that it found no version of a project on that day, or does not know it.
ABSENT: Final = re.compile(
    r"Because (?:there are no versions of ([\w.-]+)"
    r"|([\w.-]+) was not found|all versions of ([\w.-]+)|only ([\w.-]+?)[<>=! ])"
)


@dataclass(frozen=True)
class Current:
    """A version, and in which sorts of archives the index has it."""

    version: str
    archives: tuple[Archive, ...]


@dataclass
class Day:
    """The day on which a release came out. python: what it may run on (`3.9`); file: where answers are kept.

    tell: called with a line for each question; an answer is kept, since the past does not change.
    """

    day: str
    python: str
    file: Path
    index: Index
    tell: Callable[[str], None]
    _known: dict[str, Current | None] = field(default_factory=dict, init=False)

    def current(self, names: Sequence[str]) -> dict[str, Current | None]:
        """What was current when the day began, by name; None where the index had nothing yet. Errors: Unreachable."""
        self._known = self._known or self._kept()
        asked = [name for name in names if name not in self._known]
        while asked:
            self.tell(f"asking for {len(asked)} projects as of {self.day}")
            found, absent = self._ask(asked)
            self._known |= {**found, **dict.fromkeys(absent)}
            asked = [name for name in asked if name not in self._known]
        self._keep()
        return {name: self._known[name] for name in names}

    def _ask(self, names: Sequence[str]) -> tuple[dict[str, Current], list[str]]:
        """What uv answers for all names together, and those for which it cannot: then there is no answer for the rest.

        Errors: Unreachable.
        """
        with TemporaryDirectory() as folder:
            lines = [f'[[dependency-metadata]]\nname = "{name}"\nrequires-dist = []\n' for name in names]
            (Path(folder) / "uv.toml").write_text("".join(lines), encoding="utf-8")
            command = [
                uv(),
                "pip",
                "compile",
                "--quiet",
                "--no-header",
                "--no-deps",
                "--format",
                "pylock.toml",
            ]
            limits = ["--exclude-newer", f"{self.day}T00:00:00Z", "--python-version", self.python]
            done = processes.run(
                [*command, *limits, *self.index.options, "-"],
                TO_RESOLVE,
                Path(folder),
                given="\n".join(names),
            )
        if done.status == 0:
            return _versions(done.answers), []
        found = ABSENT.search(" ".join(done.words.split()))
        absent = next((one for one in found.groups() if one), "") if found else ""
        if done.why or UNREACHABLE.search(done.words) or absent not in names:
            raise Unreachable(f"{UNREACHED}: {done.why or one_line(done.words)}")
        return {}, [absent]

    def _kept(self) -> dict[str, Current | None]:
        if not self.file.exists():
            return {}
        rows = json.loads(self.file.read_text(encoding="utf-8"))
        return {name: Current(row[0], tuple(row[1])) if row else None for name, row in rows.items()}

    def _keep(self) -> None:
        rows = {name: [one.version, one.archives] if one else None for name, one in self._known.items()}
        put(self.file, json.dumps(rows, indent=1) + "\n")


def _versions(lock: str) -> dict[str, Current]:
    """The versions in a lock file. Source: https://packaging.python.org/en/latest/specifications/pylock-toml/"""
    found = {}
    for row in tomllib.loads(lock).get("packages", ()):
        archives: tuple[Archive, ...] = (
            *(("source",) if "sdist" in row else ()),
            *(("wheel",) if "wheels" in row else ()),
        )
        found[row["name"]] = Current(row["version"], archives)
    return found
