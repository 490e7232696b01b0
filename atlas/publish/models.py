"""The shape of the published JSON files. Their JSON Schemas and their documentation are made from these models."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from atlas.words.dates import DAY, DAY_OR_MONTH
from atlas.words.forms import SLUG, UNIT_HASH
from atlas.words.versions import FEATURE, VERSION
from atlas.words.vocabulary import AREAS, HARMS, IMPACTS, KINDS, REACHES, SEVERITIES, STATUSES


def _word_of(*words: str | None) -> Any:
    return Field(json_schema_extra={"enum": list(words)})


Release = Annotated[str, Field(pattern=f"^{FEATURE}$", examples=["4.1", "2028"])]
Version = Annotated[str, Field(pattern=f"^{VERSION}$", examples=["4.1.3"])]
Day = Annotated[str, Field(pattern=f"^{DAY}$", examples=["2026-08-05"])]
DayOrMonth = Annotated[str, Field(pattern=f"^{DAY_OR_MONTH}$", examples=["2026-08-05", "2027-04"])]
UnitHash = Annotated[str, Field(pattern=f"^{UNIT_HASH}$", examples=["026d2478"])]
Url = Annotated[str, Field(json_schema_extra={"format": "uri"})]


class Row(BaseModel):
    """An object of the files, written with these fields and no others. The text below a field is its description."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class ReachRow(Row):
    """Public projects that were scanned, in the versions that were current on the day the release came out."""

    day: Day
    """That day."""
    packages: int
    """Packages in which a rule of the change was met."""
    of_packages: int
    """Packages that were scanned."""
    applications: int
    """Whole applications in which a rule was met."""
    of_applications: int
    """Applications that were scanned."""


class ChangeRow(Row):
    """One change, in the feature release where it first appears."""

    id: Annotated[str, Field(pattern=f"^{FEATURE}/{SLUG}$", examples=["4.1/logout-by-post"])]
    """Release and name; never changes."""
    url: Url
    """Its page."""
    title: str
    """What is different, in one line; code is in backquotes."""
    summary: str
    """One or two sentences."""
    kind: Annotated[str, _word_of(*KINDS)]
    """What sort of change it is."""
    area: Annotated[str, Field(pattern=f"^{SLUG}$", examples=list(AREAS))]
    """The part of Django that it concerns. Areas may be added under the same number."""
    release: Release
    """Where it first appears; for a deprecation, where it begins to warn."""
    removed: Release | None
    """Where a deprecation ends."""
    fix_from: Release
    """The earliest release on which the new code works."""
    impact: Annotated[str | None, _word_of(*IMPACTS, None)]
    """How many projects meet it; null where nobody has to do anything."""
    severity: Annotated[str | None, _word_of(*SEVERITIES, None)]
    """What happens to the old code, as the runs show it; null where nobody has to do anything."""
    harm: Annotated[str | None, _word_of(*HARMS, None)]
    """What is lost by those who overlook it."""
    reach: Annotated[str | None, _word_of(*REACHES, None)]
    """How many projects meet it, where that is known; impact is computed from severity, harm and reach."""
    reach_measured: ReachRow | None
    """In how many public projects its rules were met; null where that was not counted."""
    silent: bool
    """Nothing warns and nothing fails, but the result differs."""
    symbols: list[str]
    """Names in Django that it concerns, as one writes them in code."""
    tickets: list[int]
    """Numbers in Django's tracker."""
    cves: list[str]
    """CVEs that it has to do with."""
    fixer: str | None
    """The django-upgrade fixer that rewrites the common form, or `manual`."""
    covers: list[UnitHash]
    """Units of Django's own notes that it stands for."""
    detectable: bool
    """Whether a rule finds uses of it in source code."""
    proved: bool
    """Whether its samples have been run on real Django."""
    statements: int
    """How many sentences of its page are run on every release that they speak of."""


class File(Row):
    """What every file begins with."""

    version: Literal[1] = 1
    """Of the format. Fields may be added under the same number; anything else gets another."""
    generated: Day
    """The day of the build."""


class ChangesFile(File):
    """Every change that has a page."""

    changes: list[ChangeRow]
    """In order of release, then title."""


class MinimumRow(Row):
    """The least version of a database, and the release whose notes state it."""

    minimum: str
    """As Django writes it: `11`, `19c`, `8.0.11`."""
    stated_in: str
    """May be older than the release, where the minimum did not change."""


class PatchRow(Row):
    """One patch release."""

    version: Version
    """Its number."""
    date: Day
    """The day of the release."""
    security: bool
    """Whether it fixes a CVE or hardens an earlier fix."""
    cves: list[str]
    """The CVEs that it fixes."""


class CoverageRow(Row):
    """Units of Django's own notes."""

    total: int
    """All."""
    covered: int
    """Those with a page."""
    left_out: int
    """Those without a page, for a reason that is stated in `uncovered.json`."""


