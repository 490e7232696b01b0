"""CVEs and patch releases: what was fixed where, and what a release that has ended no longer gets."""

from dataclasses import dataclass

from atlas.decide.support import Window
from atlas.facts.django import Facts
from atlas.facts.schema import CveFacts, PatchFacts
from atlas.words.dates import When
from atlas.words.versions import sort_key

#: Severities to choose from: what Django says, and the words that it says it in.
LEVELS = {"high": ("high",), "moderate": ("moderate", "medium"), "low": ("low",), "unstated": ("",)}


@dataclass(frozen=True)
class Fix:
    """The release that fixes a CVE in one series, and where its notes speak of it."""

    series: str
    version: str
    anchor: str | None


@dataclass(frozen=True)
class Cve:
    """One CVE. `affected` names feature releases as Django's advisory does, oldest first."""

    id: str
    when: When
    severity: str
    weakness: str
    symbols: tuple[str, ...]
    affected: tuple[str, ...]
    fixes: tuple[Fix, ...]
    anchor: str | None

    @property
    def level(self) -> str:
        """The key of LEVELS; a word that is not there is a level of its own."""
        return next((level for level, words in LEVELS.items() if self.severity in words), self.severity)


@dataclass(frozen=True)
class Patch:
    """One patch release with the CVEs that it fixes."""

    version: str
    when: When
    security: bool
    bugfixes: int
    cves: tuple[Cve, ...]
    pythons: tuple[str, ...]


def cves(facts: Facts) -> dict[str, Cve]:
    """Every CVE in `data/`, newest first."""
    rows = sorted(facts.cves.items(), key=lambda row: (row[1].date, _number(row[0])), reverse=True)
    return {key: _cve(facts, key, row) for key, row in rows}


def patches(facts: Facts, release: str) -> list[Patch]:
    """The patch releases of a feature release, newest first."""
    known = cves(facts)
    return [
        _patch(version, patch, known) for version, patch in reversed(list(facts.patches_of(release).items()))
    ]


def disclosed_after(facts: Facts, window: Window) -> list[Cve]:
    """CVEs made public after a release's last security fixes: Django does not say whether it has them."""
    return [
        cve
        for cve in cves(facts).values()
        if cve.when.first > window.security_fixes_end.last and window.release not in cve.affected
    ]


def weakness_in_words(weakness: str | None) -> str:
    """`sql-injection` as `SQL injection`; empty where it is not known."""
    words = (weakness or "").replace("-", " ").replace("cross site", "cross-site").replace("sql ", "SQL ")
    return words[:1].upper() + words[1:]


def _patch(version: str, patch: PatchFacts, known: dict[str, Cve]) -> Patch:
    fixed = tuple(known[cve] for cve in patch.cves if cve in known)
    return Patch(version, When.parse(patch.date), patch.security, patch.bugfixes, fixed, patch.pythons)


def _cve(facts: Facts, key: str, row: CveFacts) -> Cve:
    fixes = tuple(
        Fix(series, version, _anchor(facts, version, key))
        for series, version in sorted(row.fixed_in.items(), key=lambda item: sort_key(item[0]))
    )
    return Cve(
        id=key,
        when=When.parse(row.date),
        severity=row.severity or "",
        weakness=weakness_in_words(row.weakness),
        symbols=row.symbols,
        affected=tuple(sorted(row.affected, key=sort_key)),
        fixes=fixes,
        anchor=row.anchor,
    )


def _anchor(facts: Facts, version: str, cve: str) -> str | None:
    patch = facts.patches.get(version)
    return patch.anchors.get(cve) if patch else None


def _number(cve: str) -> int:
    return int(cve.rsplit("-", 1)[1])
