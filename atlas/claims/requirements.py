"""Whether the facts bear a requirement out: `requires: {PostgreSQL: "11"}` names the least version asked for.

Python and packages: the metadata of the installed Django, recorded in `data/proof/metadata.json`.
Databases and GIS libraries: what the official notes state, in `data/releases.json`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from atlas.facts.schema import ReleaseFacts
from atlas.records.change import Change
from atlas.words.problems import Problem
from atlas.words.versions import sort_key

#: {release: {name: least version}}, for Python and the packages that Django's metadata asks for.
Metadata = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Minimums:
    """What each release asks for. `facts`: feature releases, oldest first."""

    facts: Mapping[str, ReleaseFacts]
    metadata: Metadata

    def of(self, release: str, name: str) -> str | None:
        """The least version that a release asks for; None where nothing is known."""
        if name in self.metadata.get(release, {}):
            return self.metadata[release][name]
        if name in self.facts[release].databases:
            return self.facts[release].databases[name].minimum
        return self._next_dropped(release, name)

    def _next_dropped(self, release: str, name: str) -> str | None:
        """Notes say what they drop: the least version left is the first that a later release drops."""
        later = [row for other, row in self.facts.items() if sort_key(other) > sort_key(release)]
        dropped = next((row.dropped[name] for row in later if name in row.dropped), ())
        return min(dropped, key=sort_key) if dropped else None

    def dropped_in(self, release: str, name: str) -> tuple[str, ...]:
        """The versions of a library that a release drops."""
        return self.facts[release].dropped.get(name, ())

    def names(self, release: str) -> list[str]:
        """What is known of a release, by name."""
        row = self.facts[release]
        libraries = {name for other in self.facts.values() for name in other.dropped}
        return sorted({*self.metadata.get(release, {}), *row.databases, *libraries})


def check(change: Change, minimums: Minimums) -> Iterator[Problem]:
    """Problems of one page of kind requirement."""
    order = list(minimums.facts)
    if change.release not in order:
        return
    if not change.requires and not change.unproved:
        remedy = 'say what the release asks for, as in `requires: {PostgreSQL: "11"}`'
        yield _at(change, "missing, and a requirement is proved by it", remedy)
    index = order.index(change.release)
    for name, version in change.requires.items():
        yield from _one(change, name, version, minimums, order[index - 1] if index else None)


def _one(
    change: Change, name: str, version: str, minimums: Minimums, previous: str | None
) -> Iterator[Problem]:
    known = minimums.of(change.release, name)
    dropped = minimums.dropped_in(change.release, name)
    if known is None and dropped:
        if sort_key(version) <= sort_key(max(dropped, key=sort_key)):
            yield _at(change, f"claimed {name} {version}, but {change.release} drops {', '.join(dropped)}")
    elif known is None:
        names = ", ".join(minimums.names(change.release))
        yield _at(change, f"nothing is known of '{name}' in {change.release}, expected one of {names}")
    elif known != version:
        yield _at(
            change, f"claimed {name} {version}, found {known}", f'say `requires: {{{name}: "{known}"}}`'
        )
    elif previous and minimums.of(previous, name) == known:
        message = f"claimed that {change.release} asks for {name} {version}, but {previous} does, too"
        yield _at(change, message, "move the page to the release that asked first")


def _at(change: Change, message: str, remedy: str = "") -> Problem:
    return Problem(change.page.path, change.page.line_of("requires"), "requires", message, remedy)
