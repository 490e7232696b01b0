"""CVEs: Django's archive of security issues, joined with the notes of the patch releases that fix them."""

from collections.abc import Mapping

from atlas.facts.schema import CveFacts, PatchFacts
from atlas.sync.archive import FIRST_YEAR, Disclosure
from atlas.sync.cve_words import area_of, class_of
from atlas.sync.patches import Heading, PatchNotes
from atlas.words.versions import feature_release, sort_key


def from_notes(fixes: Mapping[str, Heading], patches: Mapping[str, PatchNotes]) -> Disclosure:
    """A CVE that the archive does not have yet, from the notes of the patch releases that fix it."""
    heading = next(iter(fixes.values()))
    return Disclosure(
        date=min(patches[version].date for version in fixes),
        title=heading.title,
        symbols=heading.symbols,
        affected=sorted({feature_release(version) for version in fixes}, key=sort_key),
        hardened=[],
        anchor=None,
    )


def fixes_by_cve(patches: Mapping[str, PatchNotes]) -> dict[str, dict[str, Heading]]:
    """CVE to the patch releases whose notes have a heading for it, oldest first."""
    fixes: dict[str, dict[str, Heading]] = {}
    for version in sorted(patches, key=sort_key):
        for heading in patches[version].headings:
            fixes.setdefault(heading.cve, {})[version] = heading
    return fixes


def join(
    archive: Mapping[str, Disclosure], patches: Mapping[str, PatchNotes], dates: Mapping[str, str]
) -> dict[str, CveFacts]:
    """Every CVE since 2019, by date and id.

    patches: the notes of every patch release of every series that a CVE may be fixed in; dates:
    feature release to its date.
    """
    fixes = fixes_by_cve(patches)
    newer = {
        cve: from_notes(versions, patches)
        for cve, versions in fixes.items()
        if cve not in archive and min(patches[version].date for version in versions) >= FIRST_YEAR
    }
    everything = {**archive, **newer}
    order = sorted(everything, key=lambda cve: (everything[cve].date, cve))
    return {cve: facts(cve, everything[cve], fixes.get(cve, {}), dates) for cve in order}


def facts(cve: str, known: Disclosure, fixes: Mapping[str, Heading], dates: Mapping[str, str]) -> CveFacts:
    """One row. A release that came out on or after the day of disclosure was fixed before it came out."""
    fixed_in = {release: release for release in known.affected if dates.get(release, "") >= known.date}
    fixed_in.update((feature_release(version), version) for version in reversed(list(fixes)))
    severities = {heading.severity for heading in fixes.values() if heading.severity}
    return CveFacts.model_validate(
        {
            "date": known.date,
            "class": class_of(known.title),
            "area": area_of(cve, known.title),
            "symbols": tuple(known.symbols),
            "severity": severities.pop() if len(severities) == 1 else None,
            "affected": tuple(known.affected),
            "fixed_in": {key: fixed_in[key] for key in known.affected if key in fixed_in},
            "anchor": known.anchor,
        }
    )


def patch_rows(patches: Mapping[str, PatchNotes], archive: Mapping[str, Disclosure]) -> dict[str, PatchFacts]:
    """Every patch release, in order of version, with the CVEs it fixes and those it hardens further."""
    rows = {}
    for version in sorted(patches, key=sort_key):
        notes = patches[version]
        hardens = [cve for cve, known in archive.items() if version in known.hardened]
        rows[version] = PatchFacts(
            date=notes.date,
            security=bool(notes.headings or hardens or notes.says_security),
            cves=tuple(heading.cve for heading in notes.headings),
            anchors={heading.cve: heading.anchor for heading in notes.headings},
            hardens=tuple(hardens),
            bugfixes=notes.bugfixes,
            pythons=tuple(notes.pythons),
        )
    return rows
