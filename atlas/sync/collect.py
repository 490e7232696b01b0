"""All facts of one source distribution, put together from its documentation files."""

from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from atlas.facts.schema import Atlas, ReleaseFacts
from atlas.sync.archive import read_archive
from atlas.sync.errors import shape_error
from atlas.sync.headers import is_long_term, release_date
from atlas.sync.libraries import PAGE, completed
from atlas.sync.notes import rows
from atlas.sync.patch_notes import entries
from atlas.sync.patches import check_headings, read_patch
from atlas.sync.requirements import dropped, in_force, pythons
from atlas.sync.security import join, patch_rows
from atlas.sync.sources.rst import Document, parse
from atlas.sync.sources.sdist import Sdist
from atlas.sync.timeline import read_timeline
from atlas.words.versions import feature_release, is_version, sort_key

#: The atlas starts here.
FIRST_RELEASE: Final = "2.2"
#: Notes are read from here on: older ones state minimums still in force in 2.2, or fix CVEs since 2019.
FIRST_READ: Final = "1.11"

SECURITY: Final = "docs/releases/security.txt"
TIMELINE: Final = "docs/internals/deprecation.txt"
LIBRARIES: Final = f"docs/{PAGE}.txt"

Report = Callable[[str], None]
Value = TypeVar("Value")


def collect(sdist: Sdist, report: Report) -> Atlas:
    """Read a source distribution into facts. report: gets one line for each longer step.

    Errors: SyncError where a file is missing or not of the known shape.
    """
    documents, dates = dated_notes(sdist, report)
    features = {key: one for key, one in documents.items() if key == feature_release(key)}
    patches = {key: read_patch(one, dates[key]) for key, one in documents.items() if key not in features}
    for version in covered(patches):
        check_headings(documents[version])
    report("reading the archive of security issues and the deprecation timeline")
    archive = read_archive(parse(SECURITY, sdist.text(SECURITY)))
    return Atlas(
        django=sdist.version,
        releases=release_rows(sdist, features, dates),
        patches=patch_rows(covered(patches), archive),
        patch_notes=tuple(entries(covered({key: documents[key] for key in patches}))),
        cves=join(archive, patches, dates),
        notes={release: tuple(rows(document)) for release, document in covered(features).items()},
        deprecations=tuple(read_timeline(parse(TIMELINE, sdist.text(TIMELINE)))),
    )


def dated_notes(sdist: Sdist, report: Report) -> tuple[dict[str, Document], dict[str, str]]:
    """The notes of every release that is out, parsed, and their dates; oldest first."""
    names = {
        name.removeprefix("docs/releases/").removesuffix(".txt"): name
        for name in sdist.names("docs/releases/")
    }
    versions = [version for version in names if is_version(version)]
    versions = [version for version in versions if sort_key(version) >= sort_key(FIRST_READ)]
    report(f"reading the notes of {len(versions)} releases")
    documents, dates = {}, {}
    for version in sorted(versions, key=sort_key):
        document = parse(names[version], sdist.text(names[version]))
        date = release_date(document, version)
        if date is None:
            report(f"leaving out the notes of {version}: they have no date yet")
        else:
            documents[version], dates[version] = document, date
    newest = feature_release(sdist.version)
    if newest not in documents:
        raise shape_error(f"docs/releases/{newest}.txt", 1, "no dated notes", f"those of Django {newest}")
    return documents, dates


def covered(by_version: Mapping[str, Value]) -> dict[str, Value]:
    """Those of the atlas' own range."""
    first = sort_key(FIRST_RELEASE)
    return {version: value for version, value in by_version.items() if sort_key(version) >= first}


def release_rows(
    sdist: Sdist, features: Mapping[str, Document], dates: Mapping[str, str]
) -> dict[str, ReleaseFacts]:
    """releases.json: one row per feature release."""
    minimums = in_force(features)
    newest = feature_release(sdist.version)
    minimums[newest] = completed(minimums[newest], parse(LIBRARIES, sdist.text(LIBRARIES)), newest)
    return {
        release: ReleaseFacts(
            date=dates[release],
            lts=is_long_term(document),
            pythons=pythons(document, release),
            databases=minimums[release],
            dropped={name: tuple(versions) for name, versions in dropped(document).items()},
        )
        for release, document in covered(features).items()
    }
