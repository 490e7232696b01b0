"""Processes that answer requests and fork others like themselves: the server's side and theirs.

A process serves one connection. Asked to fork, it is handed the end of another connection, which the child serves.
All end when the server does, since then nobody holds the other ends.
"""

import gc
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle, send_handle
from pathlib import Path
from threading import Lock
from typing import Any, NoReturn

from preview.failures import Failed, Failure, explain

Command = Callable[..., Any]
#: Makes the commands of a child; called in it with what the server sent along.
Start = Callable[..., Mapping[str, Command]]
HUNG_UP = (EOFError, OSError)


class Gone(Exception):  # noqa: N818 - no fault: the process belonged to an older state
    """The process has ended, because it was no longer wanted."""


class Process:
    """The server's side of one process. May be used by several threads, which take turns."""

    def __init__(self, connection: Connection, pid: int) -> None:
        self.connection, self.pid = connection, pid
        self._turn = Lock()

    @classmethod
    def begin(cls, root: Path, module: str) -> "Process":
        """Run `python -m module FD`, which serves that file descriptor."""
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-m", module, str(theirs.fileno())]
        child = subprocess.Popen(command, cwd=root, pass_fds=[theirs.fileno()])
        theirs.close()
        return cls(Connection(ours.detach()), child.pid)

    def ask(self, command: str, *given: Any) -> Any:
        """What the process answers. Errors: Failed with what went wrong there; Gone."""
        try:
            with self._turn:
                self.connection.send((command, given))
                answer = self.connection.recv()
        except HUNG_UP:
            raise Gone from None
        if isinstance(answer, Failure):
            raise Failed(answer)
        return answer

    def fork(self, kind: str, *given: Any) -> tuple["Process", Any]:
        """A child of that kind and its greeting. Errors: Failed, where the child could not start; Gone."""
        ours, theirs = socket.socketpair()
        child = Process(Connection(ours.detach()), 0)
        try:
            with self._turn:
                self.connection.send(("fork", (kind, *given)))
                send_handle(self.connection, theirs.fileno(), self.pid)
                child.pid = self.connection.recv()
        except HUNG_UP:
            raise Gone from None
        finally:
            theirs.close()
        try:
            return child, child.ask("hello")
        except (Failed, Gone):
            child.end()
            raise

    def end(self) -> None:
        """Have the process end at once, whatever it does."""
        with suppress(ProcessLookupError):
            if self.pid:
                os.kill(self.pid, signal.SIGTERM)
        with self._turn, suppress(OSError):  # whoever waits for an answer now reads its end first
            self.connection.close()


def serve(descriptor: int, commands: Mapping[str, Command], kinds: Mapping[str, Start]) -> NoReturn:
    """Answer requests until the other side hangs up. kinds: what may be forked, by name."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's business
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for children
    connection = Connection(descriptor)
    while True:
        try:
            name, given = connection.recv()
            if name == "fork":
                descriptor = recv_handle(connection)
                gc.freeze()  # or the collector touches, and so copies, all memory that children share
                pid = os.fork()
                if pid == 0:
                    connection.close()
                    connection, commands = Connection(descriptor), _started(kinds[given[0]], given[1:])
                else:
                    os.close(descriptor)
                    connection.send(pid)
            else:
                connection.send(_answer(commands[name], given))
        except HUNG_UP:
            os._exit(0)


def _started(start: Start, given: tuple[Any, ...]) -> Mapping[str, Command]:
    answer = _answer(start, given)
    return {"hello": lambda: answer} if isinstance(answer, Failure) else answer


def _answer(command: Command, given: tuple[Any, ...]) -> Any:
    try:
        return command(*given)
    except (Exception, SystemExit) as error:
        return explain(error)
