"""The rules of all changes, for the page that scans a project; `scripts.py` makes the engine that applies them.

A classic script, so that it also loads from disk, where a page reads no file by itself.
"""

import json
from pathlib import Path

from atlas.publish.rules import compact
from atlas.records.library import Library

FOLDER = Path("assets/planner")


def write_scanner(library: Library, site: Path) -> None:
    """Write `rules.js` of the site that was built into `site`; the same input gives the same bytes."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "rules.js").write_text(rules(library), encoding="utf-8")


def rules(library: Library) -> str:
    """The script that gives the page `atlasScan.rules` (see `atlas.publish.rules.compact`)."""
    # Part by part: all of it together takes more memory than anything else at the end of a build.
    parts = ",".join(f"{_json(name)}:{_json(part)}" for name, part in sorted(compact(library).items()))
    return f"var atlasScan = atlasScan || {{}};\natlasScan.rules = {{{parts}}};\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
