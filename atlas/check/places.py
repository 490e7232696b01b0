"""Files below `docs/`: what a page is called and where it is, for its path is its address."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from atlas.check.anchors import address
from atlas.check.site_files import read_site_files
from atlas.records.library import Library
from atlas.words.forms import SLUG
from atlas.words.problems import Problem, did_you_mean
from atlas.words.versions import feature_release

PAGE: Final = ".md"
PICTURES: Final = (".png", ".svg", ".webp", ".jpg", ".jpeg", ".gif", ".avif")
INDEX: Final = "index.md"
#: Endings that somebody gives a page by mistake.
SIMILAR: Final = (PAGE, ".markdown", ".mkd", ".mkdn", ".mdown", ".mdx", ".txt", ".rst")
#: The name of a folder or of a guide: `upgrade`, `4.2-to-5.2`.
NAME = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


def check(library: Library) -> Iterator[Problem]:
    """Every file that is at the wrong place or has a wrong name. Nothing without `mkdocs.yml`.

    Errors: RecordsBroken where that is broken, or data/patches.json.
    """
    site, patches = read_site_files(library.facts.root), library.facts.patches
    if site.settings is None:
        return
    addresses: dict[str, str] = {}
    for source in site.files:
        for message, remedy in _faults(source, patches):
            yield Problem(Path("docs") / source, 0, "file", message, remedy)
        if source.endswith(PAGE):
            other = addresses.setdefault(address(source), source)
            if other != source:
                message = f"has the address of docs/{other}"
                yield Problem(Path("docs") / source, 0, "file", message, "keep one of the two")


def _faults(source: str, patches: Collection[str]) -> Iterator[tuple[str, str]]:
    path = Path(source)
    if path.suffix not in (PAGE, *PICTURES):
        message = f"found the ending '{path.suffix}', expected {PAGE} for a page, or that of a picture"
        yield (
            message,
            f"did you mean '{path.stem}{PAGE}'?" if path.suffix.lower() in SIMILAR else "take it out",
        )
    elif not all(NAME.fullmatch(part) for part in path.with_suffix("").parts):
        yield (
            "found a name that is no address, expected small letters, digits and hyphens",
            f"rename it: {slug(source)}",
        )
    elif path.suffix == PAGE and path.parts[0] == "releases":
        yield from _below_releases(path, patches)


def _below_releases(path: Path, patches: Collection[str]) -> Iterator[tuple[str, str]]:
    """`releases/index.md`, `releases/4.1/a-change.md`, `releases/4.1/4.1.13/index.md`."""
    folders, page = path.parts[1:-1], path.name
    if len(folders) == 1:
        if page != INDEX and not re.fullmatch(SLUG, path.stem):
            yield (
                f"found '{page}', expected small letters, digits and hyphens",
                f"rename it: {slug(path.as_posix())}",
            )
    elif len(folders) == 2 and page == INDEX and feature_release(folders[1]) == folders[0]:
        if folders[1] not in patches:
            message = f"'{folders[1]}' is no release in data/patches.json"
            yield message, did_you_mean(folders[1], patches) or "make sync knows the releases"
    elif folders or page != INDEX:
        expected = "expected the page of a change, such as docs/releases/4.1/logout-by-post.md"
        yield f"found a page that belongs to no release, {expected}", "move it into the folder of its release"


def slug(source: str) -> str:
    """A path as it may be: `My Page.md` becomes `my-page.md`."""
    path = Path(source)
    stem = re.sub(r"[^a-z0-9]+" if path.parts[0] == "releases" else r"[^a-z0-9.]+", "-", path.stem.lower())
    return f"{stem.strip('-')}{path.suffix.lower()}"
