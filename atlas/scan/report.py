"""What a scan found, arranged for people and for machines: the one thing that every format is written from."""

from dataclasses import dataclass
from itertools import groupby

from atlas.scan.applies import applicable, release_of
from atlas.scan.engine import Hit, Result
from atlas.scan.imports import FOLDER, dying, fate, is_dying
from atlas.scan.rules import Catalog, Concerned, GoneImports


@dataclass(frozen=True)
class Report:
    """A scan of one folder for the changes from one release to another."""

    start: str
    end: str
    folder: str
    site: str
    result: Result
    #: Changes that were met, most pressing first, each with its hits in order of place.
    found: tuple[tuple[Concerned, tuple[Hit, ...]], ...]
    #: Changes that have rules, and were not met.
    absent: tuple[Concerned, ...]
    #: Changes that no rule can see.
    by_hand: tuple[Concerned, ...]
    imports: GoneImports
    #: Feature releases, oldest first.
    releases: tuple[str, ...] = ()
    #: Places that are left out: those that a baseline knows, and those that comments in the code ignore.
    known: int = 0
    ignored: int = 0

    def url(self, change: Concerned) -> str:
        """The page of a change; that of the release for names that are gone."""
        path = change["necessary_by"] if is_dying(change) else change["id"]
        return f"{self.site}releases/{path}/"

    def fate(self, hit: Hit) -> tuple[str, str]:
        """What became of a name that is gone, and the address of a page about it; nothing for other hits."""
        if not hit.change.startswith(FOLDER):
            return "", ""
        said, page = fate(self.imports, hit.change, hit.what, self.end)
        return said, f"{self.site}releases/{page}/" if page else ""


def changes_for(catalog: Catalog, start: str, end: str) -> list[Concerned]:
    """The changes of a catalog that concern a move."""
    return [*applicable(catalog["changes"], start, end), *dying(catalog["imports"], start, end)]


def arranged(
    changes: list[Concerned], result: Result, catalog: Catalog, *, start: str, end: str, folder: str
) -> Report:
    """Put hits to their changes. changes: from `changes_for`, all of them, also those without rules."""
    ordered = sorted(unrepeated(result.hits), key=lambda hit: (hit.change, hit))
    hits = {name: tuple(group) for name, group in groupby(ordered, key=lambda hit: hit.change)}
    with_rules = [change for change in changes if change["rules"]]
    return Report(
        start,
        end,
        folder,
        catalog["site"],
        result,
        found=tuple((change, hits[change["id"]]) for change in with_rules if change["id"] in hits),
        absent=tuple(change for change in with_rules if change["id"] not in hits and not is_dying(change)),
        by_hand=tuple(change for change in changes if not change["rules"]),
        imports=catalog["imports"],
        releases=tuple(catalog["releases"]),
    )


def unrepeated(hits: list[Hit]) -> list[Hit]:
    """One hit for a change and place, whichever of its rules was met first."""
    first: dict[tuple[str, str, int, int], Hit] = {}
    for hit in hits:
        first.setdefault((hit.change, hit.path, hit.line, hit.column), hit)
    return list(first.values())


def when(change: Concerned, end: str) -> str:
    """In a few words, by when a change is necessary: `removed in 4.0`, `different from 4.1 on, without any warning`."""
    release = change["necessary_by"]
    if change["state"] == "pending":
        return f"deprecated in {release_of(change)}, works on {end}, removed in {release}"
    if change["kind"] == "deprecated":
        return f"deprecated in {release_of(change)}, removed in {release}"
    words = {"changed": "different from", "removed": "removed in", "requirement": "required from"}
    silent = ", without a warning or an error" if change.get("silent") else ""
    tail = "" if change["kind"] == "removed" else " on"
    return f"{words[change['kind']]} {release}{tail}{silent}"
