"""Addresses that people take away: the hosted address of a page, its preview, and where its anchors went."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs.exceptions import PluginError
from mkdocs.utils import get_relative_url

from atlas.built.pages import address
from atlas.publish.feed import NAME as FEED
from atlas.publish.previews import Picture, draw, palette, recipe
from atlas.records.library import Library
from atlas.records.redirects import NAME as REDIRECTS
from atlas.words.vocabulary import KINDS
from macros.build.build import Build
from macros.build.render import render
from macros.links.moved import Moved

#: Where previews stand in the site. Their colors come from the stylesheet that the pages use.
PREVIEWS = "assets/previews"
COLORS = "docs/assets/stylesheets/tokens.css"


def hosted(build: Build, page: Any) -> str:
    """The address of a page (MkDocs') on the hosted site, also in a build that is read from `file://`."""
    return build.site_url.rstrip("/") + address(page.file.dest_uri)


def head(build: Build, page: Any, description: str) -> str:
    """`<link>` and `<meta>` for the address of a page (MkDocs') and for link previews."""
    picture = preview(build.library, page.file.src_uri)
    return render(
        "links/head.jinja",
        url=hosted(build, page) if build.is_hosted else None,
        twin=None if page.is_homepage else f"{build.site_url}{page.file.src_uri}",
        feed=f"{build.site_url}{FEED}",
        title=plain(page.meta.get("title") or page.title or build.site_name),
        description=description,
        site_name=build.site_name,
        picture=f"{build.site_url}{PREVIEWS}/{picture.file}",
        alt=picture.alt,
        size=picture.size,
        kind="website" if page.is_homepage else "article",
    )


def foot(build: Build, page: Any) -> str:
    """The address of a page (MkDocs') in words, for paper and for readers without JavaScript, and ways on from it."""
    url = hosted(build, page) if build.is_hosted else None
    return render("links/foot.jinja", url=url, ways=ways(build, page))


def ways(build: Build, page: Any) -> list[tuple[str, str]]:
    """What a page (MkDocs') is beside what it shows, as text and address: those that the configuration has."""
    source = page.file.src_uri
    report = build.report_url.replace("{page}", quote(hosted(build, page), safe=""))
    found = (
        ("This page as Markdown", "" if page.is_homepage else get_relative_url(source, page.url)),
        ("Source of this page", page.edit_url or ""),
        ("Report an error", report),
    )
    return [(text, address) for text, address in found if address]


def preview(library: Library, source: str) -> Picture:
    """The picture that stands for a page."""
    place = source.removesuffix(".md").split("/")
    if len(place) != 3 or place[0] != "releases":
        return Picture()
    change = library.by_id.get("/".join(place[1:]))
    return Picture(place[1], change.kind if change else "")


def previews(library: Library) -> list[Picture]:
    """Every picture that the site needs: one for the site, one a release, one for each kind of change in it."""
    releases = {*library.release_pages, *(change.release for change in library.changes)}
    kinds = {(change.release, change.kind) for change in library.changes}
    return [
        Picture(),
        *(Picture(one) for one in sorted(releases)),
        *(Picture(*both) for both in sorted(kinds)),
    ]


def plain(title: str) -> str:
    """A title without the marks of code."""
    return str(title).replace("`", "")


def moved_notes(build: Build, source: str) -> str:
    """What a page says of anchors that once stood on it; empty for most."""
    file = build.file(source)
    return moved(build).notes(file) if build.redirects.anchors_of(address(file)) else ""


def moved(build: Build) -> Moved:
    """What moved. Errors: PluginError for redirects to pages that the site does not have, which stops the build."""
    files = {address(file): file for file in map(build.file, build.sources)}
    redirects = build.redirects
    lost = [
        f"{REDIRECTS}:{line}: redirects: {old} leads to a page that is not there; name one of docs/"
        for old, line in redirects.lines.items()
        if redirects.resolve(old).partition("#")[0] not in files
    ]
    if lost:
        raise PluginError("\n".join(lost))
    return Moved(redirects, files, build.directory_urls, build.site_url)


def write_moved(build: Build, site: Path) -> None:
    """Write the pages that moved into the built site."""
    moved(build).write_stubs(site)


def write_previews(build: Build, site: Path) -> None:
    """Write link previews into the built site; an offline copy needs none."""
    if build.directory_urls:
        (site / PREVIEWS).mkdir(parents=True, exist_ok=True)
        for picture, drawn in pictures(build):
            (site / PREVIEWS / picture.file).write_bytes(drawn)


def pictures(build: Build) -> Iterator[tuple[Picture, bytes]]:
    """Every link preview as PNG, one after another; drawn where no build before has drawn it."""
    colors = palette((build.root / COLORS).read_text(encoding="utf-8"), KINDS)
    cache = build.cache("previews", recipe())
    for picture in previews(build.library):
        yield picture, cache.get(picture, sorted(colors.items()), make=partial(draw, picture, colors))


def draw_ahead(build: Build) -> None:
    """Draw link previews into the cache before pages are read: a picture in the making is as large as all pages."""
    if build.directory_urls:
        for _ in pictures(build):
            pass
