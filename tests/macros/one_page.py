"""What a macro sees during a build, without building: a page, the files of the site, the records."""

from datetime import date
from itertools import pairwise
from types import SimpleNamespace

from mkdocs.structure.files import File, Files

from atlas.records.library import load
from macros.build.site import Site
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
    "reference/security.md",
    "reference/settings.md",
    "upgrade/index.md",
    *(f"releases/{release}/index.md" for release in RELEASES),
    *(f"upgrade/{old}-to-{new}.md" for old, new in pairwise(RELEASES)),
)


def site_on(project: Project, page: str = "releases/4.1/index.md", directories: bool = True) -> Site:
    """A build that stands on one page. directories: `use_directory_urls`, false in the offline copy."""
    library, problems = load(project.root)
    assert not problems
    sources = [*PAGES, *(f"releases/{change.id}.md" for change in library.changes)]
    files = Files([File(source, "docs", "site", directories) for source in sources])
    here = files.get_file_from_path(page)
    assert here is not None, f"tests know no page {page}"
    env = SimpleNamespace(page=SimpleNamespace(file=here), variables={"files": files})
    return Site(env, library, TODAY)
