"""A clean clone with a wheelhouse builds the site where there is no network at all."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

#: Ways into a network namespace without interfaces: as an ordinary user, and as root in a container.
WAYS = (["unshare", "--map-root-user", "--net"], ["unshare", "--net"])


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command; pip's own settings of this machine do not reach it."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "MAKE"))}
    return subprocess.run(command, cwd=folder, env={**kept, **environment}, capture_output=True, text=True)


@pytest.fixture(scope="module")
def without_network() -> list[str]:
    """The start of a command that runs the rest without a network. Fails where this machine has no way to do so."""
    reasons = []
    for way in WAYS:
        tried = subprocess.run([*way, "true"], capture_output=True, text=True)
        if tried.returncode == 0:
            return way
        reasons.append(f"{' '.join(way)}: {tried.stderr.strip()}")
    pytest.fail(
        "this machine allows no network namespace, so nothing was shown here; run the test where "
        "`unshare --net` works, as CI does\n" + "\n".join(reasons)
    )


@pytest.fixture(scope="module")
def wheelhouse(root: Path) -> Path:
    """All packages as files. Gathered once for a state of requirements.txt, which takes the network and a minute."""
    folder = root / ".cache/wheelhouse"
    wanted = (root / "requirements.txt").read_bytes()
    stamp = folder / "requirements.txt"
    if not stamp.is_file() or stamp.read_bytes() != wanted:
        done = subprocess.run(
            ["make", "wheelhouse", f"WHEELHOUSE={folder}"], cwd=root, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_there_really_is_no_network(without_network: list[str], root: Path) -> None:
    seen = run([*without_network, "cat", "/proc/net/dev"], root).stdout.split("\n")[2:]
    assert [line.split(":")[0].strip() for line in seen if line] in ([], ["lo"])


def test_a_clean_clone_builds_without_a_network(
    without_network: list[str], wheelhouse: Path, root: Path, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    cloned = run(["git", "clone", "--quiet", str(root), str(clone)], root)
    assert cloned.returncode == 0, cloned.stderr
    shutil.copytree(wheelhouse, clone / "wheelhouse", copy_function=os.link)
    # What is about to be committed counts; in a checkout without changes this copies the file over itself.
    shutil.copy(root / "requirements.txt", clone / "requirements.txt")
    built = run(
        [*without_network, "make", "build"], clone, HOME=str(tmp_path), SOURCE_DATE_EPOCH="1795219200"
    )
    assert built.returncode == 0, built.stdout + built.stderr
    assert "installing from wheelhouse/" in built.stdout
    assert (clone / "site/releases/4.1/logout-by-post/index.html").is_file()


def test_a_wheelhouse_of_other_requirements_is_not_used(root: Path, tmp_path: Path) -> None:
    (tmp_path / "wheelhouse").mkdir()
    (tmp_path / "wheelhouse/requirements.txt").write_text("other==1\n")
    (tmp_path / "requirements.txt").write_text("# nothing\n")
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(root / name, tmp_path / name)
    shutil.copytree(root / "tools", tmp_path / "tools")
    made = run(["make", ".venv/.ready"], tmp_path)
    assert made.returncode == 0, made.stderr
    assert "wheelhouse/ is of another requirements.txt and not used: make wheelhouse" in made.stdout
