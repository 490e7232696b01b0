"""Files: which are read, in what encodings, and what is said of those that are not."""

import os
from pathlib import Path

import pytest

from atlas.scan.engine import Result, scan_folder

RULES = [{"id": "4.0/x", "necessary_by": "4.0", "rules": [{"name": ["django.conf.urls.url"], "tag": []}]}]
OLD = "from django.conf.urls import url\n"


def scan(folder: Path) -> Result:
    return scan_folder(folder, RULES)


def places(result: Result) -> list[str]:
    return [f"{hit.path}:{hit.line}:{hit.column}" for hit in result.hits]


def test_an_empty_folder_has_nothing(tmp_path: Path) -> None:
    assert scan(tmp_path) == Result()


@pytest.mark.parametrize(
    "folder", [".git", ".venv", ".tox/py39", "node_modules/x", "a/__pycache__", "b/site-packages"]
)
def test_folders_that_are_not_the_project_are_passed_over(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "a.py").write_text(OLD)
    assert scan(tmp_path) == Result()


def test_a_virtual_environment_is_known_by_its_file_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "stuff/lib").mkdir(parents=True)
    (tmp_path / "stuff/lib/a.py").write_text(OLD)
    assert places(scan(tmp_path)) == ["stuff/lib/a.py:1:30"]
    (tmp_path / "stuff/pyvenv.cfg").touch()
    assert scan(tmp_path) == Result()


def test_a_single_file_may_be_scanned(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(OLD)
    assert places(scan(tmp_path / "a.py")) == ["a.py:1:30"]


@pytest.mark.parametrize(
    "data",
    [
        OLD.encode("utf-8-sig"),
        b"# coding: latin-1\n# \xe9\n" + OLD.encode(),
        b"# caf\xe9, without a cookie\n" + OLD.encode(),
        b"# coding: no-such-thing\n" + OLD.encode(),
        OLD.encode("utf-16"),
        b"x = 1\r\n" + OLD.encode(),
        b"x = 1\r" + OLD.encode(),
        b"x = '\\d'  # an invalid escape warns\n" + OLD.encode(),
        b"# coding: cp1252\n# \x80\n" + OLD.encode(),
        "x = '\N{GRINNING FACE}'\n\f\n".encode() + OLD.encode(),
    ],
)
def test_odd_encodings_and_ends_of_lines_are_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.py").write_bytes(data)
    result = scan(tmp_path)
    assert [hit.source for hit in result.hits] == [OLD.strip()]
    assert result.hits[0].column == 30
    assert not result.unread


def test_columns_count_characters(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f"x = 'é\N{GRINNING FACE}'; {OLD}", encoding="utf-8")
    assert places(scan(tmp_path)) == ["a.py:1:40"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("from django.conf.urls import url\nprint 'loans'\n", "line 2: not valid Python 3"),
        (f"{OLD}def url(:\n", "line 2: not valid Python 3"),
        (f"{OLD}x = {'(' * 500}{')' * 500}", "line 2: not valid Python 3 (too many nested parentheses)"),
        (f"{OLD}x = {'-' * 100_000}1", "not readable as Python"),
        ("url\0", "not text"),
    ],
)
def test_what_cannot_be_read_is_said_and_stops_nothing(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "a.py").write_bytes(text.encode("utf-8", "surrogatepass"))
    (tmp_path / "b.py").write_text(OLD)
    result = scan(tmp_path)
    assert places(result) == ["b.py:1:30"]
    assert [item.path for item in result.unread] == ["a.py"]
    assert reason in result.unread[0].reason


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(OLD + "#" * 2_000_000)
    assert scan(tmp_path).unread == [("a.py", "too large (2.0 MB; the limit is 2 MB)")]


def test_links_are_read_but_not_walked_in_circles(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop/a.py").write_text(OLD)
    (tmp_path / "shop/b.py").symlink_to("a.py")
    (tmp_path / "shop/again").symlink_to(tmp_path)
    (tmp_path / "shop/broken.py").symlink_to("nothing")
    result = scan(tmp_path)
    assert places(result) == ["shop/a.py:1:30", "shop/b.py:1:30"]
    assert [item.path for item in result.unread] == ["shop/broken.py"]


def test_a_link_to_a_file_outside_of_the_folder_is_said_and_not_read(tmp_path: Path) -> None:
    project = tmp_path / "shop"
    (project / "inner").mkdir(parents=True)
    (tmp_path / "secret.py").write_text(OLD)
    (project / "own.py").write_text(OLD)
    (project / "inner/out.py").symlink_to(tmp_path / "secret.py")
    (project / "inner/up.py").symlink_to("../../secret.py")
    (project / "inner/in.py").symlink_to("../own.py")
    (project / "circle.py").symlink_to("circle.py")
    result = scan(project)
    assert places(result) == ["inner/in.py:1:30", "own.py:1:30"]
    outside = "a link to a file outside of the folder"
    assert result.unread[1:] == [("inner/out.py", outside), ("inner/up.py", outside)]
    assert result.unread[0].path == "circle.py"


def test_a_folder_behind_a_link_is_a_folder_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop/a.py").write_text(OLD)
    (tmp_path / "shop/b.py").symlink_to("a.py")
    (tmp_path / "link").symlink_to("shop")
    assert places(scan(tmp_path / "link")) == ["a.py:1:30", "b.py:1:30"]


def test_a_link_to_a_folder_is_not_followed_wherever_it_leads(tmp_path: Path) -> None:
    project = tmp_path / "shop"
    (project / "inner").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.py").write_text(OLD)
    (project / "out").symlink_to(tmp_path / "outside")
    (project / "inner/self").symlink_to(".")
    (project / "inner/up").symlink_to("..")
    (project / "inner/a.py").write_text(OLD)
    (project / "inner/through.py").symlink_to("../out/secret.py")
    result = scan(project)
    assert places(result) == ["inner/a.py:1:30"]
    assert result.unread == [("inner/through.py", "a link to a file outside of the folder")]


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.py")
    assert [item.path for item in scan(tmp_path).unread] == ["a.py"]


def test_a_folder_that_cannot_be_listed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").mkdir()
    list_folder = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied", path)
        return list_folder(path)

    # Tests may run as root, who may read everything.
    monkeypatch.setattr(os, "scandir", scandir)
    assert scan(tmp_path).unread == [("secret", "folder cannot be listed (Permission denied)")]


def test_a_file_without_any_word_that_a_rule_looks_for_is_not_parsed(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("print 'loans'")
    assert scan(tmp_path) == Result(files=1)
