"""The sample project works unchanged on the oldest, a middle and the newest release, without a warning."""

import subprocess

import pytest

from atlas.facts.django import Facts
from atlas.prove.environments import NotRun, ensure
from atlas.prove.targets import targets

pytestmark = [pytest.mark.django, pytest.mark.slow]


@pytest.mark.parametrize("release", ["2.2", "4.1", "6.1"])
def test_its_own_tests_pass(root, tmp_path, release):
    target = next(target for target in targets(Facts(root)) if target.release == release)
    environment = ensure(root, target, root / ".cache/prove/environments")
    assert not isinstance(environment, NotRun), environment.reason
    ran = subprocess.run(
        [environment.python, "-W", "always", "-B", "manage.py", "test"],
        cwd=root / "sample_project",
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "RemovedInDjango" not in ran.stderr
