"""Whether new facts can follow the known ones: Django adds releases and notes, and takes hardly any back."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from atlas.facts.schema import Atlas, CvesFile, NotesFile, PatchesFile, ReleasesFile

#: The share of the known notes of a release that may be gone or reworded at once. Django's editors mend sentences.
REWORDED: Final = 0.2
#: So many names are shown of a longer list.
SHOWN: Final = 3


def doubts(atlas: Atlas, data: Path) -> list[str]:
    """Why facts cannot be those of the Django that follows the one in `data`; nothing where they can.

    Files that are missing or broken are known to nobody: a sync may write them again.
    """
    file: ReleasesFile | None = _read(data / "releases.json", ReleasesFile)
    releases = file.releases if file else {}
    patches = _read(data / "patches.json", PatchesFile) or {}
    return [
        *_gone("feature releases", releases, atlas.releases),
        *_gone("patch releases", patches, atlas.patches),
        *_gone("CVEs", _read(data / "cves.json", CvesFile) or {}, atlas.cves),
        *_other_days({**releases, **patches}, {**atlas.releases, **atlas.patches}),
        *_other_notes(atlas, data),
    ]


def _read(path: Path, shape: Any) -> Any:
    try:
        return TypeAdapter(shape).validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _gone(what: str, known: Collection[str], new: Collection[str]) -> Iterator[str]:
    missing = [one for one in known if one not in new]
    if missing:
        yield f"{len(missing)} of {len(known)} {what} are not in it any more ({_few(missing)})"


def _other_days(known: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    other = [one for one in known if one in new and new[one].date != known[one].date]
    if other:
        yield f"{len(other)} releases have another day ({_few(other)})"


def _other_notes(atlas: Atlas, data: Path) -> Iterator[str]:
    for release, rows in atlas.notes.items():
        file: NotesFile | None = _read(data / f"notes/{release}.json", NotesFile)
        known = {row.hash for row in file.rows} if file else set()
        gone = known - {row.hash for row in rows}
        if len(gone) > REWORDED * len(known):
            yield f"{len(gone)} of {len(known)} notes of {release} are gone or reworded"


def _few(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")
