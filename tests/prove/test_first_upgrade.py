"""The guide to a first upgrade is done here as a reader does it, command by command."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from atlas.check.guide_claims import is_walked
from atlas.facts.django import Facts
from atlas.prove.environments import Environment, ensure
from atlas.prove.pythons import find
from atlas.prove.targets import targets
from atlas.records.pages import read_page
from tests.prove.walk import Shell, walk
from tests.prove.wheels import pack

PAGE = "docs/upgrade/first-upgrade.md"
RELEASES = ("3.2", "4.0", "4.1", "4.2")
PYTHON = "3.10"
PACKAGES = ("django", "asgiref", "sqlparse", "pytz", "typing_extensions")


@pytest.fixture(scope="module")
def wheels(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of the four releases as files."""
    folder = tmp_path_factory.mktemp("wheels")
    for target in targets(Facts(root)):
        if target.release in RELEASES:
            made = ensure(root, target, root / ".cache/prove/environments")
            assert isinstance(made, Environment), made.reason
            pack(made.python.parents[1], PACKAGES, folder)
    return folder


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Callable[..., Shell]]:
    """Opens a shell as a reader has it: the right Python by its name, and a home folder of its own."""
    found = find(PYTHON)
    assert found
    opened = []
    for name in ("bin", "home", "work"):
        (tmp_path / name).mkdir()
    (tmp_path / f"bin/python{PYTHON}").symlink_to(found[0])

    def open_shell(**environ: str) -> Shell:
        kept = {key: value for key, value in os.environ.items() if key.lower().endswith("_proxy")}
        shell = Shell(
            tmp_path / "work",
            {
                **kept,
                "PATH": os.pathsep.join([str(tmp_path / "bin"), "/usr/local/bin", "/usr/bin", "/bin"]),
                "HOME": str(tmp_path / "home"),
                # Stock settings: no name, no branch but the one that git itself chooses.
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_CONFIG_SYSTEM": os.devnull,
                "LANG": "C.UTF-8",
                "PIP_DISABLE_PIP_VERSION_CHECK": "1",
                # As on a screen, where both streams arrive in the order in which they are written.
                "PYTHONUNBUFFERED": "1",
                **environ,
            },
        )
        opened.append(shell)
        return shell

    yield open_shell
    for one in opened:
        one.close()


def done(root: Path, shell: Shell) -> list[str]:
    return [command.text for command in walk(read_page(root / PAGE, Path(PAGE)), shell)]


@pytest.mark.django
@pytest.mark.slow
def test_every_command_does_what_the_page_shows(
    root: Path, wheels: Path, shell: Callable[..., Shell]
) -> None:
    typed = done(
        root,
        shell(PIP_CONFIG_FILE=os.devnull, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(wheels), PIP_NO_COMPILE="1"),
    )
    assert sum("pip install" in command for command in typed) >= len(RELEASES)
    assert any("manage.py test" in command for command in typed)


@pytest.mark.django
@pytest.mark.slow
def test_the_packages_of_the_index_do_the_same(root: Path, shell: Callable[..., Shell]) -> None:
    # Where the index is, pip knows from this machine's own settings.
    settings = {key: value for key, value in os.environ.items() if key == "HOME" or key.startswith("PIP_")}
    assert done(root, shell(**settings))


def test_it_is_the_one_guide_that_says_that_it_is_walked(root: Path) -> None:
    paths = (path.relative_to(root) for path in (root / "docs").rglob("*.md"))
    assert [str(path) for path in paths if is_walked(read_page(root / path, path))] == [PAGE]


def test_the_page_installs_the_releases_that_are_run(root: Path) -> None:
    text = (root / PAGE).read_text(encoding="utf-8")
    assert all(f"Django~={release}.0" in text for release in RELEASES)
