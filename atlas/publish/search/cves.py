"""CVEs to their entries: somebody who types an id wants to know what fixes it."""

from collections.abc import Iterator

from atlas.decide.security import Cve, cves
from atlas.facts.django import Facts
from atlas.publish.search.entry import Entry


def entries_of_cves(facts: Facts, location: str) -> Iterator[Entry]:
    """An entry for each CVE on the page that lists all of them."""
    for cve in cves(facts).values():
        yield Entry(
            location=f"{location}#{cve.id.lower()}",
            title=f"{cve.id}: {_subject(cve)}",
            page="Security fixes",
            summary=_summary(cve),
            numbers=cve.id,
        )


def _subject(cve: Cve) -> str:
    names = ", ".join(cve.symbols)
    return ": ".join(part for part in (cve.weakness, names) if part) or cve.when.text


def _summary(cve: Cve) -> str:
    fixed = ", ".join(fix.version for fix in cve.fixes)
    severity = f" Severity: {cve.severity}." if cve.severity else ""
    return f"Made public {cve.when.placed}. Fixed in {fixed}.{severity}"
