"""Does what a guide tells: types its commands into a shell, writes its files, and compares what it shows.

Every fence of the page takes part. `console`: lines after `$ ` are typed, the others are what has to appear,
where `…` on a line of its own stands for any lines and inside a line for any text. A title is a file's path:
`diff` changes the file, any other language writes it.
"""

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from atlas.records.pages import Fence, Page

#: Printed by the shell when a command is done, with its exit status.
DONE = "::atlas::done::"
GAP = "…"
#: The end of a traceback. A command may only fail where the page shows it failing.
ERROR = re.compile(r"^\w+Error: ", re.MULTILINE)


class Differs(AssertionError):  # noqa: N818 - said to an author
    """The page does not say what happened; the message names the line of the page."""


@dataclass(frozen=True)
class Command:
    """A command of a page with the line it stands on, and the output that the page shows below it."""

    line: int
    text: str
    shown: str


def commands(fence: Fence) -> list[Command]:
    """The commands of a console fence, each with its output. Errors: Differs for output without a command."""
    found: list[Command] = []
    for number, line in enumerate(fence.text.splitlines(), fence.line + 1):
        if line.startswith("$ "):
            found.append(Command(number, line[2:], ""))
        elif not found:
            raise Differs(f"line {number}: output without a command: {line}")
        else:
            last = found[-1]
            found[-1] = Command(last.line, last.text, f"{last.shown}{line}\n")
    return found


def matches(shown: str, output: str) -> bool:
    """Whether an output is the one that a page shows, gaps allowed for; white space at line ends does not count."""
    wanted = "".join(
        r"(?:.*\n)*?" if line == GAP else r".*?".join(map(re.escape, line.split(GAP))) + r"\n"
        for line in _lines(shown)
    )
    return re.fullmatch(wanted, "".join(f"{line}\n" for line in _lines(output))) is not None


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").splitlines()]


def changed(text: str, diff: str) -> str:
    """A file's text after a diff without line numbers, whose old lines must stand in it exactly once."""
    lines = [(line[:1] or " ", line[1:]) for line in diff.splitlines()]
    old = "".join(f"{words}\n" for sign, words in lines if sign in " -")
    new = "".join(f"{words}\n" for sign, words in lines if sign in " +")
    if f"\n{text}".count(f"\n{old}") != 1:
        raise Differs(f"these lines do not stand in the file exactly once:\n{old}")
    return f"\n{text}".replace(f"\n{old}", f"\n{new}")[1:]


class Shell:
    """One shell for the whole walk, so that a changed folder and an activated environment stay.

    Every command gets an end of input at once: a question that a command asks fails, and does not wait.
    """

    def __init__(self, folder: Path, environ: Mapping[str, str]) -> None:
        #: Where the shell stands.
        self.folder = folder
        self.process = subprocess.Popen(
            ["bash", "--noprofile", "--norc"],
            cwd=folder,
            env=dict(environ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the shell end."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()

    def type(self, command: str) -> tuple[int, str]:
        """Run one line; its exit status, and what it printed to both streams."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(f"{{ {command}\n}} </dev/null\nSTATUS=$?; echo; echo {DONE} $STATUS; pwd\n")
        self.process.stdin.flush()
        output = []
        for line in self.process.stdout:
            if line.startswith(DONE):
                self.folder = Path(self.process.stdout.readline().rstrip("\n"))
                return int(line.split()[1]), "".join(output).removesuffix("\n")
            output.append(line)
        raise Differs(f"the shell ended:\n{''.join(output)}")


def walk(page: Page, shell: Shell) -> Iterator[Command]:
    """Do what the page tells, fence by fence; yields each command when it has been run.

    Errors: Differs where a command fails, an output is not the one shown, or a change does not fit its file.
    """
    for fence in page.fences:
        if fence.title:
            _write(fence, shell.folder / fence.title)
        elif fence.language == "console":
            for command in commands(fence):
                _type(command, shell)
                yield command
        else:
            raise Differs(f"line {fence.line}: a fence that nobody runs: {fence.language or 'no language'}")


def _type(command: Command, shell: Shell) -> None:
    status, output = shell.type(command.text)
    if bool(status) != bool(ERROR.search(command.shown)):
        raise Differs(f"line {command.line}: $ {command.text}\nended with {status}:\n{output}")
    if not matches(command.shown, output):
        told = f"shows\n{command.shown}and printed\n{output}"
        raise Differs(f"line {command.line}: $ {command.text}\n{told}")


def _write(fence: Fence, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if fence.language != "diff":
        path.write_text(f"{fence.text}\n", encoding="utf-8")
        return
    try:
        path.write_text(changed(path.read_text(encoding="utf-8"), fence.text), encoding="utf-8")
    except Differs as error:
        raise Differs(f"line {fence.line}: {fence.title}: {error}") from None
