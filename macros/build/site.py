"""What a macro knows of the build: the records, the day, the page that it is on, and the way to others."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from mkdocs.utils import get_relative_url

from atlas.decide.deprecations import Deprecation, timeline
from atlas.decide.support import Window, windows
from atlas.records.library import Library


class PageMissing(Exception):  # noqa: N818 - said to an author
    """A macro links to a page that the site does not have, or stands on the wrong sort of page."""


@dataclass
class Site:
    """One build. `env` is the environment of mkdocs-macros; `today` the day on which the build is made."""

    env: Any
    library: Library
    today: date

    @cached_property
    def windows(self) -> dict[str, Window]:
        """Support windows by release, planned ones last."""
        return windows(self.library.facts)

    @cached_property
    def timeline(self) -> list[Deprecation]:
        """Every deprecation beside its pages: found once, drawn on most pages of releases."""
        return timeline(self.library)

    def release(self, given: str | None = None) -> str:
        """The release that is asked for, or the one in whose folder the page stands."""
        if given:
            return given
        place = self.env.page.file.src_uri.split("/")
        if len(place) < 3 or place[0] != "releases":
            raise PageMissing(f'{"/".join(place)} is no page of a release: name one, as in ("4.1")')
        return str(place[1])

    def link(self, source: str, anchor: str = "") -> str:
        """The way from the page to another (`releases/4.1/index.md`), right in every layout of URLs.

        Errors: PageMissing where `docs/` has no such file, which stops the build.
        """
        files = self.env.variables["files"]
        target = files.get_file_from_path(source)
        here = self.env.page.file
        if target is None:
            raise PageMissing(f"{here.src_uri} links to docs/{source}, which does not exist")
        return str(target.url_relative_to(here)) + (f"#{anchor}" if anchor else "")

    def beside(self, path: str) -> str:
        """The way from the page to a file that is no page (`api/v1/changes.json`), from the site's root."""
        return str(get_relative_url(path, self.env.page.file.url))

    def to_release(self, release: str, anchor: str = "") -> str | None:
        """The way to a release's page, None for a release before the first one here."""
        return self.link(f"releases/{release}/index.md", anchor) if release in self.windows else None

    def to_change(self, change_id: str, anchor: str = "") -> str:
        """The way to a change's page."""
        return self.link(f"releases/{change_id}.md", anchor)
