"""`make new`: a change page, or a line about an entry of patch notes, begun with what `data/` already knows of it.

python -m atlas new 4.1/slug [HASH …]
python -m atlas new HASH
"""

import argparse
import re
import sys
from pathlib import Path

import yaml

from atlas.facts.django import Facts
from atlas.facts.schema import Unit
from atlas.facts.writing import put
from atlas.records import patch_lines
from atlas.words.forms import SLUG, UNIT_HASH
from atlas.words.versions import FEATURE, feature_release, sort_key
from atlas.words.vocabulary import AREAS, EVIDENCE, REQUIRED_WITH_EVIDENCE, SAMPLES

#: Kind of a unit in the official notes, and the kind of page that most often fits.
KIND_OF = {
    "feature-major": "added",
    "feature-minor": "added",
    "breaking": "changed",
    "deprecated": "deprecated",
    "removed": "removed",
    "database": "requirement",
    "python": "requirement",
}
#: The last heading above a unit, and the area that most often fits; other headings match an area's label.
AREA_OF = {
    "Models": "models",
    "Tests": "testing",
    "Database backend API": "database",
    "Requests and Responses": "http",
    "Internationalization": "i18n",
    "Error Reporting": "errors",
    "Logging": "errors",
    "File Storage": "files",
    "File Uploads": "files",
    "Generic Views": "views",
    "Decorators": "views",
    "Validators": "validation",
    "CSRF": "security",
    "CSP": "security",
    "Python compatibility": "python",
    "django.contrib.postgres": "postgresql",
    "django.contrib.messages": "sessions",
}
SAMPLE = '```python title="{title}"\n\n```'


def main(arguments: list[str]) -> int:
    """Write the page and say what to read next; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m atlas new", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "change",
        nargs="?",
        default="",
        help="a release and a slug, such as 4.1/logout-by-post, or the hash of an entry of patch notes",
    )
    parser.add_argument("hash", nargs="*", help="the units of the official notes that the page covers")
    options = parser.parse_args(arguments)
    change, hashes = options.change, options.hash
    if re.fullmatch(UNIT_HASH, change) and not hashes:
        return _line(change, Facts(Path()))
    if not re.fullmatch(f"{FEATURE}/{SLUG}", change):
        given = f"'{change}'" if change else "nothing"
        print(f"CHANGE: found {given}, expected a release and a slug such as 4.1/logout-by-post")
        return 1
    facts = Facts(Path())
    known = {row.hash: (release, row) for release, rows in facts.notes.items() for row in rows}
    unknown = [unit for unit in hashes if unit not in known]
    for unit in unknown:
        print(f"HASH: '{unit}' is no unit of data/notes; copy the hash from data/notes/<release>.json")
    path = Path("docs/releases") / f"{change}.md"
    if path.exists():
        print(f"CHANGE: {path} is there already; choose another slug or edit that page")
    if unknown or path.exists():
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(scaffold(change.partition("/")[0], [known[unit][1] for unit in hashes]), encoding="utf-8")
    print(f"wrote {path}")
    for unit in hashes:
        release, row = known[unit]
        print(f"read docs/releases/{release}.txt:{row.line} in Django's source distribution")
    return 0


def _line(unit: str, facts: Facts) -> int:
    """Begin what is told of an entry of patch notes, at the end of its series' file."""
    entry = next((one for one in facts.patch_notes if one.hash == unit), None)
    if entry is None:
        print(f"HASH: '{unit}' is no entry of data/patch-notes.json; copy the hash from there")
        return 1
    first = min(entry.patches, key=sort_key)
    path = Path("docs/releases") / feature_release(first) / patch_lines.NAME
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if f"\n{unit}:" in f"\n{text}":
        print(f"HASH: {path} has a line for '{unit}' already; edit it there")
        return 1
    head = "" if f"# {first}\n" in text else f"# {first}\n"
    put(path, f'{text}{head}{unit}:\n  text: ""\n')
    print(f"wrote {path}: say what the fault did, in the past tense")
    print(f"read docs/releases/{first}.txt:{entry.patches[first][0]} in Django's source distribution")
    return 0


def scaffold(release: str, units: list[Unit]) -> str:
    """The text of a page of a release that covers these units; what only a person knows is left empty."""
    kind = KIND_OF.get(units[0].kind, "changed") if units else "changed"
    meta = {
        "title": "",
        "summary": "",
        "kind": kind,
        "area": area_of(units[0]) if units else "",
        **({"reach": {"few": ""}} if kind != "added" else {}),
        **({"removed": ""} if kind == "deprecated" else {}),
        "symbols": sorted({symbol.rstrip("()") for unit in units for symbol in unit.symbols}),
        "tickets": sorted({ticket for unit in units for ticket in unit.tickets}),
        **({"fixer": "manual"} if kind not in ("added", "requirement") else {}),
        "covers": [unit.hash for unit in units],
    }
    front = yaml.safe_dump(meta, sort_keys=False, default_flow_style=None, width=110)
    return f"---\n{front}---\n\n\n{_body(kind, release)}"


def area_of(unit: Unit) -> str:
    """The area that the headings above a unit point to; empty where they point to none."""
    for heading in reversed(unit.section):
        if heading in AREA_OF:
            return AREA_OF[heading]
        name = heading.removeprefix("django.contrib.").lower()
        for key, label in AREAS.items():
            if name in (key, label.lower()):
                return key
    return ""


def _body(kind: str, release: str) -> str:
    roles = ("After",) if kind == "added" else ("Before", "After")
    filled = {
        SAMPLES: [SAMPLE.format(title=role) for role in roles],
        EVIDENCE: [SAMPLE.format(title=title) for title in ("Run", f"Holds on {release}-: ")],
    }
    parts = ["\n".join([f"## {text}", *filled.get(text, ())]) + "\n" for text in REQUIRED_WITH_EVIDENCE[kind]]
    return "\n".join([filled[SAMPLES][0] + "\n", *parts] if kind == "added" else parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
