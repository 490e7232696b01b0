"""The page of a patch release: when it came, what it mends, entry by entry, and the patch releases beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.decide.security import LEVELS, Cve, Patch, patches
from atlas.facts.addresses import cve_url, notes_url, ticket_url
from atlas.facts.schema import PatchEntry
from atlas.records.patch_lines import PatchLine, page
from macros.build.here import Here
from macros.build.render import render

#: The headings of the page, by the kind of the entries below.
HEADINGS = {"security": "Security fixes", "bugfix": "Bug fixes"}


@dataclass(frozen=True)
class DrawnEntry:
    """An entry of the notes, what is told of it, its CVEs, and where Django's own notes have it."""

    entry: PatchEntry
    line: PatchLine | None
    cves: tuple[Cve, ...]
    notes: str
    also: tuple[str, ...]

    @property
    def may_break(self) -> bool:
        """Whether code that worked before may fail or give something else after it."""
        return bool(self.line and self.line.may_break)


def patch_notes(here: Here) -> str:
    """The facts of the patch release in whose folder the page stands, and its entries by kind."""
    version = here.source.split("/")[2]
    facts = here.build.library.facts
    beside = patches(facts, here.release())
    place = next(number for number, patch in enumerate(beside) if patch.version == version)
    entries = sorted(_entries(here, beside[place]), key=lambda one: not one.may_break)
    head = render(
        "pages/patch/facts.jinja",
        here=here,
        series=here.release(),
        patch=beside[place],
        newest=beside[0],
        after=beside[place - 1] if place else None,
        before=beside[place + 1] if place + 1 < len(beside) else None,
        breaking=sum(one.may_break for one in entries),
        worst=_worst(beside[place]),
        page=page,
        notes=notes_url(facts, version),
    )
    sections = [
        f"## {heading}\n\n{drawn}"
        for kind, heading in HEADINGS.items()
        if (drawn := _section(here, [one for one in entries if one.entry.kind == kind]))
    ]
    return "\n\n".join([head, *sections])


def _worst(patch: Patch) -> str:
    """The highest severity that Django gives to one of its CVEs; empty where it gives none."""
    given = [cve.level for cve in patch.cves if cve.severity]
    return min(given, key=list(LEVELS).index, default="")


def _entries(here: Here, patch: Patch) -> Iterable[DrawnEntry]:
    facts = here.build.library.facts
    known = {cve.id: cve for cve in patch.cves}
    anchors = facts.patches[patch.version].anchors
    for entry in facts.patch_notes:
        if patch.version in entry.patches:
            anchor = next((anchors[cve] for cve in entry.cves if cve in anchors), None)
            yield DrawnEntry(
                entry,
                here.build.patch_lines.get(entry.hash),
                tuple(known[cve] for cve in entry.cves if cve in known),
                notes_url(facts, patch.version, anchor or ("bugfixes" if entry.kind == "bugfix" else None)),
                tuple(other for other in entry.patches if other != patch.version),
            )


def _section(here: Here, entries: list[DrawnEntry]) -> str:
    if not entries:
        return ""
    return render(
        "pages/patch/entries.jinja", here=here, entries=entries, cve_url=cve_url, ticket_url=ticket_url
    )
