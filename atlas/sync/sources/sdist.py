"""A source distribution of Django: its documentation files, read from the archive and never run."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packaging.version import InvalidVersion, Version

from atlas.sync.errors import SyncError
from atlas.sync.sources.unpacked import REMEDY, texts
from atlas.words.versions import feature_release, is_version, sort_key

#: The folder of the notes of all releases.
NOTES: Final = "docs/releases/"


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
    files = texts(path, is_read)
    return Sdist(version_of(path, files.get("PKG-INFO", "")), files)


def joined(archives: Sequence[Sdist]) -> Sdist:
    """The newest one, with the notes of releases that it does not know from the others.

    Django releases a patch of an older series alone now and then: its notes are in its own archive first.
    """
    newest = max(archives, key=lambda one: sort_key(one.version))
    others = {
        name: one.files[name] for one in archives for name in one.names(NOTES) if is_version(_version(name))
    }
    return Sdist(newest.version, {**others, **newest.files})


def unknown_to(newest: Sdist, versions: Sequence[str]) -> list[str]:
    """The newest release of each older series that a distribution has notes of, where it has none of that release.

    versions: all that are out, newest first.
    """
    known = {_version(name) for name in newest.names(NOTES)}
    latest: dict[str, str] = {}
    for version in versions:
        latest.setdefault(feature_release(version), version)
    series = {feature_release(one) for one in known if is_version(one)}
    return [one for release, one in latest.items() if release in series and one not in known]


def _version(name: str) -> str:
    return name.removeprefix(NOTES).removesuffix(".txt")


def is_read(name: str) -> bool:
    """Whether a file is PKG-INFO or one of the documentation's."""
    return name == "PKG-INFO" or (name.startswith("docs/") and name.endswith(".txt"))


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
    if not is_version(str(version)):
        raise SyncError(f"{path}: found {version}, expected a release such as 6.1 or 6.1.3; {REMEDY}")
    return str(version)
