"""The pages below `docs/` that the site has, by what `mkdocs.yml` leaves out of it and out of the navigation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from atlas.words.problems import Problem, RecordsBroken
from atlas.words.texts import faults, read_text
from atlas.words.yaml_lines import Yaml, line_of, read_yaml

NAME: Final = Path("mkdocs.yml")
#: The part of `docs/` that is no writing.
ASSETS: Final = "assets/"


@dataclass(frozen=True)
class SiteFiles:
    """settings: `mkdocs.yml` as it was read; None where a project has none."""

    root: Path
    settings: Yaml | None

    @property
    def pages(self) -> Iterator[Path]:
        """Every page of the site, from the project's folder, in order of path."""
        left_out = self._patterns("exclude_docs")
        for path in sorted((self.root / "docs").rglob("*.md")):
            if not matched(path.relative_to(self.root / "docs").as_posix(), left_out):
                yield path.relative_to(self.root)

    @property
    def files(self) -> Iterator[str]:
        """Every file of the site but scripts, styles and pictures of the frame: its path below `docs/`, in order."""
        left_out, docs = self._patterns("exclude_docs"), self.root / "docs"
        for path in sorted(docs.rglob("*")):
            source = path.relative_to(docs).as_posix()
            hidden = source.startswith(ASSETS) or "/." in f"/{source}"
            if not hidden and not matched(source, left_out) and not path.is_dir():
                yield source

    @property
    def nav(self) -> Any:
        """The navigation as it was read; None where there is none."""
        return self.settings.value.get("nav") if self.settings else None

    def line(self, *keys: object) -> int:
        """The line of a key in `mkdocs.yml`, or of the nearest key around it; 0 where there is none."""
        return line_of(self.settings.lines, *keys) if self.settings else 0

    def leaves_out(self, source: str) -> bool:
        """Whether `exclude_docs` names a file below `docs/`."""
        return matched(source, self._patterns("exclude_docs"))

    def may_stay_out_of_nav(self, source: str) -> bool:
        """Whether `not_in_nav` names a page, such as `releases/4.1/logout-by-post.md`."""
        return matched(source, self._patterns("not_in_nav"))

    def _patterns(self, setting: str) -> list[str]:
        text = self.settings.value.get(setting) if self.settings else None
        return [line.strip() for line in str(text or "").split("\n") if line.strip()]


def read_site_files(root: Path) -> SiteFiles:
    """Read `mkdocs.yml`. Errors: RecordsBroken where it is not UTF-8, not YAML, or no table of settings."""
    if not (root / NAME).is_file():
        return SiteFiles(root, None)
    text = read_text(root / NAME, NAME)
    found = read_yaml(text, NAME)
    problems = [*faults(text, NAME), *found.problems]
    if not problems and not isinstance(found.value, dict):
        remedy = "take it back with git"
        problems.append(Problem(NAME, 0, "file", "found no settings, expected `key: value` lines", remedy))
    if problems:
        raise RecordsBroken(problems)
    return SiteFiles(root, found)


def matched(source: str, patterns: list[str]) -> bool:
    """Whether the last of the patterns that fits a path leaves it out. The patterns are those of `.gitignore`."""
    left_out = False
    for pattern in patterns:
        if _expression(pattern.removeprefix("!")).match(source):
            left_out = not pattern.startswith("!")
    return left_out


@cache  # asked for each page of the site, about a handful of patterns
def _expression(pattern: str) -> re.Pattern[str]:
    """A pattern with a slash before its end begins at the top; any pattern takes what is below a folder along."""
    anywhere = "" if "/" in pattern.rstrip("/") else "(?:.*/)?"
    parts = re.split(r"(\*\*/?|\*)", pattern.strip("/"))
    known = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*"}
    end = "/" if pattern.endswith("/") else "(?:/|$)"
    return re.compile(anywhere + "".join(known.get(part, re.escape(part)) for part in parts) + end)
