"""A Markdown twin of each page, such as `releases/4.1/logout-by-post.md`, and `llms.txt`, which lists them.

Twins stand where their sources stand in `docs/`, so that links between Markdown files hold between twins.
Source: https://llmstxt.org/
"""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from atlas.facts.proofs import Proofs
from atlas.records.change import Change
from atlas.records.library import Library
from atlas.words.vocabulary import AREAS, IMPACTS, KINDS
from macros.build.render import render
from macros.pages.change import official_notes
from macros.runs.proofs import proof_of

HREF = re.compile(r'(<a\b[^>]*?\bhref=")([^"#][^"]*)"')
#: What only a browser can use: pictures, whose tables stand beside them, and ids of headings.
DRAWN = re.compile(r"<svg\b.*?</svg>\n?| *\{ #[\w-]+ \}$", re.DOTALL | re.MULTILINE)
#: Where a page's Markdown is kept between its own turn and the end of the build.
KEPT = "twins"
INDEX = "llms.txt"


def keep(env: Any) -> None:
    """Keep a page's Markdown, its macros filled in. Called for each page."""
    page = env.page
    env.conf["extra"].setdefault(KEPT, {})[page.file.src_uri] = (page, env.markdown)


def write(env: Any, library: Library, proofs: Proofs) -> None:
    """Write all twins and their list."""
    site_dir, site_url = Path(env.conf["site_dir"]), env.conf["site_url"] or "/"
    for source, (page, markdown) in env.conf["extra"].pop(KEPT, {}).items():
        if not markdown.strip():
            continue  # the front page, which has no text of its own
        change = library.by_id.get(source.removeprefix("releases/").removesuffix(".md"))
        url = urljoin(site_url, page.url)
        text = of_change(library, proofs, change, url) if change else of_page(markdown, url)
        (site_dir / source).write_text(text, encoding="utf-8")
    pages = [file.page for file in env.variables["files"].documentation_pages()]
    guides = [
        (page.title, page.file.src_uri, page.meta.get("description") or page.meta.get("summary") or "")
        for page in pages
        if page and page.file.src_uri.count("/") == 1
    ]
    listed = render(
        "pages/markdown_copy/llms.jinja", library=library, guides=guides, conf=env.conf, site_url=site_url
    )
    (site_dir / INDEX).write_text(listed, encoding="utf-8")


def of_change(library: Library, proofs: Proofs, change: Change, url: str) -> str:
    """A change with its facts, its author's text and what the runs gave. url: the page on the hosted site."""
    return render(
        "pages/markdown_copy/change.jinja",
        change=change,
        url=url,
        kinds=KINDS,
        impacts=IMPACTS,
        area=AREAS[change.area],
        notes=official_notes(library, change),
        proof=proof_of(proofs, change.id),
        body=change.page.body.strip(),
    )


def of_page(markdown: str, url: str) -> str:
    """Any other page, without pictures; links in what macros drew lead to the hosted site. url: the page there."""
    text = DRAWN.sub("", markdown)
    return HREF.sub(lambda match: f'{match[1]}{urljoin(url, match[2])}"', text).strip() + "\n"
