"""What theme templates get: `config.extra.parts`. It hands over finished parts of a page; templates only place them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from atlas.records.change import Change
from atlas.words.dates import day
from macros.build.build import Build
from macros.build.here import Here
from macros.build.render import render
from macros.links import permanent
from macros.markdown.insertions import Insertion
from macros.pages import change as change_page
from macros.pages import home as home_page
from macros.pages import release as release_page

STYLES: Final = "assets/stylesheets"


@dataclass(frozen=True)
class Parts:
    """One build. `page` is always MkDocs' page; None is one that is not from `docs/`, as 404.html."""

    build: Build
    drawn: dict[tuple[str, ...], str] = field(default_factory=dict)

    def once(self, part: str, page: Any, caller: Callable[[], str]) -> str:
        """What a template's `call` block draws, drawn once for all pages of a folder: the index, and the others.

        For parts that say nothing of the page itself. From one folder all links are the same.
        """
        folder, _, name = page.file.src_uri.rpartition("/") if page else ("", "", "404")
        same = (part, folder, name if name in ("404", "index.md") else "")
        if same not in self.drawn:
            self.drawn[same] = caller()
        return self.drawn[same]

    def layout(self, page: Any) -> str:
        """The template of a page, by its path; pages never name theirs."""
        if page is None:
            return "frame.html"
        parts = page.file.src_uri.removesuffix(".md").split("/")
        if parts == ["index"]:
            return "home.html"
        if len(parts) == 3 and parts[0] == "releases":
            return "release.html" if parts[2] == "index" else "change.html"
        if parts == ["upgrade", "index"]:
            return "planner.html"
        return "page.html"

    def change(self, page: Any) -> str:
        """The article of a change page."""
        return change_page.sheet(self._here(page), self._change(page), str(page.content))

    def beside_change(self, page: Any) -> str:
        """The list beside a change page."""
        return change_page.beside(self._here(page), self._change(page))

    def release(self, page: Any) -> str:
        """The article of a release page."""
        return release_page.article(self._here(page), str(page.content))

    def home(self, page: Any) -> str:
        """The front page."""
        return home_page.article(self._here(page), str(page.content))

    def theme_styles(self, folders: Iterable[str]) -> str:
        """The theme's style sheet. Its palette is left out: tokens.css has all of our colors.

        folders: the theme's. Errors: ValueError unless exactly one file is it, whose name has a digest.
        """
        (found,) = {path.name for folder in folders for path in Path(folder).glob(f"{STYLES}/main.*.min.css")}
        return f"{STYLES}/{found}"

    def description(self, page: Any) -> str:
        """One sentence for search engines and previews: the page's summary, or its own description."""
        meta = page.meta if page else {}
        return str(meta.get("description") or meta.get("summary") or "").replace("`", "")

    def head(self, page: Any, description: str) -> str:
        """`<link>` and `<meta>` for the page's address and for link previews; nothing for 404."""
        return permanent.head(self.build, page, description) if page else ""

    def address(self, page: Any) -> str:
        """The address of a page in words, for paper and for readers without JavaScript."""
        return permanent.foot(self.build, page) if page else ""

    def footer(self, page: Any) -> str:
        """The text of the footer."""
        built, facts = day(self.build.today), self.build.library.facts
        return render("pages/footer.jinja", here=self._here(page), built=built, facts=facts)

    def _here(self, page: Any) -> Here:
        return Here(self.build, page.file.src_uri if page else "")

    def _change(self, page: Any) -> Change:
        change = self.build.library.at(page.file.src_uri)
        assert change, f"{page.file.src_uri} is the page of no change"
        return change


def insertions(build: Build, source: str) -> Iterable[Insertion]:
    """What is drawn among the headings of a page, by its source: of changes and of releases."""
    if change := build.library.at(source):
        return change_page.insertions(build, change)
    path = source.split("/")
    is_release = len(path) == 3 and path[0] == "releases"
    return release_page.insertions(Here(build, source)) if is_release else ()
