"""One build: what it is made from, read once, the day, and where it is published."""

import glob
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from atlas.check.everything import load_or_fail
from atlas.decide.deprecations import Deprecation, timeline
from atlas.decide.impact import rated
from atlas.decide.names import DjangoNames, read_names
from atlas.decide.order import around, breaking
from atlas.decide.packages import PackageView, views
from atlas.decide.plan import Hop, hops
from atlas.decide.support import Window, windows
from atlas.facts import default_files, package_runs, packages, python_runs, reach
from atlas.facts.defaults import Defaults
from atlas.facts.proof_files import read as read_proofs
from atlas.facts.proofs import Proofs
from atlas.facts.schema import Unit
from atlas.publish.cache import Cache
from atlas.records import patch_lines
from atlas.records.change import Change
from atlas.records.library import Library
from atlas.records.patch_lines import PatchLine
from atlas.records.redirects import Redirects
from atlas.records.redirects import load as load_redirects
from atlas.words.clock import build_date
from atlas.words.versions import sort_key

#: Where builds keep what the next one need not make again; safe to delete.
CACHE = Path(".cache/build")


class Place(NamedTuple):
    """One unit of the official notes. `row`: its place among all of them, oldest release first."""

    row: int
    release: str
    unit: Unit


@dataclass(frozen=True, eq=False, repr=False)
class Build:
    """All that drawing may know. Everything below `data/` and `docs/` is read once, when it is first asked for.

    root: the project's folder. sources: every page of `docs/`, such as `releases/4.1/index.md`. today: the day of
    the build. site_url: the address of the hosted site, with its slash. directory_urls: `x/` instead of `x.html`.
    report_url: where an error in a page is reported, `{page}` in it for the address of that page; empty for nowhere.
    """

    root: Path
    library: Library
    proofs: Proofs
    redirects: Redirects
    sources: frozenset[str]
    today: date
    site_url: str = "/"
    site_name: str = ""
    directory_urls: bool = True
    report_url: str = ""
    caches: dict[str, Cache] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Path, conf: Mapping[str, Any]) -> "Build":
        """Read and check the project. conf: MkDocs' configuration. Errors: RecordsBroken with every problem."""
        build = cls.of(root, conf, load_or_fail(root), read_proofs(root / "data/proof"))
        for page in build.library.pages:
            page.forget()
        return build

    @classmethod
    def of(cls, root: Path, conf: Mapping[str, Any], library: Library, proofs: Proofs) -> "Build":
        """The build of records and runs that are read already. conf: MkDocs' configuration."""
        return cls(
            root,
            rated(library, proofs),
            proofs,
            load_redirects(root)[0],
            frozenset(
                glob.iglob("**/*.md", root_dir=root / "docs", recursive=True)  # noqa: PTH207 - Path takes five times as long
            ),
            build_date(),
            conf["site_url"] or "/",
            conf["site_name"],
            bool(conf["use_directory_urls"]),
            conf["extra"].get("report_url") or "",
        )

    @property
    def is_hosted(self) -> bool:
        """Whether the configuration says where the site will be. Without it nothing can name a whole address."""
        return "://" in self.site_url

    def __repr__(self) -> str:
        # mkdocs-macros writes all that pages could name into a debug message, in full. This is what it gets.
        return f"<a build of {len(self.library.changes)} changes>"

    def cache(self, name: str, recipe: tuple[str, ...]) -> Cache:
        """What builds keep for the next one, by the name of its kind. recipe: see Cache."""
        if name not in self.caches:
            self.caches[name] = Cache(self.root / CACHE / name, recipe)
        return self.caches[name]

    @cached_property
    def windows(self) -> dict[str, Window]:
        """Support windows by release, planned ones last."""
        return windows(self.library.facts)

    @cached_property
    def patch_lines(self) -> dict[str, PatchLine]:
        """What is told of the entries of patch notes, by hash."""
        return patch_lines.told(patch_lines.load(self.root)[0])

    @cached_property
    def timeline(self) -> list[Deprecation]:
        """Every deprecation beside its pages."""
        return timeline(self.library)

    @cached_property
    def breaking(self) -> dict[str, list[Change]]:
        """What forces work by release, in the order in which to look at it."""
        return {release: breaking(self.library.of_release(release)) for release in self.windows}

    @cached_property
    def neighbors(self) -> dict[str, tuple[Change | None, Change | None]]:
        """The change before and the one after each in its release, by id."""
        return {
            change: both
            for release in self.windows
            for change, both in around(self.library.of_release(release)).items()
        }

    @cached_property
    def units(self) -> dict[str, list[Place]]:
        """Where Django's release notes have each of their units, by its hash."""
        found: dict[str, list[Place]] = {}
        notes = self.library.facts.notes
        rows = ((release, unit) for release in sorted(notes, key=sort_key) for unit in notes[release])
        for row, (release, unit) in enumerate(rows):
            found.setdefault(unit.hash, []).append(Place(row, release, unit))
        return found

    @cached_property
    def hops(self) -> tuple[Hop, ...]:
        """Every hop between two feature releases, oldest first."""
        return hops(self.library, self.defaults)

    @cached_property
    def defaults(self) -> Defaults:
        """Settings and generated files by release: `data/defaults/`."""
        return default_files.load(self.library.facts.data)

    @cached_property
    def python_runs(self) -> python_runs.Runs:
        """What each release did on each Python."""
        return python_runs.load(self.library.facts.data)

    @cached_property
    def reach(self) -> reach.Reach:
        """How many public projects met each change."""
        return reach.load(self.library.facts.data)

    @cached_property
    def packages(self) -> dict[str, PackageView]:
        """Other people's packages by name, with what their runs say: `data/packages/`."""
        facts = self.library.facts
        recipes, runs = packages.read(facts.data).packages, package_runs.read_all(facts.data)
        return views(recipes, runs, list(facts.releases), self.library.changes)

    @cached_property
    def names(self) -> DjangoNames:
        """Where Django describes and defines a name."""
        return read_names(self.library.facts.data)

    def url(self, source: str) -> str:
        """The address of a page from the site's root: `releases/4.1/`; `releases/4.1/index.html` offline."""
        path = source.removesuffix(".md")
        if not self.directory_urls:
            return f"{path}.html"
        return path.removesuffix("index") if path == "index" or path.endswith("/index") else f"{path}/"

    def file(self, source: str) -> str:
        """The HTML file of a page below the site's folder."""
        url = self.url(source)
        return f"{url}index.html" if self.directory_urls else url
