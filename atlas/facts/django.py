"""The facts that commands write to `data/`, read into typed values. `data/README.md` says which writes what."""

import json
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from atlas.words.versions import feature_release, sort_key


class Fact(BaseModel):
    """A row of `data/`. Fields that this version of the code does not know are kept out, not errors."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Minimum(Fact):
    """The least version of a database in force, and the release whose notes state it."""

    minimum: str
    stated_in: str


class ReleaseFacts(Fact):
    """One feature release. `date` is ISO; `pythons` maps a Python to the release or patch that added it."""

    date: str
    lts: bool
    pythons: dict[str, str]
    databases: dict[str, Minimum]
    #: Versions of GIS libraries that the release's notes drop.
    dropped: dict[str, tuple[str, ...]] = {}


class PatchFacts(Fact):
    """One patch release."""

    date: str
    security: bool
    cves: tuple[str, ...] = ()
    #: Where the patch release's notes speak of each CVE.
    anchors: dict[str, str] = {}
    bugfixes: int = 0
    pythons: tuple[str, ...] = ()


class CveFacts(Fact):
    """One CVE. `fixed_in` maps a feature release to the release that fixes it there."""

    date: str
    #: The sort of weakness, in words with hyphens (`sql-injection`).
    weakness: str | None = Field(default=None, alias="class")
    symbols: tuple[str, ...] = ()
    severity: str | None = None
    affected: tuple[str, ...] = ()
    fixed_in: dict[str, str] = {}
    anchor: str | None = None


class Unit(Fact):
    """One row of the skeleton of the official notes (no sentences)."""

    hash: str
    unit: bool
    role: str
    kind: str
    section: tuple[str, ...]
    anchor: str | None
    line: int
    symbols: tuple[str, ...] = ()
    tickets: tuple[int, ...] = ()


class DeprecationFacts(Fact):
    """One entry of Django's deprecation timeline; `anchor` is its place on that page."""

    hash: str
    deprecated_in: str
    removed_in: str
    symbols: tuple[str, ...] = ()
    anchor: str | None = None


class Ends(Fact):
    """A hand-kept date (`YYYY-MM-DD`, or `YYYY-MM` where only the month is known) with its source."""

    date: str
    source: str
    checked: str = Field(default="")


class Facts:
    """Everything under `data/`, each file read when it is first asked for.

    root: the project's folder. Errors: FileNotFoundError where `make sync` has not written a file.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.data = root / "data"

    def _json(self, name: str) -> Any:
        return json.loads((self.data / name).read_text(encoding="utf-8"))

    @cached_property
    def django(self) -> str:
        """The Django version whose source distribution the facts came from."""
        return str(self._json("releases.json")["django"])

    @cached_property
    def releases(self) -> dict[str, ReleaseFacts]:
        """Feature releases, oldest first."""
        rows = self._json("releases.json")["releases"]
        return {key: ReleaseFacts(**rows[key]) for key in sorted(rows, key=sort_key)}

    @cached_property
    def patches(self) -> dict[str, PatchFacts]:
        """Patch releases, in order of version."""
        rows = self._json("patches.json")
        return {key: PatchFacts(**rows[key]) for key in sorted(rows, key=sort_key)}

    @cached_property
    def cves(self) -> dict[str, CveFacts]:
        """CVEs by id."""
        return {key: CveFacts(**row) for key, row in self._json("cves.json").items()}

    @cached_property
    def deprecations(self) -> tuple[DeprecationFacts, ...]:
        """Django's deprecation timeline, in order of removal."""
        return tuple(DeprecationFacts(**row) for row in self._json("deprecations.json"))

    @cached_property
    def notes(self) -> dict[str, tuple[Unit, ...]]:
        """The skeleton of the official notes by feature release."""
        return {
            release: tuple(Unit(**row) for row in self._json(f"notes/{release}.json")["rows"])
            for release in self.releases
        }

    @cached_property
    def support(self) -> dict[str, Any]:
        """The hand-kept file: support ends and planned releases, as written."""
        text = (self.data / "support.yml").read_text(encoding="utf-8")
        loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)
        return loaded

    def patches_of(self, release: str) -> dict[str, PatchFacts]:
        """The patch releases of one feature release, oldest first."""
        return {key: patch for key, patch in self.patches.items() if feature_release(key) == release}

    def newest_patch(self, release: str) -> str:
        """The newest release of a series: `4.1` gives `4.1.13`; the feature release itself before any patch."""
        return list(self.patches_of(release) or [release])[-1]
