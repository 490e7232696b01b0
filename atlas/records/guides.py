"""Guides with evidence: pages that are no changes, whose sentences are run all the same.

The path is the id: `docs/upgrade/hosting.md` is `upgrade/hosting`, `docs/releases/4.2/index.md` is
`releases/4.2/index`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from atlas.records.evidence import has_evidence, start_of_evidence
from atlas.records.pages import Page, read_page
from atlas.words.deflated import Text

DOCS = Path("docs")


@dataclass(frozen=True)
class Guide:
    """A page that is no change. `needs`: the services that its statements are run with, as of a change."""

    id: str
    page: Page

    @property
    def needs(self) -> tuple[str, ...]:
        """From the front matter; a word that is no service is a mistake that `check.guides` tells."""
        needs = self.page.meta.get("needs")
        return tuple(map(str, needs)) if isinstance(needs, list) else ()

    @property
    def proved(self) -> Page:
        """The evidence alone, so that what the guide shows its readers is no file of a statement."""
        return evidence_of(self.page)


def load_guides(root: Path) -> tuple[Guide, ...]:
    """Every guide below `root/docs` that has evidence, in order of path."""
    pages = (read_page(root / path, path) for path in _paths(root))
    return tuple(Guide(guide_id(page.path), page) for page in pages if has_evidence(page))


def guide_id(path: Path) -> str:
    """`upgrade/hosting` for `docs/upgrade/hosting.md`."""
    return path.relative_to(DOCS).with_suffix("").as_posix()


def is_of_change(path: Path) -> bool:
    """Whether a page, by its path from the project's folder, is that of a change."""
    return len(path.parts) == 4 and path.parts[:2] == ("docs", "releases") and path.name != "index.md"


def evidence_of(page: Page) -> Page:
    """A page from its heading Evidence on, its lines numbered as before; an empty one where it has none."""
    start = start_of_evidence(page)
    lines = page.body.split("\n")[start - page.body_line :] if start else []
    return replace(page, text=Text("\n".join(lines)), body_line=start or page.body_line)


def _paths(root: Path) -> Iterator[Path]:
    paths = (path.relative_to(root) for path in sorted((root / DOCS).rglob("*.md")))
    return (path for path in paths if not is_of_change(path))
