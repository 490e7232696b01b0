"""Links from page to page: the file is there. (The site build also checks anchors; this takes no build.)"""

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from atlas.records.pages import Page
from atlas.words.problems import Problem

#: A Markdown link to another page of the site; code spans are cut out first.
LINK = re.compile(r"\]\((?P<path>[^)\s#:]+\.md)(?:#[^)\s]*)?\)")
CODE = re.compile(r"`[^`]*`")


def check(page: Page, root: Path) -> Iterator[Problem]:
    """Links of one page that lead nowhere, with the file that was probably meant."""
    folder = root / page.path.parent
    for number, line in page.prose:
        for match in LINK.finditer(CODE.sub("", line)):
            path = match["path"]
            if not (folder / path).is_file():
                yield Problem(page.path, number, "link", f"'{path}' is not there", _meant(folder, path))


def _meant(folder: Path, path: str) -> str:
    beside = (folder / path).parent
    names = [file.name for file in beside.glob("*.md")] if beside.is_dir() else []
    near = difflib.get_close_matches(Path(path).name, names, n=1)
    if not near:
        return "write that page, or take the link out"
    return f"did you mean '{Path(path).parent / near[0]}'?"
