"""The shape of the published JSON files. The JSON Schemas beside them are made from these models."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from atlas.vocabulary import AREAS, IMPACTS, KINDS, STATUSES


def _word_of(words: object) -> object:
    return Field(json_schema_extra={"enum": list(words)})  # type: ignore[call-overload]


Release = Annotated[str, Field(pattern=r"^(\d\.\d{1,2}|20\d\d)$", examples=["4.1", "2028"])]
Version = Annotated[str, Field(pattern=r"^(\d\.\d{1,2}|20\d\d)(\.\d{1,2})?$", examples=["4.1.3"])]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$", examples=["2026-08-05"])]
DayOrMonth = Annotated[
    str,
    Field(
        pattern=r"^\d{4}-\d\d(-\d\d)?$",
        examples=["2026-08-05", "2027-04"],
        description="A day, or a month where only the month is known; support lasts until it is over.",
    ),
]
UnitHash = Annotated[str, Field(pattern=r"^[0-9a-f]{8}$", examples=["026d2478"])]
Url = Annotated[str, Field(json_schema_extra={"format": "uri"})]


class Row(BaseModel):
    """An object of the files: no fields but these."""

    model_config = ConfigDict(extra="forbid")


class ChangeRow(Row):
    """One change, in the feature release where it first appears."""

    id: Annotated[str, Field(pattern=r"^[\d.]+/[a-z0-9-]+$", examples=["4.1/logout-by-post"])]
    url: Url
    title: str
    summary: str
    kind: Annotated[str, _word_of(KINDS)]
    area: Annotated[str, _word_of(AREAS)]
    release: Release
    removed: Annotated[Release | None, Field(description="Where a deprecation ends.")]
    fix_from: Annotated[Release, Field(description="The earliest release on which the new code works.")]
    impact: Annotated[
        str | None,
        Field(
            json_schema_extra={"enum": [*IMPACTS, None]}, description="Null on changes that force no work."
        ),
    ]
    silent: Annotated[bool, Field(description="Nothing warns and nothing fails, but the result differs.")]
    symbols: list[str]
    tickets: Annotated[list[int], Field(description="Numbers in Django's tracker.")]
    cves: list[str]
    fixer: Annotated[
        str | None, Field(description="The django-upgrade fixer for the common form, or `manual`.")
    ]
    covers: Annotated[
        list[UnitHash],
        Field(
            description="Units of Django's own notes: the first eight hex digits of the SHA-256 of the "
            "unit's source lines, white space collapsed."
        ),
    ]
    detectable: Annotated[bool, Field(description="Whether a rule finds uses of it in source code.")]
    proved: Annotated[bool, Field(description="Whether its samples have been run on real Django.")]


class File(Row):
    """What every file begins with."""

    version: Annotated[
        Literal[1], Field(description="Of this format; another number means another shape.")
    ] = 1
    generated: Annotated[Day, Field(description="The day of the build.")]


class ChangesFile(File):
    """Every change that has a page."""

    changes: list[ChangeRow]


class MinimumRow(Row):
    """The least version of a database, and the release whose notes state it."""

    minimum: str
    stated_in: str


class PatchRow(Row):
    """One patch release."""

    version: Version
    date: Day
    security: bool
    cves: list[str]


class CoverageRow(Row):
    """Units of Django's own notes: all, with a page here, left out with a reason."""

    total: int
    covered: int
    left_out: int


class ReleaseRow(Row):
    """One feature release. A planned one has no patches, Pythons, databases or notes yet."""

    release: Release
    url: Url
    notes_url: Annotated[Url | None, Field(description="Django's own notes.")]
    lts: bool
    planned: bool
    released: DayOrMonth
    bug_fixes_end: DayOrMonth
    security_fixes_end: DayOrMonth
    status: Annotated[str, _word_of(STATUSES), Field(description="On the day of `generated`.")]
    newest_patch: Version | None
    pythons: Annotated[
        dict[str, Version],
        Field(description="Each Python with the first release of the series that runs on it."),
    ]
    databases: dict[str, MinimumRow]
    patches: list[PatchRow]
    coverage: CoverageRow


class ReleasesFile(File):
    """Every feature release from 2.2 on, oldest first, and the planned ones."""

    django: Annotated[Version, Field(description="The newest Django that the facts come from.")]
    releases: list[ReleaseRow]


class UncoveredFile(RootModel[dict[UnitHash, str]]):
    """Units of Django's own notes that have no page, each with the reason."""


#: Every published file by name, without `.json`.
FILES: dict[str, type[BaseModel]] = {
    "changes": ChangesFile,
    "releases": ReleasesFile,
    "uncovered": UncoveredFile,
}
