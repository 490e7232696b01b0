"""What each release gives a new project: the files it generates and the defaults of its settings.

Read from `data/defaults/`, which `python -m atlas defaults` writes by running every release.
"""

import ast
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from atlas.words.spans import from_text, to_text
from atlas.words.versions import sort_key

FOLDER = "defaults"
SETTINGS, FILES = "settings.json", "files.json"
#: Release to text.
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Segment:
    """Neighboring releases in which something is the same."""

    releases: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Hop:
    """What one feature release changed: names of settings, and for changed ones the default before and after."""

    old: str
    new: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Defaults:
    """`read`: release to the version that was run. The others: a name to what each release has that knows it.

    settings: defaults as Python writes them; database: the same for keys of an entry of DATABASES;
    announced: settings of which a project that does not set them is told something;
    files: the text of generated files by path below the project's folder.
    """

    read: Mapping[str, str]
    settings: Mapping[str, Texts]
    database: Mapping[str, Texts]
    announced: Mapping[str, frozenset[str]]
    files: Mapping[str, Texts]

    @property
    def releases(self) -> list[str]:
        """The releases that were run, oldest first."""
        return sorted(self.read, key=sort_key)

    def segments(self, texts: Texts) -> list[Segment]:
        """Runs of neighboring releases that have the same text, oldest first; gaps are left out."""
        found: list[Segment] = []
        for before, release in pairwise(["", *self.releases]):
            text = texts.get(release)
            if text is None:
                continue
            if found and found[-1].releases[-1] == before and found[-1].text == text:
                found[-1] = Segment((*found[-1].releases, release), text)
            else:
                found.append(Segment((release,), text))
        return found

    def hops(self) -> list[Hop]:
        """Every hop in order, also those that changed nothing."""
        return [self._hop(old, new) for old, new in pairwise(self.releases)]

    def _hop(self, old: str, new: str) -> Hop:
        pairs = [(name, texts.get(old), texts.get(new)) for name, texts in self.settings.items()]
        return Hop(
            old,
            new,
            added=tuple(name for name, was, now in pairs if was is None and now is not None),
            removed=tuple(name for name, was, now in pairs if was is not None and now is None),
            changed=tuple((name, was, now) for name, was, now in pairs if was and now and was != now),
        )

    def told(self, name: str, hop: Hop) -> bool:
        """Whether a release before the change spoke of the setting to a project that does not set it."""
        before = [release for release in self.releases if sort_key(release) < sort_key(hop.new)]
        return bool(self.announced.get(name, frozenset()) & set(before))

    def assigned(self, release: str) -> frozenset[str]:
        """The settings that the generated `settings.py` of a release sets."""
        tree = ast.parse(self.files["mysite/settings.py"][release])
        targets = [target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
        return frozenset(target.id for target in targets if isinstance(target, ast.Name))


def load(data: Path) -> Defaults:
    """Read `data/defaults/`. Errors: FileNotFoundError where nothing was written yet."""
    folder = data / FOLDER
    stored = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    texts = json.loads((folder / FILES).read_text(encoding="utf-8"))
    series = sorted(stored["read"], key=sort_key)
    return Defaults(
        stored["read"],
        {name: _spread(spans, series) for name, spans in stored["settings"].items()},
        {name: _spread(spans, series) for name, spans in stored["database"].items()},
        {name: from_text(spans, series) for name, spans in stored["announced"].items()},
        {
            path: {
                release: "".join(f"{line}\n" for line in lines)
                for release, lines in _spread(spans, series).items()
            }
            for path, spans in texts["files"].items()
        },
    )


def _spread(spans: Mapping[str, Any], series: Sequence[str]) -> dict[str, Any]:
    found = {release: value for span, value in spans.items() for release in from_text(span, series)}
    return {release: found[release] for release in series if release in found}


def to_json(defaults: Defaults) -> dict[str, str]:
    """The text of each file by name: a line for each default, and for each line of a generated file."""
    series = defaults.releases
    read = json.dumps({release: defaults.read[release] for release in series})
    announced = {name: to_text(known, series) for name, known in sorted(defaults.announced.items())}
    parts = {
        "settings": _one_line_each(_folded(defaults.settings, series)),
        "database": _one_line_each(_folded(defaults.database, series)),
        "announced": _one_line_each(announced),
    }
    settings = ",\n".join(f' "{key}": {text}' for key, text in parts.items())
    files = {
        path: {span: text.splitlines() for span, text in spans.items()}
        for path, spans in _folded(defaults.files, series).items()
    }
    return {
        SETTINGS: f'{{\n "read": {read},\n{settings}\n}}\n',
        FILES: json.dumps({"files": files}, indent=1, ensure_ascii=False) + "\n",
    }


def _folded(rows: Mapping[str, Texts], series: Sequence[str]) -> dict[str, dict[str, str]]:
    """Each distinct text once, with the spans of releases that have it, in order of the first one."""
    found: dict[str, dict[str, str]] = {}
    for name, texts in sorted(rows.items()):
        where: dict[str, list[str]] = {}
        for release in series:
            if release in texts:
                where.setdefault(texts[release], []).append(release)
        found[name] = {to_text(held, series): text for text, held in where.items()}
    return found


def _one_line_each(rows: Mapping[str, object]) -> str:
    body = []
    for name, value in rows.items():
        text = json.dumps(value, ensure_ascii=False)
        if isinstance(value, dict) and len(value) > 1:
            text = json.dumps(value, indent=1, ensure_ascii=False).replace("\n", "\n  ")
        body.append(f"  {json.dumps(name)}: {text}")
    return "{\n" + ",\n".join(body) + "\n }"
