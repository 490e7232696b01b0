"""What `data/` holds, field by field: the writing side. `data/README.md` says it in words."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from atlas.words.versions import PATTERN

VERSION = rf"^(?:{PATTERN.pattern})$"

Version = Annotated[str, StringConstraints(pattern=VERSION)]
Date = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]
CveId = Annotated[str, StringConstraints(pattern=r"^CVE-\d{4}-\d{4,}$")]
UnitHash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
Name = Annotated[str, StringConstraints(min_length=1)]
Python = Annotated[str, StringConstraints(pattern=r"^\d\.\d+$")]


class Shape(BaseModel):
    """A row: no field beside the stated ones, no value of another type."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Minimum(Shape):
    """The least version of a product in force; `page` is set where a reference page says it, not the notes."""

    minimum: Name
    stated_in: Version
    page: str | None = None


class Release(Shape):
    """A feature release. `dropped`: versions of GIS libraries that its notes say it no longer supports."""

    date: Date
    lts: bool
    pythons: Annotated[dict[Python, Version], Field(min_length=1)]
    databases: dict[Name, Minimum]
    dropped: dict[Name, list[Name]]


class Patch(Shape):
    """A patch release. `anchors`: CVE to its heading in this patch's notes."""

    date: Date
    security: bool
    cves: list[CveId]
    anchors: dict[CveId, Name]
    hardens: list[CveId]
    bugfixes: Annotated[int, Field(ge=0)]
    pythons: list[Python]


class Cve(Shape):
    """A CVE. `class` and `area` are words of `cve_words`; `anchor` is its heading in security.txt."""

    date: Date
    class_: Annotated[Name, Field(alias="class")]
    area: Name
    symbols: list[Name]
    severity: str | None
    affected: list[Version]
    fixed_in: dict[Version, Version]
    anchor: str | None


class Row(Shape):
    """One heading or bullet of a release's notes; `section` holds the headings from the top down."""

    hash: UnitHash
    role: Annotated[str, StringConstraints(pattern=r"^(?:section|bullet|detail|container)$")]
    unit: bool
    kind: Name
    section: Annotated[list[Name], Field(min_length=1)]
    anchor: Name
    line: Annotated[int, Field(gt=0)]
    line_end: Annotated[int, Field(gt=0)]
    symbols: list[Name]
    tickets: list[int]
    deprecated_in: Version | None = None


class Deprecation(Shape):
    """One bullet of the deprecation timeline."""

    hash: UnitHash
    deprecated_in: Version | None
    removed_in: Version
    symbols: list[Name]
    anchor: Name
    line: Annotated[int, Field(gt=0)]


class Atlas(Shape):
    """Everything that one sync writes; the notes and releases by feature release, oldest first."""

    django: Version
    releases: dict[Version, Release]
    patches: dict[Version, Patch]
    cves: dict[CveId, Cve]
    notes: dict[Version, list[Row]]
    deprecations: list[Deprecation]
