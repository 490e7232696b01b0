"""A file that cannot be read as it is saved is one line, wherever it lies, and keeps no other check from its work."""

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


UNSEEN = {
    "a byte order mark": (
        ("---\ntitle", "\ufeff---\ntitle"),
        "encoding: the file begins with a byte order mark; save it as UTF-8 without one",
    ),
    "a blank that is none": (
        ("Shelves rest.", "Shelves\xa0rest."),
        "character: found U+00A0 (NO-BREAK SPACE), which nobody sees; take it out; in a sample, write it as `\\u00a0`",
    ),
    "a sign without a width": (
        ("Shelves rest.", "Shelves\u200b rest."),
        "character: found U+200B (ZERO WIDTH SPACE), which nobody sees; take it out;",
    ),
    "a line end that editors do not show": (
        ("Shelves rest.", "Shelves\u2028rest."),
        "character: found U+2028 (LINE SEPARATOR), which nobody sees; take it out;",
    ),
    "a sign that turns the text round": (
        ("Shelves rest.", "Shelves \u202erest."),
        "character: found U+202E (RIGHT-TO-LEFT OVERRIDE), which nobody sees; take it out;",
    ),
    "a control character": (
        ("Shelves rest.", "Shelves\x00 rest."),
        "character: found U+0000 (a control character), which nobody sees; take it out;",
    ),
    "what is left of a sign that was not read": (
        ("Shelves rest.", "Shelves rest, d\ufffdsol\ufffd."),
        "character: found U+FFFD (REPLACEMENT CHARACTER), which nobody sees; take it out;",
    ),
}


@pytest.mark.parametrize("mistake", UNSEEN)
def test_a_sign_that_nobody_sees_is_told_with_its_line(mistake: str, project: Project) -> None:
    (old, new), expected = UNSEEN[mistake]
    path = project.write("4.1/shelves", GOOD.replace(old, new))
    line = GOOD[: GOOD.index(old)].count("\n") + 1
    (said,) = [str(problem) for problem in inspect(project.root)[1]]
    assert said.startswith(f"{path}:{line}: {expected}")


def test_a_control_character_in_the_front_matter_is_told_where_it_is(project: Project) -> None:
    path = project.write("4.1/shelves", GOOD.replace("area: auth", "area: au\x08th"))
    said = [str(problem) for problem in inspect(project.root)[1]]
    assert [line.partition(" (")[0] for line in said] == [
        f"{path}:5: character: found U+0008",
        f"{path}:5: front matter: not valid YAML",
    ]
    assert "\n" not in "".join(said)


@pytest.mark.parametrize("name", ["docs/releases/4.1/shelves.md", "docs/guides/shelves.md"])
def test_a_page_that_cannot_be_opened_is_told(name: str, project: Project) -> None:
    path = project.root / name
    path.parent.mkdir(parents=True)
    path.symlink_to("nowhere.md")
    assert [str(problem) for problem in inspect(project.root)[1]] == [
        f"{name}: file: cannot be read (No such file or directory); take it out"
    ]
    path.unlink()
    path.mkdir()
    assert [str(problem) for problem in inspect(project.root)[1]] == [
        f"{name}: file: cannot be read (Is a directory); take it out"
    ]


def test_a_front_matter_that_does_not_end_is_told(project: Project) -> None:
    path = project.write("4.1/shelves", GOOD.replace("covers: []\n---\n", "covers: []\n"))
    assert [str(problem) for problem in inspect(project.root)[1]] == [
        f"{path}:1: front matter: is not closed; write a line `---` below its last field"
    ]


def test_a_lock_file_that_is_not_utf_8_is_told_by_the_check(project: Project) -> None:
    path = project.root / "data/proof/pins/4.1.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"Django==4.1.13\n\xff\n")
    assert [str(problem) for problem in inspect(project.root)[1]] == [
        "data/proof/pins/4.1.txt:2: encoding: found the byte 0xff, expected UTF-8; save the file as UTF-8"
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
