"""A page that is not UTF-8 is one line, wherever it lies, and keeps no other check from its work."""

import pytest

from atlas.check.everything import inspect
from atlas.facts.pins import patch_entries
from atlas.words.problems import RecordsBroken
from tests.project import GOOD, Project


@pytest.mark.parametrize("name", ["docs/releases/4.1/shelves.md", "docs/guides/shelves.md"])
def test_a_byte_that_is_not_utf_8_is_told_with_its_line(name: str, project: Project) -> None:
    path = project.root / name
    path.parent.mkdir(parents=True)
    path.write_bytes(GOOD.replace("Shelves rest.", "Shelves rest, d\xe9sol\xe9.").encode("latin-1"))
    line = GOOD[: GOOD.index("Shelves rest.")].count("\n") + 1
    assert [str(problem) for problem in inspect(project.root)[1]] == [
        f"{name}:{line}: encoding: found the byte 0xe9, expected UTF-8; save the file as UTF-8"
    ]


def test_line_ends_of_windows_are_told_where_they_begin(project: Project) -> None:
    path = project.write("4.1/shelves", GOOD.replace("area: auth\n", "area: auth\r\n"))
    assert [str(problem) for problem in inspect(project.root)[1]] == [
        f"{path}:5: line ends: the line ends with a carriage return, expected a line feed alone;"
        " save the file with Unix line ends"
    ]


def test_a_file_of_redirects_that_is_not_utf_8_is_told_with_its_line(project: Project) -> None:
    (project.root / "redirects.yml").write_bytes(b"/a/: /b/\n/caf\xe9/: /b/\n")
    assert [str(problem) for problem in inspect(project.root)[1]] == [
        "redirects.yml:2: encoding: found the byte 0xe9, expected UTF-8; save the file as UTF-8"
    ]


def test_a_lock_file_that_is_not_utf_8_is_told(project: Project) -> None:
    path = project.root / "data/proof/pins/patches.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff")
    with pytest.raises(RecordsBroken) as broken:
        patch_entries(project.root)
    assert str(broken.value) == (
        "data/proof/pins/patches.txt:1: encoding: found the byte 0xff, expected UTF-8; save the file as UTF-8"
    )
