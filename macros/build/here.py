"""The build as one page sees it: which release the page is about, and the links to everything else.

Links are relative, and so right in both layouts of URLs (`x/` when hosted, `x.html` offline).
"""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from macros.build.build import Build


class PageMissing(Exception):  # noqa: N818 - said to an author
    """A page links to one that the site does not have, or stands on the wrong sort of page."""


@dataclass(frozen=True)
class Here:
    """source: the page below `docs/`; empty for the page that a host shows for a wrong address, of any depth."""

    build: Build
    source: str = ""

    def release(self, given: str | None = None) -> str:
        """The release that is asked for, or the one in whose folder the page stands."""
        if given:
            return given
        place = self.source.split("/")
        if len(place) < 3 or place[0] != "releases":
            raise PageMissing(f'{self.source} is no page of a release: name one, as in ("4.1")')
        return place[1]

    def link(self, source: str, anchor: str = "") -> str:
        """The link to another page by its source, such as `releases/4.1/index.md`.

        Errors: PageMissing where `docs/` has no such file, which stops the build.
        """
        if source not in self.build.sources:
            raise PageMissing(f"{self.source} links to docs/{source}, which does not exist")
        return self.file(self.build.url(source)) + (f"#{anchor}" if anchor else "")

    def file(self, path: str) -> str:
        """The link to any file or folder of the site, such as `api/v1/changes.json`, from the site's root."""
        for folder, way in self._folders:
            if path.startswith(folder):
                return way + path[len(folder) :] or "./"
        raise AssertionError("every path begins with the site's root")

    def has(self, source: str) -> bool:
        """Whether the site has a page."""
        return source in self.build.sources

    def to_release(self, release: str, anchor: str = "") -> str | None:
        """The link to a release's page, None for a release before the first one here."""
        return self.link(f"releases/{release}/index.md", anchor) if release in self.build.windows else None

    def to_change(self, change_id: str, anchor: str = "") -> str:
        """The link to a change's page."""
        return self.link(f"releases/{change_id}.md", anchor)

    @cached_property
    def _folders(self) -> list[tuple[str, str]]:
        """Every folder around the page with the way to it, the innermost first: `releases/4.1/` is `../`."""
        if not self.source:
            return [("", urlsplit(self.build.site_url).path)]
        parts = self.build.url(self.source).split("/")[:-1]
        return [
            ("".join(f"{part}/" for part in parts[: len(parts) - up]), "../" * up)
            for up in range(len(parts) + 1)
        ]
