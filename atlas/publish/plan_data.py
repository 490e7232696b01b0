"""What the planner's page needs to draw the way between any two releases: records and facts as one classic script.

Lists are in the order in which they are drawn, so that the page only has to leave out what does not concern it.
A browser does not `fetch` from a disk, so the data are scripts; the same records give the same bytes.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from atlas.decide.coverage import coverage
from atlas.decide.plan import urgent_first
from atlas.decide.support import Window, windows
from atlas.facts.addresses import notes_url
from atlas.facts.proofs import Proofs
from atlas.records.change import Change
from atlas.records.library import Library
from atlas.records.redirects import Redirects

FOLDER: Final = Path("assets/planner")
#: Columns of `changes`, which force work, and of `features`, which do not.
CHANGE_FIELDS: Final = (
    "id", "title", "summary", "kind", "area", "impact", "silent", "removed", "fixFrom", "fixer", "detect",
    "proved", "names", "requires",
)  # fmt: skip
FEATURE_FIELDS: Final = ("id", "title", "summary", "area", "names")
CVE_FIELDS: Final = ("id", "date", "severity", "fixedIn")


def plan_data(library: Library, proofs: Proofs, redirects: Redirects) -> dict[str, Any]:
    """Everything but new features: releases, planned ones, changes that force work, CVEs, ids that moved."""
    known = windows(library.facts)
    facts = library.facts
    return {
        "releases": {name: _release(library, known[name]) for name in facts.releases},
        "planned": [name for name, window in known.items() if window.planned],
        "changes": _table(CHANGE_FIELDS, (_change(one, proofs) for one in urgent_first(library.changes))),
        "cves": _table(
            CVE_FIELDS,
            (
                [name, cve.date, cve.severity or "", cve.fixed_in]
                for name, cve in sorted(
                    facts.cves.items(), key=lambda row: (row[1].date, row[0]), reverse=True
                )
            ),
        ),
        "moved": moved(library, redirects),
    }


def feature_data(library: Library) -> dict[str, Any]:
    """New features, in order of release and title. A file of its own: most readers never ask for it."""
    rows = [
        [one.id, one.title, one.summary, one.area, _names(one)]
        for one in library.changes
        if not one.forces_work
    ]
    return _table(FEATURE_FIELDS, rows)


def write_plan(library: Library, proofs: Proofs, redirects: Redirects, site_dir: Path) -> list[Path]:
    """Write `plan.js` and `features.js` below `assets/planner/`; returns their paths."""
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    return [
        _script(folder / "plan.js", "data", plan_data(library, proofs, redirects)),
        _script(folder / "features.js", "features", feature_data(library)),
    ]


def moved(library: Library, redirects: Redirects) -> dict[str, str]:
    """Ids of changes that got another name, with the name of now: what was ticked under the old one stays ticked."""
    ids = {old: _id_at(old) for old in redirects.pages}
    found = {ids[old]: _id_at(new.partition("#")[0]) for old, new in redirects.pages.items()}
    return {old: new for old, new in sorted(found.items()) if old != new and new in library.by_id}


def _id_at(address: str) -> str:
    return address.removeprefix("/releases/").strip("/")


def _release(library: Library, window: Window) -> dict[str, Any]:
    facts, name = library.facts, window.release
    known, done = facts.releases[name], coverage(library, name)
    return {
        "date": known.date,
        "lts": window.lts,
        "bugFixesEnd": window.bug_fixes_end.iso,
        "securityFixesEnd": window.security_fixes_end.iso,
        "patches": {version: patch.date for version, patch in facts.patches_of(name).items()},
        "pythons": list(known.pythons),
        "databases": {product: row.minimum for product, row in known.databases.items()},
        "units": [done.open, done.total],
        "notes": notes_url(facts, name),
    }


def _change(change: Change, proofs: Proofs) -> list[Any]:
    return [
        change.id,
        change.title,
        change.summary,
        change.kind,
        change.area,
        change.impact,
        int(change.silent),
        change.removed or "",
        "" if change.fixable_from == change.release else change.fixable_from,
        "" if change.fixer == "manual" else change.fixer or "",
        int(bool(change.detect)),
        int(bool(proofs.of(change.id).samples)),
        _names(change),
        change.requires or 0,
    ]


def _names(change: Change) -> str:
    """The last parts of its names, for searching: `LogoutView` of `django.contrib.auth.views.LogoutView`.

    Left out is what the title, the summary or the id says already.
    """
    said = f"{change.id} {change.title} {change.summary}".lower()
    names = dict.fromkeys(symbol.rpartition(".")[2] or symbol for symbol in change.symbols)
    return " ".join(name for name in names if name.lower() not in said)


def _table(fields: tuple[str, ...], rows: Iterable[list[Any]]) -> dict[str, Any]:
    return {"fields": list(fields), "rows": list(rows)}


def _script(path: Path, name: str, value: dict[str, Any]) -> Path:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Two characters end a line in scripts of before 2019, and not in JSON.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    path.write_text(f"(window.atlasPlanner=window.atlasPlanner||{{}}).{name}={text};\n", encoding="utf-8")
    return path
