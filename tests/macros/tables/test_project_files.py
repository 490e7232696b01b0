"""What startproject and startapp generate is compared hop by hop."""

import json
import re

from atlas.facts import default_files
from macros.tables import project_files
from tests.macros.one_page import here_on
from tests.project import Project

PAGE = "upgrade/4.0-to-4.1.md"


def hop(drawn: str, title: str) -> str:
    return drawn.partition(f"### {title} ")[2].partition("### ")[0]


def test_a_line_that_went_is_marked(project: Project) -> None:
    drawn = hop(project_files.project_hops(here_on(project, PAGE)), "3.2 to 4.0")
    assert '```diff title="mysite/settings.py"' in drawn
    assert "\n-USE_L10N = True\n" in drawn


def test_a_new_file_says_that_it_is_new(project: Project) -> None:
    drawn = hop(project_files.project_hops(here_on(project, PAGE)), "2.2 to 3.0")
    assert 'title="mysite/asgi.py (new)"' in drawn
    assert "settings.py" not in drawn


def test_a_hop_that_changed_nothing_says_so(project: Project) -> None:
    assert hop(project_files.project_hops(here_on(project, PAGE)), "4.0 to 4.1").endswith(
        "Nothing differs.\n\n"
    )


def test_every_hop_is_there_newest_first(project: Project) -> None:
    drawn = project_files.project_hops(here_on(project, PAGE))
    titles = re.findall(r"^### (\S+) to (\S+)", drawn, re.MULTILINE)
    kept = default_files.load(project.root / "data")
    assert titles == [(one.old, one.new) for one in reversed(kept.hops())]


def test_the_page_carries_all_files_of_all_releases(project: Project) -> None:
    drawn = project_files.compare_projects(here_on(project, PAGE))
    inside = drawn.partition('id="project-files">')[2].partition("</script>")[0]
    assert "<" not in inside, "no text may end the element"
    assert json.loads(inside) == default_files.load(project.root / "data").files