class ReleaseRow(Row):
    """One feature release. A planned one has no patches, Pythons, databases or notes yet."""

    release: Release
    """Its number, or its year."""
    url: Url
    """Its page."""
    notes_url: Url | None
    """Django's own notes."""
    lts: bool
    """Whether it has long-term support."""
    planned: bool
    """Whether it is still to come; its dates are then the plan."""
    released: DayOrMonth
    """When it came, or is planned to come."""
    bug_fixes_end: DayOrMonth
    """Bug fixes last through this day, or until this month is over."""
    security_fixes_end: DayOrMonth
    """Fixes for security and data loss last through this day, or until this month is over."""
    status: Annotated[str, _word_of(*STATUSES)]
    """On the day of `status_on`; for any other day, compare the dates."""
    status_on: Day
    """The day of the build, for which `status` was computed."""
    newest_patch: Version | None
    """The newest release of its series."""
    pythons: dict[str, Version]
    """Each Python with the first release of the series that runs on it."""
    databases: dict[str, MinimumRow]
    """By name."""
    patches: list[PatchRow]
    """Oldest first."""
    coverage: CoverageRow
    """How much of Django's own notes has a page."""


class ReleasesFile(File):
    """Every feature release from 2.2 on and the planned ones."""

    django: Version
    """The newest Django that the facts come from."""
    releases: list[ReleaseRow]
    """Oldest first."""


class UncoveredFile(RootModel[dict[UnitHash, str]]):
    """Units of Django's own notes that have no page, each with the reason."""


class PatchEntryRow(Row):
    """A security section or a bug fix of the notes of patch releases."""

    hash: UnitHash
    """The first eight hex digits of the SHA-256 of its lines, white space collapsed."""
    kind: Annotated[str, _word_of("security", "bugfix")]
    """What sort of entry it is."""
    regression: bool
    """Whether Django's notes say that it mends what an earlier release broke."""
    patches: list[Version]
    """The releases whose notes have it word for word, oldest first."""
    cves: list[str]
    """CVEs that its heading names."""
    tickets: list[int]
    """Numbers in Django's tracker."""
    symbols: list[str]
    """Code that it names."""
    text: str | None
    """What it means to a project, in one line of Markdown; null where nobody has written it yet."""
    may_break: bool
    """Whether code or data that worked before may fail or give something else after it."""
    broke: Version | None
    """The release that brought the fault, where it is known."""
    again: Version | None
    """The release that had to repair it once more."""
    change: str | None
    """The id of the change that tells it in full."""


class PatchNotesFile(File):
    """Every entry of the notes of patch releases from 2.2.1 on."""

    entries: list[PatchEntryRow]
    """Those of the oldest release first."""


class PackageReleaseRow(Row):
    """What is known of a package on one feature release."""

    release: Release
    """The feature release."""
    django: Version
    """The release of Django that the package was run on."""
    python: str
    """The Python that it was run on."""
    run: Day
    """The day on which it was run."""
    smallest: str | None
    """The smallest version that ran; null where none did, or where the search for it is not at its end."""
    newest: str | None
    """The newest version that ran; null where none did."""
    installs: str | None
    """The newest version that the resolver takes; null where it takes none."""
    declares: str | None
    """The bound on Django in the metadata of `newest`; null where there is none."""
    named: bool | None
    """Whether the classifiers of `newest` name this release; null where they name no release."""
    ran: list[str]
    """All versions that were tried and ran, oldest first."""
    failed: dict[str, str]
    """Versions that were tried and failed, each with the first fault."""


class PackageBridgeRow(Row):
    """A hop between two releases on both of which the package ran."""

    before: Release
    """The release before the hop."""
    after: Release
    """The release after it."""
    version: str | None
    """The newest version that ran on both; null where none of those tried did, so that both move at once."""


class PackageRow(Row):
    """A package that was installed and run."""

    name: str
    """Its name on the package index."""
    url: Url
    """Its page."""
    does: str
    """What it is for, in a few words."""
    listed: str | None
    """The newest version on the index when it was last asked; null where the package was not run yet."""
    listed_on: str | None
    """The day on which it was asked."""
    releases: list[PackageReleaseRow]
    """Oldest first; releases on which it was not run yet are left out."""
    bridges: list[PackageBridgeRow]
    """Oldest hop first."""


class PackagesFile(File):
    """Packages that were installed and run on every feature release. What was not tried is not claimed."""

    packages: list[PackageRow]
    """In the order of their names."""


#: Every published file by name, without `.json`.
FILES: dict[str, type[BaseModel]] = {
    "changes": ChangesFile,
    "releases": ReleasesFile,
    "patch-notes": PatchNotesFile,
    "uncovered": UncoveredFile,
    "packages": PackagesFile,
}
