"""What must hold between the facts of one sync. A failure means a file was misread, so nothing is written."""

from collections import Counter
from collections.abc import Iterator

from atlas.facts.schema import Atlas
from atlas.sync.cve_words import UNKNOWN
from atlas.words.versions import feature_release


def contradictions(atlas: Atlas) -> list[str]:
    """Each contradiction as one line; none for facts that may be written."""
    return [
        *patch_errors(atlas),
        *entry_errors(atlas),
        *cve_errors(atlas),
        *python_errors(atlas),
        *note_errors(atlas),
    ]


def patch_errors(atlas: Atlas) -> Iterator[str]:
    """Patch releases of unknown series, or with CVEs that nothing describes."""
    for version, patch in atlas.patches.items():
        if feature_release(version) not in atlas.releases:
            yield f"patches.json: {version}: found no feature release {feature_release(version)}"
        for cve in [*patch.cves, *patch.hardens]:
            if cve not in atlas.cves:
                yield f"patches.json: {version}: {cve}: found in the notes, expected in cves.json too"


def entry_errors(atlas: Atlas) -> Iterator[str]:
    """Patch releases whose entries are not as many as their notes have."""
    fixes = Counter(
        version for entry in atlas.patch_notes if entry.kind == "bugfix" for version in entry.patches
    )
    named = {(version, cve) for entry in atlas.patch_notes for version in entry.patches for cve in entry.cves}
    for version, patch in atlas.patches.items():
        if fixes[version] != patch.bugfixes:
            yield f"patch-notes.json: {version}: found {fixes[version]} bug fixes, expected {patch.bugfixes}"
        for cve in patch.cves:
            if (version, cve) not in named:
                yield f"patch-notes.json: {version}: found no entry for {cve}"
    for version in sorted({version for entry in atlas.patch_notes for version in entry.patches}):
        if version not in atlas.patches:
            yield f"patch-notes.json: {version}: found in the notes, expected in patches.json too"


def cve_errors(atlas: Atlas) -> Iterator[str]:
    """CVEs that no rule names, or fixed in patch releases that do not say so."""
    for cve, row in atlas.cves.items():
        for field, value in (("class", row.weakness), ("area", row.area)):
            if value == UNKNOWN:
                yield f"cves.json: {cve}: {field}: no rule of atlas/sync/cve_words.py matches its title; add one"
        for version in row.fixed_in.values():
            patch = atlas.patches.get(version)
            if patch is not None and cve not in patch.cves:
                yield f"cves.json: {cve}: fixed_in: {version}, whose notes do not name it"


def python_errors(atlas: Atlas) -> Iterator[str]:
    """Pythons that a patch release says it adds, and its feature release dates otherwise."""
    for version, patch in atlas.patches.items():
        release = feature_release(version)
        for python in patch.pythons:
            added = atlas.releases[release].pythons.get(python) if release in atlas.releases else None
            if added != version:
                yield f"releases.json: {release}: pythons: {python}: found {added}, expected {version}"


def note_errors(atlas: Atlas) -> Iterator[str]:
    """Notes without units, and rows that run backwards."""
    for release in atlas.releases:
        rows = atlas.notes.get(release, ())
        if not any(row.unit for row in rows):
            yield f"notes/{release}.json: found no unit"
        for row in rows:
            if row.line_end < row.line:
                yield f"notes/{release}.json: {row.hash}: ends on line {row.line_end}, before its start {row.line}"
        for (line, _), count in Counter((row.line, row.hash) for row in rows).items():
            if count > 1:
                yield f"notes/{release}.json: line {line}: found {count} rows, expected one"
