"""What is told of patch notes must be about entries that there are, and name releases and pages that there are."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from atlas.facts.schema import PatchEntry
from atlas.records import patch_lines
from atlas.records.library import Library
from atlas.records.patch_lines import PatchLine, SeriesLines
from atlas.words.problems import Problem, did_you_mean
from atlas.words.versions import feature_release, sort_key


def check(library: Library, root: Path) -> Iterator[Problem]:
    """Every mistake in the files. Errors: RecordsBroken where data/patch-notes.json cannot be read."""
    files, problems = patch_lines.load(root)
    yield from problems
    entries = {entry.hash: entry for entry in library.facts.patch_notes}
    for file in files:
        for unit, line in file.lines.items():
            yield from _entry(file, unit, line, entries, library)


def _entry(
    file: SeriesLines, unit: str, line: PatchLine, entries: Mapping[str, PatchEntry], library: Library
) -> Iterator[Problem]:
    if unit not in entries:
        yield file.problem(
            (unit,), "found no entry of this hash in data/patch-notes.json", "copy the hash from there"
        )
        return
    patches = sorted(entries[unit].patches, key=sort_key)
    series = feature_release(patches[0])
    if series != file.series:
        move = f"move it to docs/releases/{series}/{patch_lines.NAME}"
        yield file.problem((unit,), f"its oldest release is {patches[0]}", move)
    if line.broke and sort_key(line.broke) >= sort_key(patches[-1]):
        message = f"found {line.broke}, expected a release before {patches[-1]}"
        yield file.problem((unit, "broke"), message, "name the release that brought the fault")
    if line.again and sort_key(line.again) <= sort_key(patches[0]):
        message = f"found {line.again}, expected a release after {patches[0]}"
        yield file.problem((unit, "again"), message, "name the release that had to repair it once more")
    for name in ("broke", "again"):
        release = getattr(line, name)
        if release and release not in library.facts.patches and release not in library.facts.releases:
            yield file.problem((unit, name), f"found {release}, which is no release", "name one that is out")
    if line.change and line.change not in library.by_id:
        remedy = did_you_mean(line.change, library.by_id) or "name a page that there is"
        yield file.problem((unit, "change"), f"found '{line.change}', which is no page", remedy)
