"""Names that die, for the scanner: those of which no rule of a page tells already, each with the page about it."""

from atlas.facts import gone_imports
from atlas.records.change import Change
from atlas.records.library import Library
from atlas.scan.reexports import REEXPORTS, spellings
from atlas.scan.rules import Gone, GoneImports


def gone(library: Library) -> GoneImports:
    """By release, the names that it lacks and that no rule for this release finds."""
    ruled = {(name, change.necessary_by): change for change in library.changes for name in _names(change)}
    told = {symbol: change.id for change in library.changes for symbol in change.symbols}
    told |= {name: change.id for (name, _), change in ruled.items()}
    return {
        release: {
            name: _row(now, told, name)
            for name, now in hop.names.items()
            if not any((part, release) in ruled for part in _lookups(name))
        }
        for release, hop in gone_imports.load(library.facts.data).items()
    }


def _names(change: Change) -> list[str]:
    return [name for rule in change.detect for name in rule.name]


def _row(now: str, told: dict[str, str], name: str) -> Gone:
    row: Gone = {"now": now} if now else {}
    page = next((told[one] for one in spellings(name, REEXPORTS) if one in told), None)
    if page:
        row["change"] = page
    return row


def _lookups(name: str) -> list[str]:
    """A name in all its spellings, and the modules that it is in."""
    found = []
    for spelling in spellings(name, REEXPORTS):
        while spelling.count(".") > 1:
            found.append(spelling)
            spelling = spelling.rpartition(".")[0]
    return found
