"""Fixtures that more than one folder of tests uses."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.facts.django import Facts
from atlas.prove.pythons import find
from atlas.prove.targets import targets
from tests.building import ROOT, build_once
from tests.desk import Desk
from tests.project import Project


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Project:
    """An empty project with the real facts."""
    return Project(tmp_path / "project", root / "data")


@pytest.fixture
def desk(tmp_path: Path, root: Path) -> Callable[..., Desk]:
    """Makes folders in which a test writes pages of its own and has them run, with the releases that it needs."""
    return lambda *releases: Desk(tmp_path, root, releases)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built once for the run, strictly."""
    return build_once(tmp_path_factory, "built")


def missing_pythons() -> list[str]:
    """The Pythons that samples run with and that this machine lacks."""
    wanted = {target.python for target in targets(Facts(ROOT))}
    return sorted(python for python in wanted if find(python) is None)


#: What a test asks for if it needs a whole site or a program that shows one.
OF_THE_SITE = {
    "built_site",
    "offline_site",
    "site",
    "browser",
    "page",
    "address",
    "nginx",
    "live_page",
    "preview",
}


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what needs a site: `make test-fast` leaves it out."""
    if OF_THE_SITE & set(getattr(item, "fixturenames", ())):
        item.add_marker("site")


#: The file of tests that comes first.
BUILDS = "tests/site/test_links.py"


def in_order(items: list[pytest.Item]) -> list[pytest.Item]:
    """What builds the site first, what needs it last: while one process builds, the others have work."""
    return sorted(
        items,
        key=lambda item: 0 if item.nodeid.startswith(BUILDS) else 2 if item.get_closest_marker("site") else 1,
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Bring in order; leave out what runs Django where its Pythons are missing, and say so; never in CI."""
    items[:] = in_order(items)
    missing = missing_pythons()
    without = [item for item in items if item.get_closest_marker("django")]
    if not missing or not without:
        return
    words = f"{len(without)} tests that run Django: Python {', '.join(missing)} missing here, please install"
    if os.environ.get("CI"):
        raise pytest.UsageError(f"cannot run {words}")
    items[:] = [item for item in items if item not in without]
    config.hook.pytest_deselected(items=without)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
    """Say at the end what was not run, and how it ended; the numbers and the time are pytest's own last line."""
    if missing := missing_pythons():
        words = f"tests that run Django: Python {', '.join(missing)} missing here, please install"
        terminalreporter.write_line(f"not run: {words}", yellow=True)
    terminalreporter.write_line(f"exit status {int(exitstatus)}")
