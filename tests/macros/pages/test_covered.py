"""The page about this site says how much of Django's changes it covers."""

import re
from dataclasses import replace

from macros.build.here import Here
from macros.pages.covered import covered
from tests.html_tables import text
from tests.macros.one_page import PAGES, build_of
from tests.project import Project


def shown(project: Project) -> str:
    build = replace(build_of(project), sources=frozenset({*PAGES, "about/how-claims-are-proved.md"}))
    return text(covered(Here(build, "about/index.md")))


def test_the_page_says_how_much_of_djangos_notes_is_covered(project: Project) -> None:
    assert re.search(
        r"Of \d+ entries in Django’s own release notes, 0 have a page here or a reason why not",
        shown(project),
    )


def test_nothing_is_called_complete_that_is_not(project: Project) -> None:
    assert "Every change of" not in shown(project)
