"""What an update changed, in words, for the person who looks through it: Markdown, its first line a title."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from atlas.facts import default_files, pins
from atlas.facts.defaults import Defaults
from atlas.facts.django import Facts
from atlas.facts.schema import PatchFacts
from atlas.update import records
from atlas.words.dates import When
from atlas.words.problems import RecordsBroken
from atlas.words.versions import sort_key

PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s\\]+)", re.M)


def words(before: Path, after: Path, written: list[str]) -> str:
    """before, after: two states of the project's folder; written: the lines of what is to be written."""
    old, new = Facts(before), Facts(after)
    out = [
        version
        for version in {**new.releases, **new.patches}
        if version not in {**old.releases, **old.patches}
    ]
    titles = [
        "data: "
        + (f"Django {_and(sorted(out, key=sort_key))}" if out else "what moved since the last update")
    ]
    sections = {
        "Releases": [_release(version, new) for version in sorted(out, key=sort_key)],
        "CVEs": [_cve(cve, new) for cve in new.cves if cve not in old.cves],
        "Notes that Django reworded": list(_notes(old, new)),
        "Packages that moved": list(_packages(before, after)),
        "What a new project gets": list(_defaults(before / "data", after / "data")),
        "Samples and statements that gave something else": records.differences(
            before / "data/proof", after / "data/proof"
        ),
        "To write": written,
    }
    mark = {"To write": "- [ ] "}
    for title, lines in sections.items():
        if lines:
            titles += ["", f"## {title}", *(mark.get(title, "- ") + line for line in lines)]
    return "\n".join([*titles, ""])


def _and(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def _release(version: str, facts: Facts) -> str:
    if version in facts.releases:
        row = facts.releases[version]
        pythons = ", ".join(row.pythons)
        return f"Django {version}{' LTS' if row.lts else ''} of {When.parse(row.date).text}, for Python {pythons}"
    patch: PatchFacts = facts.patches[version]
    fixed = [f"fixes {', '.join(patch.cves)}"] if patch.cves else []
    fixed += [f"hardens {', '.join(patch.hardens)}"] if patch.hardens else []
    fixed += [f"has {patch.bugfixes} bug fix{'es' if patch.bugfixes > 1 else ''}"] if patch.bugfixes else []
    return f"Django {version} of {When.parse(patch.date).text} {' and '.join(fixed) or 'fixes nothing by its notes'}"


def _cve(cve: str, facts: Facts) -> str:
    row = facts.cves[cve]
    where = ", ".join(row.fixed_in.values())
    return f"{cve}: {row.weakness} in {row.area}, fixed in {where}; check both words in data/cves.json"


def _notes(old: Facts, new: Facts) -> Iterator[str]:
    for release, rows in new.notes.items():
        if release in old.notes:
            was, now = ({row.hash for row in each} for each in (old.notes[release], rows))
            if was != now:
                yield f"{release}: {len(now - was)} new or reworded, {len(was - now)} gone"


def _packages(before: Path, after: Path) -> Iterator[str]:
    for path in sorted((after / "data/proof/pins").glob("*.txt")):
        if path.stem == pins.PATCHES:
            continue
        old, now = _pinned(before / "data/proof/pins" / path.name), _pinned(path)
        moved = [
            f"{name} {old.get(name, 'new')} → {now.get(name, 'gone')}"
            for name in sorted({*old, *now})
            if old.get(name) != now.get(name)
        ]
        if moved:
            yield f"{path.stem}: {', '.join(moved)}"


def _pinned(path: Path) -> dict[str, str]:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return {found["name"]: found["version"] for found in PIN.finditer(text)}


def _defaults(before: Path, after: Path) -> Iterator[str]:
    old, new = _loaded(before), _loaded(after)
    for kind, was, now in (("setting", old.settings, new.settings), ("file", old.files, new.files)):
        yield from _texts(kind, was, now)


def _texts(kind: str, was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """For each release the names whose text another version gives."""
    releases = sorted({one for texts in now.values() for one in texts}, key=sort_key)
    known = {one for texts in was.values() for one in texts}
    for before, release in zip(["", *releases], releases, strict=False):
        base = release if release in known else before
        moved = [
            name
            for name in sorted({*was, *now})
            if was.get(name, {}).get(base) != now.get(name, {}).get(release)
        ]
        if base and moved:
            yield f"{release}: {kind}s with another text than in {base} before: {', '.join(moved)}"


def _loaded(data: Path) -> Defaults:
    try:
        return default_files.load(data)
    except RecordsBroken:
        return Defaults({}, {}, {}, {}, {})
