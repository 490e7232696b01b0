"""The pages below `docs/` that the site has, by what `mkdocs.yml` leaves out of it and out of the navigation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from atlas.words.problems import RecordsBroken
from atlas.words.texts import decoded
from atlas.words.yaml_lines import Yaml, read_yaml

NAME: Final = Path("mkdocs.yml")


@dataclass(frozen=True)
class SiteFiles:
    """settings: `mkdocs.yml` as it was read; None where a project has none, or a broken one."""

    root: Path
    settings: Yaml | None

    @property
    def pages(self) -> Iterator[Path]:
        """Every page of the site, from the project's folder, in order of path."""
        left_out = self._patterns("exclude_docs")
        for path in sorted((self.root / "docs").rglob("*.md")):
            if not matched(path.relative_to(self.root / "docs").as_posix(), left_out):
                yield path.relative_to(self.root)

    def may_stay_out_of_nav(self, source: str) -> bool:
        """Whether `not_in_nav` names a page, such as `releases/4.1/logout-by-post.md`."""
        return matched(source, self._patterns("not_in_nav"))

    def _patterns(self, setting: str) -> list[str]:
        value: Any = self.settings.value if self.settings else None
        text = value.get(setting) if isinstance(value, dict) else None
        return [line.strip() for line in str(text or "").split("\n") if line.strip()]


def read_site_files(root: Path) -> SiteFiles:
    """Read `mkdocs.yml`. What is wrong with it is said by the check of the navigation."""
    try:
        settings = read_settings(root)
    except RecordsBroken:
        return SiteFiles(root, None)
    return SiteFiles(root, settings)


def read_settings(root: Path) -> Yaml | None:
    """`mkdocs.yml`, None where there is none. Errors: RecordsBroken where it is not UTF-8 or not YAML."""
    if not (root / NAME).is_file():
        return None
    found = read_yaml(decoded((root / NAME).read_bytes(), NAME), NAME)
    if found.problems:
        raise RecordsBroken(list(found.problems))
    return found


def matched(source: str, patterns: list[str]) -> bool:
    """Whether the last of the patterns that fits a path leaves it out. The patterns are those of `.gitignore`."""
    left_out = False
    for pattern in patterns:
        if _expression(pattern.removeprefix("!")).match(source):
            left_out = not pattern.startswith("!")
    return left_out


def _expression(pattern: str) -> re.Pattern[str]:
    """A pattern with a slash before its end begins at the top; any pattern takes what is below a folder along."""
    anywhere = "" if "/" in pattern.rstrip("/") else "(?:.*/)?"
    parts = re.split(r"(\*\*/?|\*)", pattern.strip("/"))
    known = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*"}
    end = "/" if pattern.endswith("/") else "(?:/|$)"
    return re.compile(anywhere + "".join(known.get(part, re.escape(part)) for part in parts) + end)
