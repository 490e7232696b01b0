"""A guide that does not say what happens is found out, whatever it is that differs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from atlas.records.pages import Fence, read_page
from tests.prove.walk import Differs, Shell, changed, commands, matches, walk


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    (tmp_path / "work").mkdir()
    with Shell(tmp_path / "work", {"PATH": "/usr/local/bin:/usr/bin:/bin"}) as opened:
        yield opened


def guide(tmp_path: Path, *fences: str) -> Path:
    path = tmp_path / "guide.md"
    path.write_text("# A guide\n\n" + "\n\n".join(fences) + "\n", encoding="utf-8")
    return path


def go(path: Path, shell: Shell) -> list[str]:
    return [command.text for command in walk(read_page(path, Path("guide.md")), shell)]


def console(text: str) -> str:
    return f"```console\n{text}\n```"


def test_an_empty_guide_does_nothing(tmp_path: Path, shell: Shell) -> None:
    assert go(guide(tmp_path), shell) == []


def test_a_guide_that_is_right_passes(tmp_path: Path, shell: Shell) -> None:
    path = guide(
        tmp_path,
        console("$ mkdir shelf\n$ cd shelf"),
        '```text title="books/emma.txt"\nEmma\nby Jane\n```',
        '```diff title="books/emma.txt"\n Emma\n-by Jane\n+by Jane Austen\n```',
        console("$ cat books/emma.txt\nEmma\nby Jane Austen"),
    )
    assert go(path, shell) == ["mkdir shelf", "cd shelf", "cat books/emma.txt"]


def test_other_output_is_found_with_its_line(tmp_path: Path, shell: Shell) -> None:
    with pytest.raises(Differs, match=r"line 4: \$ echo one"):
        go(guide(tmp_path, console("$ echo one\ntwo")), shell)


@pytest.mark.parametrize("command", ["echo said", "echo said >&2"])
def test_output_that_the_guide_does_not_show_is_found(tmp_path: Path, shell: Shell, command: str) -> None:
    with pytest.raises(Differs, match="and printed\nsaid"):
        go(guide(tmp_path, console(f"$ {command}")), shell)


def test_a_command_that_fails_is_found_even_if_its_output_is_right(tmp_path: Path, shell: Shell) -> None:
    with pytest.raises(Differs, match="ended with 1"):
        go(guide(tmp_path, console("$ echo one; false\none")), shell)


def test_a_command_may_fail_where_the_guide_shows_the_error(tmp_path: Path, shell: Shell) -> None:
    go(guide(tmp_path, console('$ echo "ValueError: no"; (exit 3)\nValueError: no')), shell)


def test_a_command_that_was_to_fail_and_did_not_is_found(tmp_path: Path, shell: Shell) -> None:
    with pytest.raises(Differs, match="ended with 0"):
        go(guide(tmp_path, console('$ echo "ValueError: no"\nValueError: no')), shell)


def test_a_change_to_lines_that_are_not_there_is_found(tmp_path: Path, shell: Shell) -> None:
    text = '```text title="a.txt"\none\n```'
    with pytest.raises(Differs, match=r"line 7: a\.txt: these lines do not stand"):
        go(guide(tmp_path, text, '```diff title="a.txt"\n-two\n+three\n```'), shell)


def test_a_fence_that_takes_no_part_is_found(tmp_path: Path, shell: Shell) -> None:
    with pytest.raises(Differs, match="a fence that nobody runs: python"):
        go(guide(tmp_path, "```python\nprint(1)\n```"), shell)


def test_output_without_a_command_is_found() -> None:
    with pytest.raises(Differs, match="line 8: output without a command: one"):
        commands(Fence(7, "console", "", "one\n$ two"))


def test_a_question_gets_no_answer(tmp_path: Path, shell: Shell) -> None:
    with pytest.raises(Differs, match="ended with 1"):
        go(guide(tmp_path, console("$ read answer")), shell)


@pytest.mark.parametrize(
    ("shown", "output"),
    [
        ("", "\n"),
        ("one", "one  \n"),
        ("Ran 2 tests in …s", "Ran 2 tests in 0.017s\n"),
        ("…\nlast", "last\n"),
        ("…\nlast", "first\nsecond\nlast\n"),
        ("….…/tests.py:1: no", "..F./home/x/tests.py:1: no\n"),
    ],
)
def test_gaps_stand_for_what_is_left_out(shown: str, output: str) -> None:
    assert matches(shown, output)


@pytest.mark.parametrize(
    ("shown", "output"),
    [
        ("one", "one\ntwo\n"),
        ("Ran … tests", "Ran 2\ntests\n"),
        ("…\nlast", "last\nno\n"),
        ("a.c", "abc\n"),
        ("", "said\n"),
    ],
)
def test_gaps_stand_for_nothing_else(shown: str, output: str) -> None:
    assert not matches(shown, output)


def test_lines_that_stand_twice_are_no_place_for_a_change() -> None:
    with pytest.raises(Differs):
        changed("a\nb\na\n", "-a\n+c\n")
    assert changed("a\nb\na\n", "-a\n b\n+c\n") == "b\nc\na\n"
