"""README and CONTRIBUTING keep their word: what they show is valid, what they name exists."""

import re
from pathlib import Path

from atlas.check.everything import inspect
from tests.project import Project


def targets(root: Path) -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*##", (root / "Makefile").read_text(), re.MULTILINE))


def named(text: str) -> set[str]:
    return set(re.findall(r"`?make ([a-z-]+)\b", text))


def test_the_page_in_contributing_is_valid(project: Project, root: Path) -> None:
    text = (root / "CONTRIBUTING.md").read_text()
    sample = text.split("````markdown\n")[1].split("````")[0]
    project.write("4.1/logout-by-post", sample)
    assert [str(problem) for problem in inspect(project.root)[1]] == []


def test_contributing_has_at_most_six_steps(root: Path) -> None:
    steps = re.findall(r"^(\d+)\. ", (root / "CONTRIBUTING.md").read_text().split("````")[-1], re.MULTILINE)
    assert steps == [str(number) for number in range(1, len(steps) + 1)]
    assert len(steps) <= 6


def test_every_command_that_the_guides_name_exists(root: Path) -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        assert named((root / name).read_text()) <= targets(root), name


def test_every_command_for_users_is_in_the_readme(root: Path) -> None:
    # For maintainers: `make help` lists them.
    quiet = {"help", "lock", "format", "lint", "lint-web", "coverage", "test-fast", "test-slow"}
    assert targets(root) - quiet - named((root / "README.md").read_text()) == set()
