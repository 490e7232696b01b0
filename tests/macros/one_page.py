"""What a macro sees during a build, without building: the records, the pages of the site, and the page it is on."""

from collections.abc import Collection
from datetime import date
from itertools import pairwise

from markdown import Markdown

from atlas.facts.proofs import Proofs
from atlas.records.library import load
from atlas.records.redirects import Redirects
from macros.build.build import Build
from macros.build.here import Here
from macros.markdown.evidence import EvidenceExtension
from macros.markdown.insertions import InsertionExtension
from macros.pages.parts import insertions
from tests.project import Project

TODAY = date(2026, 11, 21)
RELEASES = (
    "2.2",
    "3.0",
    "3.1",
    "3.2",
    "4.0",
    "4.1",
    "4.2",
    "5.0",
    "5.1",
    "5.2",
    "6.0",
    "6.1",
    "6.2",
    "2028",
    "2029",
)
PAGES = (
    "index.md",
    "about/index.md",
    "releases/index.md",
    "reference/security.md",
    "reference/settings.md",
    "upgrade/index.md",
    *(f"releases/{release}/index.md" for release in RELEASES),
    *(f"upgrade/{old}-to-{new}.md" for old, new in pairwise(RELEASES)),
)


def build_of(
    project: Project,
    *,
    proofs: Proofs | None = None,
    today: date = TODAY,
    directories: bool = True,
    more: Collection[str] = (),
) -> Build:
    """A build of a test's project. directories: `use_directory_urls`, false in the offline copy; more: sources."""
    library, problems = load(project.root)
    assert not problems
    sources = {*PAGES, *more, *(f"releases/{change.id}.md" for change in library.changes)}
    return Build(
        root=project.root,
        library=library,
        proofs=proofs or Proofs({}, {}),
        redirects=Redirects({}),
        sources=frozenset(sources),
        today=today,
        site_url="https://atlas.example/",
        site_name="Atlas",
        directory_urls=directories,
    )


def here_on(project: Project, page: str = "releases/4.1/index.md", directories: bool = True) -> Here:
    """A build that stands on one page."""
    build = build_of(project, directories=directories)
    assert page in build.sources, f"tests know no page {page}"
    return Here(build, page)


def rendered(here: Here, text: str) -> str:
    """The HTML of an author's Markdown with all that is drawn among its headings."""
    extension = InsertionExtension(lambda: insertions(here.build, here.source))
    return Markdown(extensions=["toc", "md_in_html", extension, EvidenceExtension()]).convert(text)
