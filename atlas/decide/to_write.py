"""What facts ask a person to write, each with the command that begins it. Nothing here is a mistake."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from atlas.decide.coverage import reasons_of
from atlas.facts.schema import PatchEntry, Unit
from atlas.facts.support_dates import SHOWN, Source
from atlas.records.library import Library
from atlas.words.versions import feature_release, sort_key

#: Days after which somebody looks at the source of the support dates again.
SUPPORT_AGE: Final = 90


@dataclass(frozen=True)
class ToWrite:
    """where: the file; what is to be written there; begin: the command to begin with."""

    where: Path
    what: str
    begin: str

    def __str__(self) -> str:
        return f"to write: {self.where}: {self.what}: {self.begin}"


def to_write(library: Library, told: Collection[str], today: date) -> list[ToWrite]:
    """Everything, in the order in which it is best done. told: hashes of the patch entries that have a line."""
    return [*support(library, today), *of_facts(library, told)]


def of_facts(library: Library, told: Collection[str]) -> list[ToWrite]:
    """Without what depends on the day."""
    return [*_entries(library.facts.patch_notes, told), *_notes(library)]


def support(library: Library, today: date) -> Iterator[ToWrite]:
    """Sources of support dates that nobody has looked at for `SUPPORT_AGE` days."""
    for name, source in library.facts.support.sources.items():
        age = (today - date.fromisoformat(source.checked)).days
        if age > SUPPORT_AGE:
            what = f"{name} was checked {age} days ago; compare {_now(source)}, then set its `commit` and `checked`"
            begin = f"git ls-remote https://github.com/{source.repository} HEAD"
            yield ToWrite(SHOWN, what, begin)


def _now(source: Source) -> str:
    return f"https://github.com/{source.repository}/blob/HEAD/{source.path}"


def _entries(entries: Collection[PatchEntry], told: Collection[str]) -> Iterator[ToWrite]:
    for entry in entries:
        if entry.hash not in told:
            first = min(entry.patches, key=sort_key)
            series = feature_release(first)
            what = f"a line for {_of_entry(entry)} of {first} (docs/releases/{first}.txt:{entry.patches[first][0]})"
            yield ToWrite(Path(f"docs/releases/{series}/patches.yml"), what, f"make new HASH={entry.hash}")


def _of_entry(entry: PatchEntry) -> str:
    if entry.kind == "security":
        return " and ".join(entry.cves)
    return f"the bug fix about {entry.symbols[0]}" if entry.symbols else "a bug fix"


def _notes(library: Library) -> Iterator[ToWrite]:
    reasons = reasons_of(library)
    for release, rows in list(library.facts.notes.items())[1:]:  # nobody upgrades to the first
        for unit in rows:
            if unit.unit and unit.hash not in library.by_unit and unit.hash not in reasons:
                what = f"a page for the note about {_of_unit(unit)} (docs/releases/{release}.txt:{unit.line})"
                begin = f"make new CHANGE={release}/… HASH={unit.hash}"
                yield ToWrite(Path(f"docs/releases/{release}"), what, begin)


def _of_unit(unit: Unit) -> str:
    return unit.symbols[0] if unit.symbols else f"“{unit.section[-1]}”" if unit.section else unit.kind
