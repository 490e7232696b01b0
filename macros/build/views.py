"""What theme templates get: `config.extra.views`. It hands over finished parts; templates only place them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from atlas.facts.proofs import Proofs
from atlas.records.library import Library
from atlas.words.dates import day
from macros.build.places import Places
from macros.build.render import render
from macros.markdown.samples import pair_samples
from macros.pages import change as change_page
from macros.pages import home as home_page
from macros.pages import release as release_page


@dataclass(frozen=True)
class Views:
    """One build. `conf` is MkDocs' configuration, of which only `use_directory_urls` is read."""

    library: Library
    proofs: Proofs
    today: date
    conf: Mapping[str, Any]

    def layout(self, page: Any) -> str:
        """The template of a page, by its path; pages never name theirs. None is a page that is not from `docs/`."""
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

    def places(self, base: str) -> Places:
        """Links as seen from the page whose `base_url` this is."""
        return Places(base, bool(self.conf["use_directory_urls"]))

    def change(self, page: Any, base: str) -> str:
        """The article of a change page."""
        change = self.library.by_id[_id(page)]
        return change_page.sheet(self.library, self.proofs, change, page.content, self.places(base))

    def beside_change(self, page: Any, base: str) -> str:
        """The list beside a change page."""
        return change_page.beside(self.library, self.library.by_id[_id(page)], self.places(base))

    def release(self, page: Any, base: str) -> str:
        """The article of a release page."""
        release = page.file.src_uri.split("/")[1]
        return release_page.article(self.library, release, page.content, self.places(base))

    def home(self, page: Any, base: str) -> str:
        """The front page."""
        return home_page.article(self.library, page.content, self.places(base), self.today)

    def own_colors(self, styles: str) -> str:
        """The theme's links to style sheets without its palette: tokens.css has all of our colors."""
        return re.sub(r"<link[^>]*stylesheets/palette\.[^>]*>", "", styles)

    def text(self, content: str) -> str:
        """The text of any other page, its samples in pairs."""
        return pair_samples(content)

    def description(self, page: Any) -> str:
        """One sentence for search engines and previews: the page's summary, or its own description."""
        meta = page.meta if page else {}
        return str(meta.get("description") or meta.get("summary") or "").replace("`", "")

    def footer(self, base: str) -> str:
        """The text of the footer."""
        return render(
            "pages/footer.jinja",
            places=self.places(base),
            built=day(self.today),
            facts=self.library.facts,
            has=lambda source: (self.library.facts.root / "docs" / source).is_file(),
        )


def _id(page: Any) -> str:
    return str(page.file.src_uri.removeprefix("releases/").removesuffix(".md"))
