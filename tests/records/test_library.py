"""A record that says nothing of where it ends is told and left out: no page is drawn of it, no claim judged."""

import pytest

from atlas.records.library import load
from tests.project import GOOD, Project


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (
            "",
            ":4: removed: missing, and kind deprecated needs it; add `removed:` with the release in which it goes",
        ),
        ("removed: 3.2\n", ":7: removed: found '3.2', expected a release after 4.1"),
        ("removed: 4.1\n", ":7: removed: found '4.1', expected a release after 4.1"),
    ],
)
def test_a_deprecation_without_an_end_to_come_is_no_record(end: str, said: str, project: Project) -> None:
    path = project.write("4.1/shelves", GOOD.replace("removed: 5.0\n", end))
    library, problems = load(project.root)
    assert [str(problem) for problem in problems] == [f"{path}{said}"]
    assert library.changes == ()
    assert len(library.pages) == 1


def test_a_deprecation_with_an_end_to_come_is_one(project: Project) -> None:
    project.write("4.1/shelves")
    library, problems = load(project.root)
    assert (len(library.changes), problems) == (1, [])
