"""One lock serves every Python from the oldest on: one version of each package, with hashes, for that oldest Python."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

#: The start of an entry of requirements.txt: the package and its version.
ENTRY = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)


def forked(lock: str) -> list[str]:
    """The packages that a lock has in more than one version, so that two Pythons would build with different ones."""
    counted = Counter(name for name, _ in ENTRY.findall(lock))
    return sorted(name for name, number in counted.items() if number > 1)


#: The project's own, and that of programs that nobody here wrote.
LOCKS = ("requirements.txt", "tests/consumers/requirements.txt")


@pytest.mark.parametrize("name", LOCKS)
def test_every_python_gets_the_same_versions(root: Path, name: str) -> None:
    lock = (root / name).read_text(encoding="utf-8")
    assert len(ENTRY.findall(lock)) > 50
    assert forked(lock) == []


def test_a_fork_is_seen() -> None:
    lock = (
        'a==1 ; python_full_version < "3.12" \\\n    --hash=sha256:0\na==2 \\\n    --hash=sha256:1\nb==1 \\\n'
    )
    assert forked(lock) == ["a"]


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_hashes(root: Path, name: str) -> None:
    parts = re.split(r"^(?=[a-z0-9])", (root / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert [part for part in parts if ENTRY.match(part) and "--hash=sha256:" not in part] == []


def test_it_is_resolved_for_the_oldest_python_that_the_project_names(root: Path) -> None:
    named = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert named == ">=3.11.2", "Debian 12 has 3.11.2"
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    assert makefile.count("$(LOCKED) ") == len(LOCKS)
    assert f"--universal --fork-strategy fewest --python-version {named.removeprefix('>=')} " in makefile
