"""What was found in each version, below the cache: a run can be killed at any time, and the next one goes on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from atlas.facts.writing import put


@dataclass(frozen=True)
class Kept:
    """The findings of all versions. folder: where they are kept, a file for each version."""

    folder: Path

    def found(self, name: str, version: str) -> dict[str, tuple[str, bool]]:
        """What was looked for in a version: by change the key of its rules, and whether they were met."""
        path = self._path(name, version)
        if not path.exists():
            return {}
        rows: dict[str, tuple[str, bool]] = json.loads(path.read_text(encoding="utf-8"))
        return rows

    def has(self, name: str, version: str, keys: Mapping[str, str]) -> bool:
        """Whether all these changes were looked for by these rules. keys: the key of its rules, by change."""
        rows = self.found(name, version)
        return all(change in rows and rows[change][0] == key for change, key in keys.items())

    def keep(self, name: str, version: str, keys: Mapping[str, str], met: frozenset[str]) -> None:
        """Write down what a version met of the changes that were looked for."""
        rows = {**self.found(name, version), **{change: (key, change in met) for change, key in keys.items()}}
        put(self._path(name, version), json.dumps(dict(sorted(rows.items()))) + "\n")

    def _path(self, name: str, version: str) -> Path:
        return self.folder / name / f"{version}.json"
