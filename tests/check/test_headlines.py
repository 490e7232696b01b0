"""Titles and summaries read alike in every list: no release in a title, one sentence for a summary."""

import pytest

from atlas.check.everything import inspect
from tests.project import GOOD, Project

TITLE, SUMMARY = GOOD.split("\n")[1:3]
RELEASE = "expected no release; say what is different: the page names its release beside the title"
ONE = "say one thing, and the rest on the page"
WRONG = {
    "a title with its own release": (
        TITLE,
        "title: Django 4.1 closes shelves on Sundays",
        f":2: title: found 'Django 4.1', {RELEASE}",
    ),
    "a title that says since when": (
        TITLE,
        "title: Shelves close on Sundays since 4.1",
        f":2: title: found 'since 4.1', {RELEASE}",
    ),
    "a title that says until when": (
        TITLE,
        "title: Shelves open on Sundays until Django 5.0",
        f":2: title: found 'until Django 5.0', {RELEASE}",
    ),
    "a title with a patch release": (
        TITLE,
        "title: Shelves close on Sundays as of 4.1.3",
        f":2: title: found 'as of 4.1.3', {RELEASE}",
    ),
    "a title with a full stop": (
        TITLE,
        f"{TITLE}.",
        ":2: title: found '.' at its end; a title is no sentence: take it out",
    ),
    "a summary of two sentences": (
        SUMMARY,
        "summary: Asking for a shelf warns now. From 5.0 on it fails.",
        f":3: summary: found two sentences, expected one: the first is '…warns now.'; {ONE}",
    ),
    "a summary that begins with a question": (
        SUMMARY,
        'summary: "Is it Sunday? `Shelf` warns now."',
        f":3: summary: found two sentences, expected one: the first is '…it Sunday?'; {ONE}",
    ),
    "a summary without an end": (
        SUMMARY,
        "summary: Asking for a shelf on a Sunday warns now",
        ":3: summary: found '…warns now' at its end; end it with a full stop",
    ),
}


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in inspect(project.root)[1]]


@pytest.mark.parametrize("mistake", WRONG)
def test_a_headline_that_reads_unlike_the_others_is_one_line(project: Project, mistake: str) -> None:
    old, new, expected = WRONG[mistake]
    path = project.write("4.1/shelves", GOOD.replace(old, new))
    assert problems(project) == [f"{path}{expected}"]


@pytest.mark.parametrize(
    "title",
    [
        "GeoDjango needs PostGIS 3.0 and GDAL 2.2",
        "Shelves close with Python 3.2 and older",
        "Packages are asked to support Django 2.2 and newer",
        "A setting for the move to 4.1 alone",
        "Shelves of 4.1 meters close on 4.1 % of Sundays",
    ],
)
def test_numbers_of_other_products_and_releases_that_are_the_subject_are_right(
    project: Project, title: str
) -> None:
    project.write("4.1/shelves", GOOD.replace(TITLE, f"title: {title}"))
    assert problems(project) == []


@pytest.mark.parametrize(
    "summary",
    [
        "The message 'Shelf does not exist.' is now 'no shelf', e.g. on Sundays.",
        "Shelf(...) describes a shelf of 3.5 meters.",
        "Does a shelf close on Sundays?",
    ],
)
def test_a_point_inside_of_a_sentence_is_right(project: Project, summary: str) -> None:
    project.write("4.1/shelves", GOOD.replace(SUMMARY, f'summary: "{summary}"'))
    assert problems(project) == []
