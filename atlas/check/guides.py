"""Pages that are no records: read like those that are, and with the front matter that every page of the site needs."""

from collections.abc import Iterator
from typing import Final

from atlas.check.site_files import read_site_files
from atlas.records.guides import is_of_change
from atlas.records.library import SITE_KEYS, Library
from atlas.records.pages import Page, read_page
from atlas.words.problems import Problem, RecordsBroken, did_you_mean
from atlas.words.vocabulary import NEEDS

TITLE: Final = "title"
#: Either describes the page to search engines and in lists; `summary` is what a record has.
DESCRIPTIONS: Final = ("description", "summary")
#: `needs`: services that its statements run with; `walk`: a test does it from its first line to its last.
FIELDS: Final = frozenset({TITLE, *DESCRIPTIONS, "keywords", "needs", "walk", *SITE_KEYS})


def all_pages(library: Library) -> list[Page]:
    """Every page of the site: those of the library, and the guides, which are read here.

    Without the guides where `mkdocs.yml`, which leaves some out, is broken: the check of the navigation says so.
    """
    root = library.facts.root
    known = {page.path for page in library.pages}
    try:
        guides = [path for path in read_site_files(root).pages if path not in known]
    except RecordsBroken:
        guides = []
    return [*library.pages, *(read_page(root / path, path) for path in guides)]


def is_of_a_release(page: Page) -> bool:
    """Whether a page stands in the folder of a release."""
    return len(page.path.parts) == 4 and page.path.parts[:2] == ("docs", "releases")


def is_change(page: Page) -> bool:
    """Whether a page is that of a change."""
    return is_of_change(page.path)


def check(page: Page) -> Iterator[Problem]:
    """Problems of one guide's front matter; none of what is below a release: a record, or at a wrong place."""
    if (page.path.parts[:2] == ("docs", "releases") and page.path.name != "index.md") or is_of_a_release(
        page
    ):
        return
    if not str(page.meta.get(TITLE) or "").strip():
        yield Problem(page.path, 1, TITLE, "missing, and every page needs one", "add `title:`")
    if not any(str(page.meta.get(name) or "").strip() for name in DESCRIPTIONS):
        remedy = "add `description:` with the sentence that search engines and lists show"
        yield Problem(page.path, 1, DESCRIPTIONS[0], "missing, and every guide needs one", remedy)
    yield from _runs(page)
    for name in page.meta:
        if name not in FIELDS:
            message = f"unknown field, expected one of {', '.join(sorted(FIELDS))}"
            yield Problem(page.path, page.line_of(name), str(name), message, did_you_mean(str(name), FIELDS))


def _runs(page: Page) -> Iterator[Problem]:
    """Whether the fields that say how the guide is run can be read."""
    needs = page.meta.get("needs", [])
    if not isinstance(needs, list) or not set(map(str, needs)) <= set(NEEDS):
        message = f"found {needs}, expected a list of some of {', '.join(NEEDS)}"
        yield Problem(page.path, page.line_of("needs"), "needs", message)
    if page.meta.get("walk", "true") != "true":
        message = f"found '{page.meta['walk']}', expected true"
        yield Problem(
            page.path, page.line_of("walk"), "walk", message, "take it out where no test does the guide"
        )
