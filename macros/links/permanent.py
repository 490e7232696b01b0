"""Addresses that people take away: the hosted address of a page, its preview, and where its anchors went."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from atlas.built.pages import address
from atlas.decide.names import Name, names
from atlas.publish.feed import NAME as FEED
from atlas.publish.previews import Picture, palette, write_pictures
from atlas.records.change import Change
from atlas.records.library import Library
from atlas.records.redirects import NAME as REDIRECTS
from atlas.records.redirects import Redirects, load
from atlas.words.vocabulary import KINDS
from macros.build.render import render
from macros.links.moved import Moved
from macros.markdown.tickets import TicketExtension

#: Where previews stand in the site. Their colors come from the stylesheet that the pages use.
PREVIEWS = "assets/previews"
COLORS = "docs/assets/stylesheets/tokens.css"


@dataclass(frozen=True)
class Links:
    """What theme templates get as `config.extra.links`. `site_url`: where the site is hosted, with its slash."""

    library: Library
    redirects: Redirects
    site_url: str
    site_name: str

    def hosted(self, page: Any) -> str:
        """The address of a page on the hosted site, also in a build that is read from `file://`."""
        return self.site_url.rstrip("/") + address(page.file.dest_uri)

    def head(self, page: Any, description: str) -> str:
        """`<link>` and `<meta>` for the page's address and for link previews; nothing for 404."""
        if page is None:
            return ""
        picture = self.picture(page)
        return render(
            "links/head.jinja",
            url=self.hosted(page),
            twin=None if page.is_homepage else f"{self.site_url}{page.file.src_uri}",
            feed=f"{self.site_url}{FEED}",
            title=plain(page.meta.get("title") or page.title or self.site_name),
            description=description,
            site_name=self.site_name,
            picture=f"{self.site_url}{PREVIEWS}/{picture.file}",
            alt=picture.alt,
            size=picture.size,
            kind="website" if page.is_homepage else "article",
        )

    def foot(self, page: Any) -> str:
        """The address of a page in words, for paper and for readers without JavaScript."""
        return render("links/foot.jinja", url=self.hosted(page)) if page else ""

    def picture(self, page: Any) -> Picture:
        """The preview that stands for a page."""
        place = page.file.src_uri.removesuffix(".md").split("/")
        if len(place) != 3 or place[0] != "releases":
            return Picture()
        change = self.library.by_id.get("/".join(place[1:]))
        return Picture(place[1], change.kind if change else "")

    def pictures(self) -> list[Picture]:
        """Every preview that the site needs: one for the site, one a release, one for each kind of change in it."""
        releases = {*self.library.release_pages, *(change.release for change in self.library.changes)}
        kinds = {(change.release, change.kind) for change in self.library.changes}
        return [
            Picture(),
            *(Picture(one) for one in sorted(releases)),
            *(Picture(*both) for both in sorted(kinds)),
        ]


def plain(title: str) -> str:
    """A title without the marks of code."""
    return str(title).replace("`", "")


def named(library: Library, change: Change) -> list[Name]:
    """The names on a change page with the addresses of their description and their source."""
    known = names(library.facts.data)
    return [known.look_up(symbol, change.release) for symbol in change.symbols]


def register(env: Any, library: Library, root: Path) -> None:
    """Give templates their links, and Markdown its ticket numbers. Called once before pages are rendered."""
    redirects, problems = load(root)
    if problems:
        raise PluginError("\n".join(map(str, problems)))
    conf = env.conf
    site_url = conf["site_url"] or "/"
    conf["extra"]["links"] = Links(library, redirects, site_url, conf["site_name"])
    tickets = TicketExtension(frozenset(library.facts.cves), lambda: str(env.page.file.src_uri))
    conf["markdown_extensions"].append(tickets)


def add_moved_notes(env: Any) -> None:
    """Append to a page what it says of anchors that moved. Called for each page, its Markdown complete."""
    file = env.page.file.dest_uri
    if env.conf["extra"]["links"].redirects.anchors_of(address(file)):
        env.markdown += "\n\n" + _moved(env).notes(file)


def write(env: Any, root: Path) -> None:
    """Write pages that moved and link previews into the built site."""
    links, site_dir = env.conf["extra"]["links"], Path(env.conf["site_dir"])
    _moved(env).write_stubs(site_dir)
    if env.conf["use_directory_urls"]:
        colors = palette((root / COLORS).read_text(encoding="utf-8"), KINDS)
        write_pictures(links.pictures(), colors, site_dir / PREVIEWS, root / ".cache/previews")


def _moved(env: Any) -> Moved:
    files: Mapping[str, str] = {
        address(file.dest_uri): file.dest_uri for file in env.variables["files"].documentation_pages()
    }
    links = env.conf["extra"]["links"]
    lost = [
        f"{REDIRECTS}:{line}: redirects: {old} leads to a page that is not there; name one of docs/"
        for old, line in links.redirects.lines.items()
        if links.redirects.resolve(old).partition("#")[0] not in files
    ]
    if lost:
        raise PluginError("\n".join(lost))
    return Moved(links.redirects, files, bool(env.conf["use_directory_urls"]), links.site_url)
