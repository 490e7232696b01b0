"""Whose code a file is: the package that installed it, `django`, or `project` for what is none of these."""

from __future__ import annotations

import sysconfig
from importlib.metadata import distributions
from pathlib import Path
from types import FrameType, TracebackType
from typing import Iterator, Optional  # noqa: UP035 - Python 3.9 reads this file

PROJECT = "project"
DJANGO = "django"
#: Where this code is: what it calls, or refuses, is nobody's.
WORKER = "/atlas/prove/worker/"


class Owners:
    """The packages of this environment, by the folders and files that they put beside each other."""

    def __init__(self) -> None:
        self.site = str(Path(sysconfig.get_path("purelib"))) + "/"
        self.standard = str(Path(sysconfig.get_path("stdlib"))) + "/"
        self.by_top: dict[str, str] = {}
        for one in distributions(path=[self.site]):
            name = str(one.metadata["Name"]).lower().replace("_", "-").replace(".", "-")
            for file in one.files or ():
                self.by_top.setdefault(file.parts[0].partition(".")[0], name)

    def of_file(self, path: str) -> str:
        """The owner of a file; nothing for Python's own."""
        if path.startswith(self.site):
            top = path[len(self.site) :].partition("/")[0].partition(".")[0]
            return self.by_top.get(top, top)
        return "" if path.startswith((self.standard, "<frozen")) else PROJECT

    def of_module(self, name: str) -> str:
        """The owner of a module by its full name; nothing where it is installed by none."""
        return self.by_top.get(name.partition(".")[0], "")

    def of_error(self, error: BaseException) -> str:
        """Who raised an error: the innermost code that is neither Django's nor Python's; else `django`."""
        if isinstance(error, SyntaxError) and error.filename:  # the file has not run: no frame is in it
            return self.of_file(error.filename) or DJANGO
        for one in reversed(list(_chain(error))):
            owner = self._first(reversed(list(_files_of(one.__traceback__))))
            if owner not in (DJANGO, PROJECT):
                return owner
        return self._first(reversed(list(_files_of(error.__traceback__))))

    def of_caller(self, frame: Optional[FrameType]) -> str:  # noqa: UP045
        """Who called for a warning: the innermost code that is neither Django's nor Python's; else `django`."""
        return self._first(_files_above(frame))

    def _first(self, files: Iterator[str]) -> str:
        for path in files:
            owner = self.of_file(path)
            if owner not in ("", DJANGO) and WORKER not in path:
                return owner
        return DJANGO


def _chain(error: Optional[BaseException]) -> Iterator[BaseException]:  # noqa: UP045
    """An error and those that led to it."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _files_of(traceback: Optional[TracebackType]) -> Iterator[str]:  # noqa: UP045
    while traceback:
        yield traceback.tb_frame.f_code.co_filename
        traceback = traceback.tb_next


def _files_above(frame: Optional[FrameType]) -> Iterator[str]:  # noqa: UP045
    while frame:
        yield frame.f_code.co_filename
        frame = frame.f_back
