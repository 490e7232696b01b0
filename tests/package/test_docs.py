"""Every command that is printed for those who install the package is run, and every file shown is read."""

import shlex
from pathlib import Path

import pytest
import yaml

from atlas.records.pages import Fence, Page, read_page
from atlas.scan import configuration
from tests.package.conftest import OLD, Install, run

pytestmark = pytest.mark.slow

PAPERS = ("docs/about/detection-rules.md", "README.md", "package/README.md")
PROMPT = "$ upgrade-atlas "


@pytest.fixture
def page(root: Path) -> Page:
    path = root / PAPERS[0]
    return read_page(path, path.relative_to(root))


def fence(page: Page, title: str) -> Fence:
    (found,) = (one for one in page.fences if one.title == title)
    return found


@pytest.mark.parametrize("paper", PAPERS)
def test_the_commands_run_one_after_the_other(
    paper: str, root: Path, install: Install, tmp_path: Path
) -> None:
    (tmp_path / "urls.py").write_text(OLD)
    lines = (root / paper).read_text(encoding="utf-8").splitlines()
    commands = [line.removeprefix(PROMPT) for line in lines if line.startswith(PROMPT)]
    assert len(commands) >= 3
    for command in commands:
        status = 1 if command.startswith("scan") and "baseline" not in command else 0
        assert run(install("3.9"), *shlex.split(command), status=status, cwd=tmp_path).stdout


def test_the_comment_ignores_the_line(page: Page, install: Install, tmp_path: Path) -> None:
    (line,) = (one.text for one in page.fences if "upgrade-atlas: ignore" in one.text)
    (tmp_path / "urls.py").write_text(line + "\n")
    assert "1 ignored" in run(install("3.9"), "scan", ".", "--from", "3.2", cwd=tmp_path).stdout


def test_the_configuration_is_understood(page: Page, tmp_path: Path) -> None:
    text = fence(page, "pyproject.toml").text
    (tmp_path / "pyproject.toml").write_text(text)
    table = configuration.read(tmp_path)
    assert set(table) == set(configuration.OPTIONS)
    assert configuration.by_hand(text) == table


def test_the_hook_is_one_that_there_is(page: Page, root: Path) -> None:
    (named,) = yaml.safe_load(fence(page, ".pre-commit-config.yaml").text)["repos"]
    ids = [row["id"] for row in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text())]
    assert [row["id"] for row in named["hooks"]] == ids
