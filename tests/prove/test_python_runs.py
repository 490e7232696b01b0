"""Django on Pythons: real releases from a folder, run on real Pythons, recorded once, and what goes wrong in a line."""

from pathlib import Path

import pytest

from atlas.facts import python_runs
from atlas.facts.django import Facts
from atlas.prove import pythons
from atlas.prove.python_runs import main
from tests.prove.shelves import index, project

pytestmark = [pytest.mark.django, pytest.mark.slow]


@pytest.fixture
def small(root: Path, tmp_path: Path) -> Path:
    """A project that knows two releases."""
    return project(root, tmp_path / "project", "4.1", "4.2")


def test_a_release_is_recorded_once_on_a_python(
    small: Path, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--release", "4.1", "--python", "3.10"]
    assert main(asked, small, index(files)) == 0
    django = Facts(small).newest_patch("4.1")
    found = pythons.find("3.10")
    assert found
    assert capsys.readouterr().out.splitlines() == [
        f"{django} on Python {found[1]}: runs",
        "every release is recorded on every Python",
    ]
    row = python_runs.load(small / "data")["4.1"]["3.10"]
    assert (row.django, row.python, row.did.status) == (django, found[1], "runs")
    assert row.did.modules and row.did.modules > 500
    assert main(asked, small, index(files)) == 0
    assert capsys.readouterr().out == "every release is recorded on every Python\n"


def test_a_python_that_is_missing_is_a_line(
    small: Path, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--release", "4.1", "--python", "3.99"], small, index(files)) == 1
    assert "Python 3.99 is missing; install it" in capsys.readouterr().out
    assert python_runs.load(small / "data") == {}


def test_an_index_without_django_refuses(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "nothing"
    empty.mkdir()
    assert main(["--release", "4.1", "--python", "3.10"], small, index(empty)) == 0
    assert ": refused" in capsys.readouterr().out
    assert "django" in str(python_runs.load(small / "data")["4.1"]["3.10"].did.why)
