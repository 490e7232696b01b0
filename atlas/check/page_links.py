"""Links from page to page, read from their source: the file is there, and so is the anchor. This takes no build."""

import difflib
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from atlas.check.anchors import Anchors
from atlas.check.prose_text import prose_text
from atlas.check.site_files import SiteFiles, read_site_files
from atlas.records.pages import Page
from atlas.words.problems import Problem, RecordsBroken

#: The target of a link or picture, and that of a reference's definition.
TARGET = re.compile(r"\]\(\s*<?(?P<link>[^)\s>]*)|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?(?P<defined>[^\s>]+)", re.M)
#: What may follow a target: its bracket, or a title in quotes before that.
ENDS = re.compile(r">?\s*(?:\)|[\"'])")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)
ABSOLUTE = "begins with a slash, which leads elsewhere where the site has a path of its own"


@dataclass(frozen=True)
class Sources:
    """The files below `docs/`, the anchors of its pages, and what the site leaves out."""

    root: Path
    anchors: Anchors
    site: SiteFiles

    def is_file(self, source: str) -> bool:
        """Whether there is a file, by its path below `docs/`."""
        return source in self.anchors.pages or (self.root / "docs" / source).is_file()


def read_sources(pages: Iterable[Page], root: Path, published: Mapping[str, int]) -> Sources:
    """What links may lead to. pages: all of the site's; published: the lines of permalinks.txt."""
    by_source = {page.path.relative_to("docs").as_posix(): page for page in pages}
    try:
        site = read_site_files(root)
    except RecordsBroken:  # said by the check of the navigation
        site = SiteFiles(root, None)
    return Sources(root, Anchors(by_source, published), site)


def check(page: Page, sources: Sources) -> Iterator[Problem]:
    """Links of one page that lead nowhere, with what was probably meant."""
    prose = prose_text(page)
    here = page.path.relative_to("docs").as_posix()
    for found in TARGET.finditer(prose.text):
        target = found["link"] or found["defined"] or ""
        if found["link"] and not ENDS.match(prose.text, found.end()):
            line, message = prose.line(found.start("link")), f"'{target}' is not followed by a bracket"
            yield Problem(
                page.path, line, "link", message, "write `[text](target)`, without a blank in the target"
            )
        elif not ELSEWHERE.match(target):
            for message, remedy in _faults(here, target, sources):
                yield Problem(
                    page.path, prose.line(found.start(found.lastgroup or 0)), "link", message, remedy
                )


def _faults(here: str, target: str, sources: Sources) -> Iterator[tuple[str, str]]:
    path, _, anchor = target.partition("#")
    if not target:
        yield "a link without a target", "write the path of a page, such as `shelves.md`"
    elif path.startswith("/"):
        yield f"'{target}' {ABSOLUTE}", "write the way from this file to the other"
    else:
        source = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(path))) if path else here
        if source.startswith("../"):
            yield f"'{path}' is outside of docs/", "take the link out, or name the file in backquotes"
        elif sources.site.leaves_out(source):
            yield f"'{path}' is left out by exclude_docs", "take the link out, or name the file in backquotes"
        elif not sources.is_file(source):
            yield f"'{path}' is not there", _meant(path, source, sources)
        elif anchor and source in sources.anchors.pages:
            yield from _anchor(target, source, unquote(anchor), sources.anchors)


def _anchor(target: str, source: str, anchor: str, anchors: Anchors) -> Iterator[tuple[str, str]]:
    known = anchors.of(source)
    if known is None or anchor in known:
        return
    near = difflib.get_close_matches(anchor, sorted(known), n=1, cutoff=0.4)
    remedy = f"did you mean '{target.partition('#')[0]}#{near[0]}'?" if near else "take the anchor out"
    yield f"'{target}' names an anchor that docs/{source} does not have", remedy


def _meant(path: str, source: str, sources: Sources) -> str:
    """The remedy: the page of an address, or the file beside it whose name is nearest."""
    for page in (f"{source}.md", f"{source}/index.md"):
        if page in sources.anchors.pages:
            return f"link to the file: '{posixpath.normpath(path)}{page.removeprefix(source)}'"
    beside = (sources.root / "docs" / source).parent
    names = sorted(file.name for file in beside.iterdir() if file.is_file()) if beside.is_dir() else []
    near = difflib.get_close_matches(Path(path).name, names, n=1)
    if not near:
        return f"{'write that page' if path.endswith('.md') else 'add that file'}, or take the link out"
    return f"did you mean '{Path(path).parent / near[0]}'?"
