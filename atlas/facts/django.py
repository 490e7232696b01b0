"""What is known of Django: what `make sync` writes to `data/`, and the support dates.

Each file is read strictly when it is first asked for. `data/README.md` says which command writes what;
`atlas.facts.schema` has every field.
"""

from functools import cached_property, partial
from pathlib import Path
from typing import Final, TypeVar

from pydantic import TypeAdapter

from atlas.facts import reading, support_dates
from atlas.facts.schema import (
    CveFacts,
    CvesFile,
    DeprecationsFile,
    NotesFile,
    PatchesFile,
    PatchFacts,
    PatchNotesFile,
    ReleaseFacts,
    ReleasesFile,
    Unit,
)
from atlas.facts.support_dates import SupportDates
from atlas.words.versions import feature_release, sort_key

Value = TypeVar("Value")

REMEDY: Final = reading.written_by("make sync")
RELEASES = TypeAdapter(ReleasesFile)
PATCHES: TypeAdapter[PatchesFile] = TypeAdapter(PatchesFile)
PATCH_NOTES: TypeAdapter[PatchNotesFile] = TypeAdapter(PatchNotesFile)
CVES: TypeAdapter[CvesFile] = TypeAdapter(CvesFile)
DEPRECATIONS: TypeAdapter[DeprecationsFile] = TypeAdapter(DeprecationsFile)
NOTES = TypeAdapter(NotesFile)


class Facts:
    """What is known of Django.

    root: the project's folder. Errors: RecordsBroken with a line for each mistake in the file that is asked for.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.data = root / "data"

    def _read(self, adapter: TypeAdapter[Value], name: str) -> Value:
        return reading.read(adapter, self.data / name, Path("data") / name, REMEDY)

    @cached_property
    def _releases(self) -> ReleasesFile:
        return self._read(RELEASES, "releases.json")

    @property
    def django(self) -> str:
        """The Django version whose source distribution the facts came from."""
        return self._releases.django

    @cached_property
    def releases(self) -> dict[str, ReleaseFacts]:
        """Feature releases, oldest first."""
        return _in_order(self._releases.releases)

    @cached_property
    def patches(self) -> dict[str, PatchFacts]:
        """Patch releases, in order of version."""
        return _in_order(self._read(PATCHES, "patches.json"))

    @cached_property
    def patch_notes(self) -> PatchNotesFile:
        """What the notes of patch releases tell of, those of the oldest release first."""
        return self._read(PATCH_NOTES, "patch-notes.json")

    @cached_property
    def cves(self) -> dict[str, CveFacts]:
        """CVEs by id."""
        return self._read(CVES, "cves.json")

    @cached_property
    def deprecations(self) -> DeprecationsFile:
        """Django's deprecation timeline, in order of removal."""
        return self._read(DEPRECATIONS, "deprecations.json")

    @cached_property
    def notes(self) -> dict[str, tuple[Unit, ...]]:
        """The skeleton of the official notes by feature release."""
        return reading.every({release: partial(self._notes_of, release) for release in self.releases})

    def _notes_of(self, release: str) -> tuple[Unit, ...]:
        name = f"notes/{release}.json"
        found = self._read(NOTES, name)
        if found.release != release:
            message = f"found {found.release!r}, expected {release!r}, as the file is called"
            raise reading.broken(Path("data") / name, "release", message, REMEDY)
        return found.rows

    @cached_property
    def support(self) -> SupportDates:
        """The hand-kept file: ends of support and planned releases."""
        return support_dates.read(self.data / "support.yml").dates

    def patches_of(self, release: str) -> dict[str, PatchFacts]:
        """The patch releases of one feature release, oldest first."""
        return {key: patch for key, patch in self.patches.items() if feature_release(key) == release}

    def newest_patch(self, release: str) -> str:
        """The newest release of a series: `4.1` gives `4.1.13`; the feature release itself before any patch."""
        return list(self.patches_of(release) or [release])[-1]


def _in_order(rows: dict[str, Value]) -> dict[str, Value]:
    return {version: rows[version] for version in sorted(rows, key=sort_key)}
