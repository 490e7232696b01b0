"""Environments: which Python, found where, and what is said when it is missing."""

import hashlib
import os
import sys
import zipfile
from pathlib import Path

import pytest

from atlas.facts import pins as pin_files
from atlas.facts.django import Facts
from atlas.prove import environments, pythons
from atlas.prove.environments import NotRun, ensure
from atlas.prove.targets import Target, python_for, targets
from tests.desk import fence


@pytest.mark.parametrize(
    ("release", "python"),
    [("2.2", "3.9"), ("3.1", "3.9"), ("3.2", "3.10"), ("5.2", "3.10"), ("6.0", "3.12"), ("6.1", "3.12")],
)
def test_each_release_runs_on_a_python_that_it_supports(root, release, python):
    assert {target.release: target.python for target in targets(Facts(root))}[release] == python


def test_a_release_of_the_future_runs_on_the_last_python_it_names():
    assert python_for(["3.17", "3.18"]) == "3.18"


def test_the_newest_patch_is_run(root):
    assert next(target for target in targets(Facts(root)) if target.release == "4.1").django == "4.1.13"


def test_every_release_has_a_lock_file_with_its_newest_patch(root):
    wanted = targets(Facts(root))
    stale = [one.release for one in wanted if not pin_files.lock_text(root, one.release, one.django)]
    assert not stale, "run: python -m atlas prove --lock"


def test_every_package_of_a_lock_file_is_pinned_by_hash(root):
    for target in targets(Facts(root)):
        lines = pin_files.path(root, target.release).read_text(encoding="utf-8").splitlines()
        packages = [line for line in lines if line and not line.startswith((" ", "#"))]
        assert all("==" in line and line.endswith("\\") for line in packages)


def make_python(path: Path, says: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(f"#!/bin/sh\n{says}\n")
    path.chmod(0o755)


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in ("PYENV_ROOT", "UV_PYTHON_INSTALL_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", f"{tmp_path}/shims{os.pathsep}/bin")
    pythons.find.cache_clear()
    yield tmp_path
    pythons.find.cache_clear()


def test_a_shim_that_does_not_run_is_passed_over_for_pyenvs_own(home):
    make_python(home / "shims/python9.7", "echo 'pyenv: python9.7: command not found'; exit 127")
    make_python(home / ".pyenv/versions/9.7.1/bin/python9.7", "echo 9.7.1")
    assert pythons.find("9.7") == (home / ".pyenv/versions/9.7.1/bin/python9.7", "9.7.1")


def test_uvs_pythons_are_found(home):
    make_python(home / ".local/share/uv/python/cpython-9.7.2-linux/bin/python9.7", "echo 9.7.2")
    found = pythons.find("9.7")
    assert found and found[1] == "9.7.2"


def test_a_missing_python_is_not_run_and_says_what_to_install(home, tmp_path):
    found = ensure(tmp_path, Target("9.9", "9.9.1", "9.7"), tmp_path)
    assert isinstance(found, NotRun)
    assert found.reason == "Python 9.7 is missing; install it, for example with: uv python install 9.7"


@pytest.mark.django
def test_a_lock_file_of_an_older_patch_is_not_run(root, tmp_path):
    found = ensure(root, Target("4.1", "4.1.99", "3.10"), tmp_path)
    assert isinstance(found, NotRun) and "run: python -m atlas prove --lock" in found.reason


def make_wheel(folder: Path, name: str, needs: str = "") -> str:
    """The lock line of a wheel without code."""
    wheel = folder / f"{name}-1.0-py3-none-any.whl"
    info = f"{name}-1.0.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr(f"{info}/METADATA", metadata + (f"Requires-Dist: {needs}\n" if needs else ""))
        file.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr(f"{info}/RECORD", "")
    return f"{name} @ {wheel.as_uri()} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def test_a_bound_of_an_older_patch_does_not_hinder_what_its_release_is_locked_with(tmp_path):
    lock = make_wheel(tmp_path, "bound") + make_wheel(tmp_path, "older", needs="bound<1")
    assert not environments._make(lock, Path(sys.executable), tmp_path / "made")
    found = (path.name for path in tmp_path.glob("made/lib/python*/site-packages/*.dist-info"))
    assert sorted(found) == ["bound-1.0.dist-info", "older-1.0.dist-info"]


def test_a_release_that_cannot_run_leaves_no_record(desk, monkeypatch):
    table = desk("4.1")
    table.write("4.1/x", fence("After", "print(1)"), kind="added")
    monkeypatch.setattr(environments.pythons, "find", lambda version: None)
    outcome = table.prove()
    assert [missing.target.release for missing in outcome.not_run] == ["4.1"]
    assert not table.record("4.1/x").samples
    assert "was never run" in str(table.problems()[0])
