"""The texts of a source distribution, unpacked in memory: bounded, never to disk, nothing in it run.

An archive comes from the network or from a person, so it may be anything. What a real Django does not need is refused:
a file that unpacks to gigabytes, names that leave the archive's folder, one name twice.
"""

import gzip
import tarfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Final, Protocol

from atlas.sync.errors import SyncError

REMEDY: Final = "download the archive again"
MEBIBYTE: Final = 2**20
#: Limits, in bytes. Django 6.1 has 11 million packed and 65 million unpacked; its longest text has 0.4 million.
PACKED: Final = 64 * MEBIBYTE
UNPACKED: Final = 192 * MEBIBYTE
TEXT: Final = 4 * MEBIBYTE
#: Django 6.1 has ten thousand.
MEMBERS: Final = 40_000


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Bounded:
    """A stream that ends in a `SyncError` instead of giving more than `limit` bytes. shown: the file in the error."""

    def __init__(self, stream: _Readable, limit: int, shown: Path) -> None:
        self.stream, self.left, self.shown = stream, limit, shown

    def read(self, size: int) -> bytes:
        block = self.stream.read(size)
        self.left -= len(block)
        if self.left < 0:
            raise SyncError(
                f"{self.shown}: unpacks to more than {UNPACKED // MEBIBYTE} MiB, which no Django does; {REMEDY}"
            )
        return block

    def drain(self) -> None:
        """Read to the end: only there does gzip compare length and checksum."""
        while self.read(MEBIBYTE):
            pass


def texts(path: Path, wanted: Callable[[str], bool]) -> dict[str, str]:
    """The text of the wanted files of a `.tar.gz`, by their path below the archive's one folder.

    Errors: SyncError for an archive that is missing, damaged, or that no Django would be.
    """
    try:
        if path.stat().st_size > PACKED:
            raise SyncError(f"{path}: has more than {PACKED // MEBIBYTE} MiB, which no Django has; {REMEDY}")
        with gzip.open(path) as packed:
            stream = _Bounded(packed, UNPACKED, path)
            with tarfile.open(fileobj=stream, mode="r|", errorlevel=2) as archive:  # type: ignore[call-overload]
                found = _texts(archive, wanted, path)
            stream.drain()
    except SyncError:
        raise
    except FileNotFoundError:
        raise SyncError(f"{path}: no such file; name a Django-X.Y.Z.tar.gz") from None
    except Exception as error:  # tarfile meets a broken header with whatever error it runs into
        said = " ".join(str(error).split()) or type(error).__name__
        raise SyncError(f"{path}: not a whole .tar.gz archive ({said}); {REMEDY}") from None
    return found


def _texts(archive: tarfile.TarFile, wanted: Callable[[str], bool], path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    folders: set[str] = set()
    for number, member in enumerate(archive):
        if number >= MEMBERS:
            raise SyncError(f"{path}: has more than {MEMBERS} files, which no Django has; {REMEDY}")
        name = _inside(member.name, folders, path)
        if not (member.isfile() and wanted(name)):
            continue
        if name in found:
            raise SyncError(f"{path}: {name}: stands twice in it; {REMEDY}")
        if member.size > TEXT:
            raise SyncError(f"{path}: {name}: has more than {TEXT // MEBIBYTE} MiB; {REMEDY}")
        stream = archive.extractfile(member)
        assert stream
        found[name] = _decoded(stream.read(), name, path)
    return found


def _inside(name: str, folders: set[str], path: Path) -> str:
    """The path below the archive's one folder, which is added to `folders`."""
    parts = PurePosixPath(name).parts
    folders.update(parts[:1])
    if ".." in parts or name.startswith("/") or len(folders) > 1:
        raise SyncError(f"{path}: {name[:80]!r}: found outside of the archive's one folder; {REMEDY}")
    return str(PurePosixPath(*parts[1:]))


def _decoded(raw: bytes, name: str, path: Path) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SyncError(f"{path}: {name}: is not UTF-8 (byte {error.start}); {REMEDY}") from None
