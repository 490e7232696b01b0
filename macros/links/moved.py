"""Pages and anchors that moved, in the built site: a page that sends readers on, a note where an anchor was.

Both work without JavaScript (a link to follow) and from `file://`; `redirect.js` saves the click.
Own files rather than a plugin's: an inline script on each would need a Content-Security-Policy hash each.
"""

import json
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from atlas.built.pages import address
from atlas.records.redirects import Redirects
from macros.build.render import render

SCRIPT = "assets/javascripts/moved.js"


@dataclass(frozen=True)
class Moved:
    """One build. `files`: the hosted address of each page to its HTML file in this build."""

    redirects: Redirects
    files: Mapping[str, str]
    directory_urls: bool
    site_url: str

    def notes(self, page_file: str) -> str:
        """What a page says of anchors that once stood on it; empty for most. page_file: its HTML file."""
        anchors = self.redirects.anchors_of(address(page_file))
        if not anchors:
            return ""
        return render(
            "links/moved_anchors.jinja",
            anchors={old: self._way(page_file, new) for old, new in anchors.items()},
        )

    def stubs(self) -> dict[str, str]:
        """The HTML of each page that moved, by its file."""
        return {self._stub_file(old): self._stub(old, new) for old, new in self.redirects.pages.items()}

    def write_stubs(self, site_dir: Path) -> None:
        """Write the pages that moved into the built site."""
        for file, html in self.stubs().items():
            (site_dir / file).parent.mkdir(parents=True, exist_ok=True)
            (site_dir / file).write_text(html, encoding="utf-8")

    def _stub(self, old: str, new: str) -> str:
        file = self._stub_file(old)
        anchors = {name: self._way(file, to) for name, to in self.redirects.anchors_of(old).items()}
        return render(
            "links/moved_page.jinja",
            to=self._way(file, new),
            hosted=self.site_url.rstrip("/") + new,
            script=posixpath.relpath(SCRIPT, posixpath.dirname(file)),
            anchors=anchors,
            anchors_json=json.dumps(anchors),
        )

    def _stub_file(self, old: str) -> str:
        path = old.strip("/")
        return f"{path}/index.html" if self.directory_urls else f"{path}.html"

    def _way(self, file: str, to: str) -> str:
        """The relative link from a file to an address of now. Errors: KeyError where the site has no such page."""
        page, hash_sign, anchor = to.partition("#")
        target = self.files[page]
        if self.directory_urls:
            target = target.removesuffix("index.html")
        path = posixpath.relpath(target or ".", posixpath.dirname(file) or ".")
        return path + ("/" if self.directory_urls else "") + hash_sign + anchor
