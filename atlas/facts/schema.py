"""What `make sync` writes to `data/`, field by field: the one definition for writing and for reading.

`data/README.md` says it in words. Everything is strict: no field beside the stated ones, no value of another type.
"""

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from atlas.facts.reading import form
from atlas.words import dates, forms, versions
from atlas.words.dates import When

#: For the types of all files under `data/`.
STRICT: Final = ConfigDict(strict=True, extra="forbid", frozen=True)


def _real(day: str) -> str:
    When.parse(day)
    return day


Feature = Annotated[str, form(versions.FEATURE, "a feature release such as 4.1")]
Version = Annotated[str, form(versions.VERSION, "a release such as 4.1 or 4.1.13")]
Python = Annotated[str, form(versions.PYTHON, "a Python such as 3.12")]
Date = Annotated[str, form(dates.DAY, "a day such as 2026-08-05"), AfterValidator(_real)]
CveId = Annotated[str, form(forms.CVE_ID, "a CVE id such as CVE-2022-34265")]
UnitHash = Annotated[str, form(forms.UNIT_HASH, "eight hex digits")]
Name = Annotated[str, StringConstraints(min_length=1)]
Line = Annotated[int, Field(gt=0)]


class Fact(BaseModel):
    """A row of a file under `data/`."""

    model_config = STRICT


class Minimum(Fact):
    """The least version of a product in force; `page` is set where a reference page says it, not the notes."""

    minimum: Name
    stated_in: Version
    page: str | None = None


class ReleaseFacts(Fact):
    """A feature release. `pythons`: a Python to the release or patch that added it.

    dropped: versions of GIS libraries that its notes say it no longer supports.
    """

    date: Date
    lts: bool
    pythons: Annotated[dict[Python, Version], Field(min_length=1)]
    databases: dict[Name, Minimum]
    dropped: dict[Name, tuple[Name, ...]]


class PatchFacts(Fact):
    """A patch release. `anchors`: CVE to its heading in this patch's notes."""

    date: Date
    security: bool
    cves: tuple[CveId, ...]
    anchors: dict[CveId, Name]
    hardens: tuple[CveId, ...]
    bugfixes: Annotated[int, Field(ge=0)]
    pythons: tuple[Python, ...]


class CveFacts(Fact):
    """A CVE. `class` and `area` are words of `cve_words`; `anchor` is its heading in security.txt.

    fixed_in: a feature release to the release that fixes it there.
    """

    date: Date
    weakness: Annotated[Name, Field(alias="class")]
    area: Name
    symbols: tuple[Name, ...]
    severity: str | None
    affected: tuple[Feature, ...]
    fixed_in: dict[Feature, Version]
    anchor: str | None


class Unit(Fact):
    """A heading or bullet of a release's notes; `unit` says whether it counts, `section` has the headings above it."""

    hash: UnitHash
    role: Literal["section", "bullet", "detail", "container"]
    unit: bool
    kind: Name
    section: Annotated[tuple[Name, ...], Field(min_length=1)]
    anchor: Name
    line: Line
    line_end: Line
    symbols: tuple[Name, ...]
    tickets: tuple[int, ...]
    deprecated_in: Feature | None = None


class PatchEntry(Fact):
    """A security section or a bug fix of the notes of patch releases.

    patches: each release whose notes have it, to its first and last line there. regression: it mends what an earlier
    release broke, as the notes word it.
    """

    hash: UnitHash
    kind: Literal["security", "bugfix"]
    regression: bool
    patches: Annotated[dict[Version, tuple[Line, Line]], Field(min_length=1)]
    cves: tuple[CveId, ...]
    symbols: tuple[Name, ...]
    tickets: tuple[int, ...]

    def also(self, patches: dict[str, tuple[int, int]]) -> "PatchEntry":
        """The same entry with more of its places."""
        return self.model_copy(update={"patches": {**self.patches, **patches}})


class DeprecationFacts(Fact):
    """A bullet of the deprecation timeline; `anchor` is its place on that page."""

    hash: UnitHash
    deprecated_in: Feature
    removed_in: Feature
    symbols: tuple[Name, ...]
    anchor: Name
    line: Line


class ReleasesFile(Fact):
    """releases.json: the version whose source distribution everything comes from, and the feature releases."""

    django: Version
    releases: Annotated[dict[Feature, ReleaseFacts], Field(min_length=1)]


class NotesFile(Fact):
    """notes/<release>.json: the rows of one release's notes, in order."""

    release: Feature
    rows: tuple[Unit, ...]


PatchesFile = dict[Version, PatchFacts]
PatchNotesFile = tuple[PatchEntry, ...]
CvesFile = dict[CveId, CveFacts]
DeprecationsFile = tuple[DeprecationFacts, ...]


class Atlas(Fact):
    """Everything that one sync writes; the notes and releases by feature release, oldest first."""

    django: Version
    releases: dict[Feature, ReleaseFacts]
    patches: PatchesFile
    patch_notes: PatchNotesFile
    cves: CvesFile
    notes: dict[Feature, tuple[Unit, ...]]
    deprecations: DeprecationsFile
