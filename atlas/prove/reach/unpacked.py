"""Unpacks the files that a scan reads out of an archive that may be anything: bounded, and never out of its folder.

No link, no device and no mode is taken over: each file is written as plain text that nobody executes.
"""

import bz2
import gzip
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Final, NamedTuple

MEBIBYTE: Final = 2**20
#: Limits, in bytes and files. The largest of the projects have 250 MiB unpacked, in 30,000 files.
UNPACKED: Final = 1024 * MEBIBYTE
MEMBERS: Final = 100_000
#: A file above this is left out: the scanner reads none that is larger.
LARGEST: Final = 4 * MEBIBYTE
OPENERS: Final = {".tar.gz": gzip.GzipFile, ".tgz": gzip.GzipFile, ".tar.bz2": bz2.BZ2File}


class Refused(Exception):  # noqa: N818 - an answer
    """An archive that is damaged, or that no project would publish; the text says so in one line."""


class _Member(NamedTuple):
    name: str
    size: int
    stream: IO[bytes]


class _Bounded:
    """A stream that is refused where it gives more bytes than may be unpacked: a small file can hold gigabytes."""

    def __init__(self, stream: gzip.GzipFile | bz2.BZ2File) -> None:
        self.stream, self.left = stream, UNPACKED

    def read(self, size: int) -> bytes:
        block = self.stream.read(size)
        self.left -= len(block)
        if self.left < 0:
            raise Refused(f"unpacks to more than {UNPACKED // MEBIBYTE} MiB")
        return block


def unpack(archive: Path, folder: Path, wanted: Callable[[str], bool]) -> int:
    """Write the wanted files of an archive below a folder; how many they are. wanted: by the path in the archive.

    Errors: Refused.
    """
    try:
        with archive.open("rb"):
            return sum(_written(member, folder) for member in _members(archive) if wanted(member.name))
    except Refused:
        raise
    except Exception as error:  # both readers meet a broken archive with whatever error they run into
        said = " ".join(str(error).split()) or type(error).__name__
        raise Refused(f"not a whole archive ({said[:120]})") from None


def _members(archive: Path) -> Iterator[_Member]:
    """The plain files of an archive, none of which leads out of it. Errors: Refused."""
    opener = next((OPENERS[end] for end in OPENERS if archive.name.endswith(end)), None)
    unpacked = 0
    for number, member in enumerate(_of_tar(opener(archive)) if opener else _of_zip(archive)):
        unpacked += member.size
        if number >= MEMBERS:
            raise Refused(f"has more than {MEMBERS} files")
        if unpacked > UNPACKED:
            raise Refused(f"unpacks to more than {UNPACKED // MEBIBYTE} MiB")
        parts = PurePosixPath(member.name).parts
        if not parts or ".." in parts or member.name.startswith("/") or "\0" in member.name:
            raise Refused(f"has a file outside of its folder ({member.name[:80]!r})")
        yield member


def _of_tar(packed: gzip.GzipFile | bz2.BZ2File) -> Iterator[_Member]:
    with packed, tarfile.open(fileobj=_Bounded(packed), mode="r|") as archive:  # type: ignore[call-overload]
        for member in archive:
            if member.isfile():
                yield _Member(member.name, member.size, archive.extractfile(member))


def _of_zip(path: Path) -> Iterator[_Member]:
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                with archive.open(info) as stream:
                    yield _Member(info.filename, info.file_size, stream)


def _written(member: _Member, folder: Path) -> int:
    """Write a file, unless it is too large to be scanned; how many were written."""
    if member.size > LARGEST:
        return 0
    path = folder.joinpath(*PurePosixPath(member.name).parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(member.stream.read(member.size))
    return 1
