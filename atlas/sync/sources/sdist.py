"""A source distribution of Django: its documentation files, read from the archive and never run."""

import gzip
import io
import re
import tarfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from packaging.version import InvalidVersion, Version

from atlas.sync.errors import SyncError

REMEDY = "download the archive again"
DAMAGED = (OSError, EOFError, zlib.error, tarfile.TarError, UnicodeDecodeError)


@dataclass(frozen=True)
class Sdist:
    """`version` of Django, and the text of each file under docs/ by its path below the archive's folder."""

    version: str
    files: dict[str, str]

    def text(self, name: str) -> str:
        """The text of one file. Errors: SyncError where the distribution does not have it."""
        try:
            return self.files[name]
        except KeyError:
            raise SyncError(
                f"{name}: not in the source distribution of Django {self.version}; if Django moved the"
                " file, teach atlas/sync where it is"
            ) from None

    def names(self, folder: str) -> list[str]:
        """The files right inside a folder, which is given with its last slash."""
        return sorted(name for name in self.files if name.rpartition("/")[0] == folder.rstrip("/"))


def read_sdist(path: Path) -> Sdist:
    """Read an archive (`.tar.gz`) in memory: nothing in it is unpacked to disk or run.

    Errors: SyncError for an archive that is missing, damaged, or not a stable Django.
    """
    try:
        # Unpacked whole first: gzip then checks length and checksum, which tarfile may never reach.
        unpacked = gzip.decompress(path.read_bytes())
        with tarfile.open(fileobj=io.BytesIO(unpacked)) as archive:
            files = dict(text_files(archive))
    except FileNotFoundError:
        raise SyncError(f"{path}: no such file; name a Django-X.Y.Z.tar.gz") from None
    except DAMAGED as error:
        raise SyncError(f"{path}: not a whole .tar.gz archive ({error}); {REMEDY}") from None
    return Sdist(version_of(path, files.get("PKG-INFO", "")), files)


def text_files(archive: tarfile.TarFile) -> list[tuple[str, str]]:
    """Path below the archive's one folder, and text, of PKG-INFO and the documentation's files."""
    found = []
    for member in archive:
        name = str(PurePosixPath(*PurePosixPath(member.name).parts[1:]))
        wanted = name == "PKG-INFO" or (name.startswith("docs/") and name.endswith(".txt"))
        stream = archive.extractfile(member) if wanted and member.isfile() else None
        if stream is not None:
            found.append((name, stream.read().decode("utf-8")))
    return found


def version_of(path: Path, metadata: str) -> str:
    """The version that the metadata states: `6.1.3`. Django's feature releases have no third number."""
    fields = dict(re.findall(r"^(Name|Version): *(\S+)\s*$", metadata, re.M))
    if fields.get("Name", "").lower() != "django":
        found = fields.get("Name", "no name")
        raise SyncError(
            f"{path}: PKG-INFO: found {found}, expected Django; name a source distribution of Django"
        )
    try:
        version = Version(fields.get("Version", ""))
    except InvalidVersion:
        raise SyncError(f"{path}: PKG-INFO: no version that can be read; {REMEDY}") from None
    if version.is_prerelease or version.is_devrelease:
        raise SyncError(f"{path}: found {version}, expected a stable release; name one, or leave --sdist out")
    return str(version)
