"""Asks the package index which versions there are and what goes together, through pip and uv as configured here."""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.version import InvalidVersion, Version

from atlas.facts.package_runs import UNREACHED
from atlas.prove.packages import processes
from atlas.prove.pins import uv

#: Seconds of the clock. To find out what goes together, uv may have to build old versions.
TO_LIST, TO_RESOLVE, TO_INSTALL = 300.0, 900.0, 600.0
#: What uv and pip say where the fault is the network's, not the package's.
UNREACHABLE = re.compile(
    r"error sending request|failed to fetch|dns error|connect error|connection (?:refused|reset|broken|timed out)"
    r"|operation timed out|network is unreachable"
    r"|temporary failure in name resolution|tunnel error|request failed after",
    re.IGNORECASE,
)
#: What uv says where it found out that versions do not go together.
REFUSED = "No solution found"
LONGEST = 300


class Unreachable(Exception):  # noqa: N818 - it is the state of the network
    """The index did not answer; the text says so in one line."""


class NoSuchVersion(Exception):  # noqa: N818 - an answer, not a fault
    """The resolver takes no version, or does not take this one; the text says why, in one line."""


class NotBuilt(Exception):  # noqa: N818
    """A package is there and cannot be installed; the text says why, in one line."""


@dataclass(frozen=True)
class Index:
    """An index. options: for pip and uv alike, where it is not the configured one: `--no-index --find-links folder`."""

    options: tuple[str, ...] = ()

    def versions(self, name: str) -> list[str]:
        """The versions of a package that are no previews, oldest first, whatever Python they need.

        Errors: Unreachable; NoSuchVersion where the index does not know the package.
        """
        command = [
            sys.executable,
            "-m",
            "pip",
            "index",
            "versions",
            "--ignore-requires-python",
            name,
            *self.options,
        ]
        done = processes.run(command, TO_LIST)
        found = re.search(r"^Available versions: (.+)$", done.answers, re.MULTILINE)
        if found:
            return in_order(found[1].split(", "))
        if done.why or UNREACHABLE.search(done.words):
            raise Unreachable(f"{UNREACHED}: {done.why or one_line(done.words)}")
        self._reach(name)
        raise NoSuchVersion(f"the index knows no package {name}")

    def _reach(self, name: str) -> None:
        """Ask uv for the package, who tells an index that is away from one that does not know it, as pip does not.

        Errors: Unreachable.
        """
        command = [uv(), "pip", "compile", "--quiet", "--no-deps", *self.options, "-"]
        done = processes.run(command, TO_LIST, given=name)
        if done.why or UNREACHABLE.search(done.words):
            raise Unreachable(f"{UNREACHED}: {done.why or one_line(done.words)}")

    def resolve(self, requirements: Sequence[str], python: Path, unbuilt: Sequence[str] = ()) -> list[str]:
        """The newest versions that go together, as lines `name==1.0`. unbuilt: packages of which only wheels are taken.

        Errors: Unreachable; NoSuchVersion where nothing does, or one of them cannot be built.
        """
        command: list[str | Path] = [
            uv(),
            "pip",
            "compile",
            "--quiet",
            "--no-header",
            "--no-annotate",
            "--python",
            python,
        ]
        command += [part for name in unbuilt for part in ("--only-binary", name)]
        done = processes.run([*command, *self.options, "-"], TO_RESOLVE, given="\n".join(requirements))
        if done.status != 0:
            raise _reason(done)
        return [line.strip() for line in done.answers.splitlines() if "==" in line or " @ " in line]

    def install(self, pins: Sequence[str], python: Path) -> None:
        """Have exactly these in the environment of this Python. Errors: Unreachable, NotBuilt."""
        command: list[str | Path] = [uv(), "pip", "sync", "--quiet", "--python", python, *self.options, "-"]
        done = processes.run(command, TO_INSTALL, given="\n".join(pins))
        if done.status != 0:
            reason = _reason(done)
            raise reason if isinstance(reason, Unreachable) else NotBuilt(str(reason))


def _reason(done: processes.Ended) -> Exception:
    if done.why:
        return NotBuilt(f"uv {done.why}")
    if UNREACHABLE.search(done.words):
        return Unreachable(f"{UNREACHED}: {one_line(done.words)}")
    if failed := re.search(r"Failed to (?:build|download)[^\n]*", done.words):
        return NotBuilt(one_line(f"{failed[0]}: {_cause(done.words)}"))
    if REFUSED in done.words:
        return NoSuchVersion(_refusal(one_line(done.words, longest=2000)))
    return NotBuilt(f"uv: {one_line(done.words)}")


def _refusal(words: str) -> str:
    """Why versions do not go together: the first reason that uv gives."""
    found = re.search(r"\bBecause (.+?)(?:, we can conclude|\. And because)", words)
    return one_line(found[1] if found else words)


def _cause(words: str) -> str:
    """Why a build failed: the last line that tells of an error, without uv's own."""
    lines = [line.strip(" ╰─▶│├×") for line in words.splitlines()]
    told = [
        line
        for line in lines
        if re.search(r"\berror\b|Error:|not found", line, re.IGNORECASE) and "hint:" not in line
    ]
    told = [line for line in told if not line.startswith(("The build backend returned", "Call to"))]
    return told[-1] if told else "the build backend returned an error"


def in_order(versions: Sequence[str]) -> list[str]:
    """Those that are no previews, oldest first. What has no form of a version is left out."""
    found = []
    for text in versions:
        try:
            version = Version(text.strip())
        except InvalidVersion:
            continue
        if not version.is_prerelease:
            found.append((version, text.strip()))
    return [text for _, text in sorted(found)]


def one_line(words: str, longest: int = LONGEST) -> str:
    """What uv or pip says, on one line, without the places of this machine."""
    text = re.sub(r"[×╰─▶│├╭╮╯├┌└→]+", " ", words)
    text = re.sub(r"\b(?:https?|file)://\S+", "…", text)
    text = re.sub(r"(?<![\w.])/(?:[\w.+~-]+/)+[\w.+~-]*", "…", text)
    text = " ".join(text.split()).replace(str(Path.home()), "~")
    text = re.sub(r"^(?:error: |ERROR: |No solution found when resolving dependencies: )+", "", text)
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
