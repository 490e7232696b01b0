"""Records and facts into the rows of the published files."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date

from atlas.decide.coverage import coverage, reasons_of
from atlas.decide.reach import measured
from atlas.decide.support import Window, windows
from atlas.facts.addresses import notes_url
from atlas.facts.proofs import Proofs
from atlas.facts.reach import Reach
from atlas.facts.schema import PatchEntry
from atlas.publish.models import (
    ChangeRow,
    ChangesFile,
    CoverageRow,
    MinimumRow,
    PatchEntryRow,
    PatchNotesFile,
    PatchRow,
    ReachRow,
    ReleaseRow,
    ReleasesFile,
    UncoveredFile,
)
from atlas.records.change import Change
from atlas.records.evidence import statements_of
from atlas.records.library import Library
from atlas.records.patch_lines import PatchLine, SeriesLines, told
from atlas.words.versions import sort_key


@dataclass(frozen=True)
class Export:
    """One build: the records, what was run, its day, and the address of the hosted site, with a slash at its end."""

    library: Library
    proofs: Proofs
    today: date
    site_url: str
    patch_lines: list[SeriesLines]
    reach: Reach

    def changes(self) -> tuple[ChangesFile, Iterator[ChangeRow]]:
        """`changes.json` without its rows, and the rows, which are made one at a time."""
        return ChangesFile(generated=self.today.isoformat(), changes=[]), self._changes()

    def _changes(self) -> Iterator[ChangeRow]:
        for change in self.library.changes:
            yield self._change(change)
            change.page.forget()

    def releases(self) -> ReleasesFile:
        """`releases.json`."""
        facts = self.library.facts
        rows = [self._release(window) for window in windows(facts).values()]
        return ReleasesFile(generated=self.today.isoformat(), django=facts.django, releases=rows)

    def patch_notes(self) -> PatchNotesFile:
        """`patch-notes.json`."""
        lines = told(self.patch_lines)
        rows = [_patch_entry(entry, lines.get(entry.hash)) for entry in self.library.facts.patch_notes]
        return PatchNotesFile(generated=self.today.isoformat(), entries=rows)

    def uncovered(self) -> UncoveredFile:
        """`uncovered.json`: only units that no page covers."""
        reasons = reasons_of(self.library)
        return UncoveredFile({unit: why for unit, why in reasons.items() if unit not in self.library.by_unit})

    def _change(self, change: Change) -> ChangeRow:
        reach = measured(change, self.reach)
        return ChangeRow(
            id=change.id,
            url=self.site_url + change.url,
            title=change.title,
            summary=change.summary,
            kind=change.kind,
            area=change.area,
            release=change.release,
            removed=change.removed,
            fix_from=change.fixable_from,
            impact=change.impact,
            severity=change.severity,
            harm=change.harm,
            reach=next(iter(change.reach), None),
            reach_measured=ReachRow(**asdict(reach)) if reach else None,
            silent=change.silent,
            symbols=list(change.symbols),
            tickets=list(change.tickets),
            cves=list(change.cves),
            fixer=change.fixer,
            covers=list(change.covers),
            detectable=bool(change.detect),
            proved=bool(self.proofs.of(change.id).samples),
            statements=len(statements_of(change.page)),
        )

    def _release(self, window: Window) -> ReleaseRow:
        facts, name = self.library.facts, window.release
        known = facts.releases.get(name)
        done = coverage(self.library, name)
        return ReleaseRow(
            release=name,
            url=f"{self.site_url}releases/{name}/",
            notes_url=notes_url(facts, name) if known else None,
            lts=window.lts,
            planned=window.planned,
            released=window.released.iso,
            bug_fixes_end=window.bug_fixes_end.iso,
            security_fixes_end=window.security_fixes_end.iso,
            status=window.status(self.today),
            status_on=self.today.isoformat(),
            newest_patch=facts.newest_patch(name) if known else None,
            pythons=known.pythons if known else {},
            databases={
                database: MinimumRow(minimum=row.minimum, stated_in=row.stated_in)
                for database, row in (known.databases if known else {}).items()
            },
            patches=[
                PatchRow(version=version, date=patch.date, security=patch.security, cves=list(patch.cves))
                for version, patch in facts.patches_of(name).items()
            ],
            coverage=CoverageRow(total=done.total, covered=done.covered, left_out=len(done.left_out)),
        )


def _patch_entry(entry: PatchEntry, line: PatchLine | None) -> PatchEntryRow:
    return PatchEntryRow(
        hash=entry.hash,
        kind=entry.kind,
        regression=entry.regression,
        patches=sorted(entry.patches, key=sort_key),
        cves=list(entry.cves),
        tickets=list(entry.tickets),
        symbols=list(entry.symbols),
        text=line.text if line else None,
        may_break=bool(line and line.may_break),
        broke=line.broke if line else None,
        again=line.again if line else None,
        change=line.change if line else None,
    )
