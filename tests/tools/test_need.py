"""What the make targets need is one table; a missing program is installed, or named in one line with its package."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.prove import services
from tools import need
from tools.need import TABLE, Need


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[[Need], list[list[str]]]:
    """Makes one row missing on a machine that installs nothing; gives the packages that it was asked to install."""

    def without(row: Need) -> list[list[str]]:
        asked: list[list[str]] = []
        monkeypatch.setattr(need, "missing", lambda target: [row] if target in row.targets else [])
        monkeypatch.setattr(need, "install", asked.append)
        return asked

    return without


@pytest.fixture(scope="module")
def index() -> None:
    """A package index that can be asked."""
    if not shutil.which("apt-cache"):
        pytest.skip(
            "no apt on this machine: whether Debian has the packages of tools/need.py cannot be asked here"
        )
    if not any(Path("/var/lib/apt/lists").glob("*Packages*")):
        updated = subprocess.run(["apt-get", "update"], capture_output=True, text=True)
        assert updated.returncode == 0, f"apt knows no packages yet: apt-get update\n{updated.stderr}"


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.program)
def test_a_missing_program_is_installed_or_named_with_its_package_and_the_reason(
    without: Callable[[Need], list[list[str]]], row: Need, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = without(row)
    assert need.main([row.targets[0]]) == 1
    assert asked == [[row.package]]
    said = capsys.readouterr().err
    assert said == f"please install: apt-get install {row.package}  ({row.program}: {row.purpose})\n"


@pytest.mark.usefixtures("index")
def test_the_package_of_each_row_exists() -> None:
    packages = [row.package for row in TABLE]
    unknown = set(packages) - set(need.known(packages))
    assert not unknown, f"apt knows no package {unknown}: correct the rows of tools/need.py"


@pytest.mark.usefixtures("index")
def test_a_package_that_does_not_exist_is_not_known() -> None:
    assert need.known(["upgrade-atlas-without-a-package", "coreutils"]) == ["coreutils"]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.program)
def test_a_program_is_there_only_if_it_is_found(
    row: Need, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(need, "PATHS", str(tmp_path))
    (tmp_path / "other").touch(0o755)
    bare = row._replace(also=tuple(name for name in row.also if "/" not in name))
    assert not need.is_there(bare)
    (tmp_path / row.program).touch(0o755)
    assert need.is_there(bare)


def test_a_program_may_be_in_a_place_that_no_path_names(tmp_path: Path) -> None:
    row = Need("extension", "package", "a test", ("test",), (f"{tmp_path}/*/extension.control",))
    assert not need.is_there(row)
    (tmp_path / "16").mkdir()
    (tmp_path / "16/extension.control").touch()
    assert need.is_there(row)


def test_everything_that_is_missing_is_said_in_one_line() -> None:
    said = need.line([need.named("postgis"), need.named("gdalinfo"), need.named("nginx")])
    assert "\n" not in said
    assert said.startswith("please install: apt-get install postgresql-postgis gdal-bin nginx  (postgis: ")


def test_a_target_without_a_row_is_a_mistake() -> None:
    with pytest.raises(ValueError, match=r"no row of tools/need\.py names the target 'tests'"):
        need.missing("tests")


def test_where_neither_root_nor_sudo_is_at_hand_nothing_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    ran: list[list[str]] = []
    monkeypatch.setattr(need, "_run", lambda command: ran.append(command) or 1)
    need.install(["nginx"], say=pytest.fail)
    assert ran in ([["sudo", "-n", "true"]], [])  # []: a machine without apt


def test_the_makefile_and_the_table_name_the_same_targets(root: Path) -> None:
    asked = re.findall(r"-m tools\.need (\S+)", (root / "Makefile").read_text(encoding="utf-8"))
    assert sorted(set(asked)) == sorted({target for row in TABLE for target in row.targets})


def test_the_table_has_the_packages_of_all_services() -> None:
    packages = {row.package for row in TABLE if "prove" in row.targets}
    assert {package for text in services.PACKAGES.values() for package in text.split()} <= packages
