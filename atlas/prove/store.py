"""The recorded results under `data/proof/`: one file for each release folder and one for guides, small stable diffs."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from atlas.facts import proof_files
from atlas.facts.reading import NOT_WRITTEN
from atlas.facts.writing import put
from atlas.prove.locks import locked
from atlas.prove.targets import Target
from atlas.words.versions import sort_key

#: Lists of releases, and statements that hold where they say so, stand on one line.
FLAT = re.compile(r'"releases": \[[^\]]*\]|"Holds: [^\n]*": \{[^{}]*\}')
#: Line breaks beside brackets, where one line needs no space.
EDGES = re.compile(r"(?<=[\[{])\n\s*|\n\s*(?=[\]}])")
#: {change id: {role: {"key": …, "results": […]}}}
Records = dict[str, dict[str, Any]]


class Store:
    """Reads and merges records. Two runs at once lose nothing: files are merged under a lock."""

    def __init__(self, folder: Path, lock: Path) -> None:
        self.folder, self.lock = folder, lock

    def read(self) -> Records:
        """All records by change id."""
        found: Records = {}
        for path in self._files():
            found.update(_as_stored(path))
        return found

    def _files(self) -> list[Path]:
        return sorted(path for path in self.folder.glob("*.json") if proof_files.has_records(path.stem))

    def merge(self, fresh: Records, roles: dict[str, set[str]], pages: Collection[str] | None = None) -> None:
        """Put new records in place.

        roles: the samples that each page has now; the record of a sample that a page lost goes.
        pages: drop the records of pages that are not among these, by id; None drops none.
        """
        with locked(self.lock):
            merged = self.read()
            for identifier in fresh:
                merged[identifier] = {**merged.get(identifier, {}), **fresh[identifier]}
            for identifier in list(merged):
                gone = pages is not None and identifier not in pages
                wanted = set() if gone else roles.get(identifier, set(merged[identifier]))
                merged[identifier] = {role: row for role, row in merged[identifier].items() if role in wanted}
            self._write({identifier: row for identifier, row in merged.items() if row})

    def _write(self, records: Records) -> None:
        files = {proof_files.file_of(identifier) for identifier in records}
        for path in self._files():
            if path.stem not in files:
                path.unlink()
        for name in files:
            rows = {key: records[key] for key in sorted(records) if proof_files.file_of(key) == name}
            write_json(self.folder / f"{name}.json", rows)

    def by_release(self, name: str, rows: Mapping[str, Any]) -> None:
        """Merge rows by release into a file of their own: `environments` or `metadata`."""
        path = self.folder / f"{name}.json"
        with locked(self.lock):
            known = _as_stored(path) if path.exists() else {}
            known.update(rows)
            write_json(path, {release: known[release] for release in sorted(known, key=sort_key)})

    def has_run(self, wanted: Sequence[Target]) -> bool:
        """Whether a run with these targets has come to its end."""
        path = self.folder / "environments.json"
        known = _as_stored(path) if path.exists() else {}
        return {one.release: one.django for one in wanted} == {
            release: row["django"] for release, row in known.items()
        }

    def services(self, versions: Mapping[str, str]) -> None:
        """Note the versions of the services that ran: `{"postgresql": "15.18"}`."""
        path = self.folder / "services.json"
        if versions:
            with locked(self.lock):
                known = _as_stored(path) if path.exists() else {}
                write_json(path, dict(sorted({**known, **versions}.items())))


def _as_stored(path: Path) -> dict[str, Any]:
    """A file as plain data. Errors: RecordsBroken with a line for each mistake."""
    proof_files.stored(path)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def write_json(path: Path, value: Any) -> None:
    """Write only what differs, so that a run that finds nothing new touches nothing.

    Errors: RecordsBroken, and nothing is written, where a reader would not take it.
    """
    text = json.dumps(value, indent=1, ensure_ascii=False) + "\n"
    text = FLAT.sub(lambda match: re.sub(r"\s*\n\s*", " ", EDGES.sub("", match[0])), text)
    proof_files.parsed(text, path.stem, NOT_WRITTEN)
    put(path, text)


def equal_together(results: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Results by release as a list in which releases with equal results share an entry."""
    entries: list[dict[str, Any]] = []
    for release in sorted(results, key=sort_key):
        result = results[release]
        same = next(
            (entry for entry in entries if {**entry, "releases": 0} == {**result, "releases": 0}), None
        )
        if same:
            same["releases"].append(release)
        else:
            entries.append({"releases": [release], **result})
    return entries
