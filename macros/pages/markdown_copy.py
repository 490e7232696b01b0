"""A Markdown twin of each page, such as `releases/4.1/logout-by-post.md`, and `llms.txt`, which lists them.

Twins stand where their sources stand in `docs/`, so that links between Markdown files hold between twins.
Source: https://llmstxt.org/
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from atlas.records.change import Change
from atlas.records.patch_lines import page as patch_page
from atlas.words.vocabulary import AREAS, IMPACTS, KINDS
from macros.build.build import Build
from macros.build.render import render
from macros.pages.change import official_notes
from macros.runs.proofs import proof_of

HREF = re.compile(r'(<a\b[^>]*?\bhref=")([^"#][^"]*)"')
#: What only a browser can use: pictures, whose tables stand beside them, what is said on other days, ids of headings.
DRAWN = re.compile(
    r"<svg\b.*?</svg>\n?|<template\b.*?</template>\n?| *\{ #[\w-]+ \}$", re.DOTALL | re.MULTILINE
)
INDEX = "llms.txt"


def write(build: Build, page: Any, markdown: str, site: Path) -> None:
    """Write a page's twin; none for the front page, which has no text. page: MkDocs'; markdown: macros filled in."""
    source = page.file.src_uri
    if not markdown.strip():
        return
    change = build.library.by_id.get(source.removeprefix("releases/").removesuffix(".md"))
    url = urljoin(build.site_url, page.url)
    text = of_change(build, change, url) if change else of_page(markdown, url)
    (site / source).parent.mkdir(parents=True, exist_ok=True)
    (site / source).write_text(text, encoding="utf-8")


def write_list(build: Build, files: Iterable[Any], conf: Mapping[str, Any], site: Path) -> None:
    """Write the list of all twins. files: MkDocs' files of pages, their pages read; conf: its configuration."""
    known = [file.page for file in files if file.page]
    guides = [_row(page) for page in known if page.file.src_uri.count("/") == 1]
    patches = {patch_page(version) for version in build.library.facts.patches}
    listed = render(
        "pages/markdown_copy/llms.jinja",
        library=build.library,
        guides=guides,
        patches=[_row(page) for page in known if page.file.src_uri in patches],
        conf=conf,
        site_url=build.site_url,
    )
    (site / INDEX).write_text(listed, encoding="utf-8")


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


def of_page(markdown: str, url: str) -> str:
    """Any other page, without pictures; links in what macros drew lead to the hosted site. url: the page there."""
    text = DRAWN.sub("", markdown)
    return HREF.sub(lambda match: f'{match[1]}{urljoin(url, match[2])}"', text).strip() + "\n"
