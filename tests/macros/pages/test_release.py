"""A release page shows how heavy the release is and the way to its neighbors."""

from macros.pages.release import article
from tests.macros.one_page import here_on, rendered
from tests.project import GOOD, Project

INDEX = """\
---
title: Django {release}
summary: A release about which this test says nothing.
---
# Django {release}
"""
CONTENT = "# Django 4.1\n\n## What breaks first\n\n* list\n\n## Next\n"


def draw(project: Project, release: str = "4.1", content: str = CONTENT) -> str:
    here = here_on(project, f"releases/{release}/index.md")
    return article(here, rendered(here, content))


def write(project: Project, *releases: str) -> None:
    for release in releases:
        project.write(f"{release}/index", INDEX.format(release=release))


def test_neighbors_are_the_nearest_releases_with_a_page(project: Project) -> None:
    write(project, "3.2", "4.1", "4.2", "6.1")
    html = draw(project)
    assert 'rel="prev" href="../3.2/"' in html
    assert 'rel="next" href="../4.2/"' in html


def test_the_oldest_and_the_newest_have_one_neighbor(project: Project) -> None:
    write(project, "2.2", "4.1", "6.1")
    assert 'rel="prev"' not in draw(project, "2.2")
    assert 'rel="next"' not in draw(project, "6.1")


def test_the_picture_stands_between_the_heading_and_its_list(project: Project) -> None:
    write(project, "4.1")
    project.write("4.1/shelves", GOOD)
    html = draw(project)
    assert (
        html.index("What breaks first")
        < html.index("forces work in Django 4.1")
        < html.index("<li>list</li>")
    )


def test_the_picture_has_its_table(project: Project) -> None:
    write(project, "4.1")
    project.write("4.1/shelves", GOOD)
    assert "Authentication and passwords</th><td>0</td><td>0</td><td>1</td><td>1</td>" in draw(project)


def test_a_page_without_the_section_has_the_picture_at_its_end(project: Project) -> None:
    write(project, "4.1")
    project.write("4.1/shelves", GOOD)
    html = draw(project, content="# Django 4.1\n\nText.")
    assert html.index("<p>Text.</p>") < html.index("forces work in Django 4.1")
