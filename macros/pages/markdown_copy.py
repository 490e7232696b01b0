"""A Markdown twin of each page, such as `releases/4.1/logout-by-post.md`, and `llms.txt`, which lists them.

Twins stand where their sources stand in `docs/`, so that links between Markdown files hold between twins.
Source: https://llmstxt.org/
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

from atlas.records.change import Change
from atlas.records.pages import without_ids
from atlas.records.patch_lines import page as patch_page
from atlas.words.html_tags import Tag, tags, with_attribute
from atlas.words.vocabulary import AREAS, IMPACTS, KINDS
from macros.build.build import Build
from macros.build.render import render
from macros.pages.change import official_notes
from macros.runs.proofs import proof_of

#: What only a browser can use: pictures, whose tables stand beside them, and what is said on other days.
DRAWN: Final = frozenset({"svg", "template"})
INDEX = "llms.txt"
#: Impacts of what a reader with little room reads; the convention lets a program leave out what is optional.
PRESSING: Final = frozenset({"high", "medium"})


def write(build: Build, page: Any, markdown: str, drawn: Iterable[str], site: Path) -> None:
    """Write a page's twin; none for the front page, which has no text.

    page: MkDocs'. markdown: the page with macros filled in. drawn: what they put there.
    """
    source = page.file.src_uri
    if not markdown.strip():
        return
    change = build.library.at(source)
    url = urljoin(build.site_url, page.url)
    text = of_change(build, change, url) if change else of_page(markdown, drawn, url)
    (site / source).parent.mkdir(parents=True, exist_ok=True)
    (site / source).write_text(text, encoding="utf-8")


def write_list(build: Build, files: Iterable[Any], conf: Mapping[str, Any], site: Path) -> None:
    """Write the list of all twins. files: MkDocs' files of pages, their pages read; conf: its configuration."""
    known = [file.page for file in files if file.page]
    guides = [_row(page) for page in known if page.file.src_uri.count("/") == 1]
    patches = {patch_page(version) for version in build.library.facts.patches}
    first, rest = _by_release(build, True), _by_release(build, False)
    listed = render(
        "pages/markdown_copy/llms.jinja",
        library=build.library,
        first=first,
        rest=rest,
        guides=guides,
        patches=[_row(page) for page in known if page.file.src_uri in patches],
        conf=conf,
        site_url=build.site_url,
    )
    (site / INDEX).write_text(listed, encoding="utf-8")


def _by_release(build: Build, pressing: bool) -> dict[str, list[Change]]:
    """Changes by release, where there are some: those of high and medium impact, or all others."""
    found = {
        release: [one for one in build.library.of_release(release) if (one.impact in PRESSING) == pressing]
        for release in build.library.facts.releases
    }
    return {release: changes for release, changes in found.items() if changes}


def _row(page: Any) -> tuple[str, str, str]:
    return page.title, page.file.src_uri, page.meta.get("description") or page.meta.get("summary") or ""


def of_change(build: Build, change: Change, url: str) -> str:
    """A change with its facts, its author's text and what the runs gave. url: the page on the hosted site."""
    return render(
        "pages/markdown_copy/change.jinja",
        change=change,
        url=url,
        kinds=KINDS,
        impacts=IMPACTS,
        area=AREAS[change.area],
        notes=official_notes(build, change),
        proof=proof_of(build.proofs, change.id),
        body=change.page.body.strip(),
    )


def of_page(markdown: str, drawn: Iterable[str], url: str) -> str:
    """Any other page, without pictures and ids; links that macros drew lead to the hosted site.

    drawn: what macros put into the page, each to the letter; what an author wrote stays. url: the page there.
    """
    for html in map(str, dict.fromkeys(drawn)):  # markup would escape what it is joined with
        if html:
            markdown = markdown.replace(html, without_pictures(html, url))
    return without_ids(markdown).strip() + "\n"


def without_pictures(html: str, url: str) -> str:
    """What a macro drew without what only a browser can use, with whole addresses in its links."""
    kept: list[str] = []
    end, inside = 0, 0
    for tag in tags(html):
        if not inside:
            kept.append(html[end : tag.start])
        end = tag.stop
        if tag.name in DRAWN:
            inside += -1 if tag.is_end else 1
            end += html.startswith("\n", end)  # the line of its own that it stood on
        elif not inside:
            kept.append(_linked(tag, html, url))
    return "".join(kept) + html[end:]


def _linked(tag: Tag, html: str, url: str) -> str:
    if tag.name != "a" or tag.is_end or "href" not in tag.given:
        return html[tag.start : tag.stop]
    whole = with_attribute(tag.given, "href", lambda to: to if to.startswith("#") else urljoin(url, to))
    return f"<a{whole}>"
