"""A fresh machine borrows the way to the package indexes and nothing else; what fails there fails the command."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.fresh import __main__ as fresh
from tools.fresh import host, machine


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[machine.Machine]:
    """A machine whose system is the one that runs this test, so that a command takes no download."""
    if reason := host.obstacle():
        pytest.skip(reason)
    for name in ("bin", "sbin", "lib", "lib64", "usr"):
        if Path("/", name).is_symlink():
            (tmp_path / name).symlink_to(Path("/", name).readlink())
    for name in ("dev", "proc", "tmp", "usr", "etc"):
        (tmp_path / name).mkdir(exist_ok=True)
    made = machine.Machine(tmp_path)
    subprocess.run(["mount", "--bind", "--read-only", "/usr", tmp_path / "usr"], check=True)
    yield made
    subprocess.run(["umount", tmp_path / "usr"], check=True)


def test_a_command_runs_in_the_machine_and_its_status_comes_back(folder: machine.Machine) -> None:
    assert folder.says("pwd; ls -d /dev/null /proc/1/status; echo $HOME").split() == [
        "/",
        "/dev/null",
        "/proc/1/status",
        "/root",
    ]
    assert folder.run("exit 7") == 7


def test_what_a_command_started_ends_with_it_and_nothing_stays_mounted(folder: machine.Machine) -> None:
    left = folder.folder / "etc/left"
    started = folder.start("(while true; do date > /etc/left; sleep 0.05; done) & sleep 600")
    while not left.is_file():
        assert started.poll() is None
    started.kill()
    started.wait()
    ended = False
    for _ in range(100):  # the kernel takes its time to end all of them
        left.unlink(missing_ok=True)
        time.sleep(0.2)
        if ended := not left.exists():
            break
    assert ended
    mounts = Path("/proc/mounts").read_text(encoding="utf-8")
    assert re.findall(rf"{folder.folder}/(?:dev|proc|tmp)", mounts) == []


def test_a_machine_that_is_done_with_is_removed(tmp_path: Path) -> None:
    (tmp_path / "system/usr/sbin").mkdir(parents=True)
    archive = Path(shutil.make_archive(str(tmp_path / "small"), "tar", tmp_path / "system"))
    with machine.fresh(archive) as made:
        assert (made.folder / "usr/sbin/policy-rc.d").read_text(encoding="utf-8").endswith("exit 101\n")
        assert (made.folder / "etc/hosts").is_file()
    assert not made.folder.exists()


def test_variables_of_the_way_to_the_indexes_come_along_and_no_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PIP_CERT", "/certificates")
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("SECRET_TOKEN", "x")
    monkeypatch.setenv("VIRTUAL_ENV", "/here")
    given = host.environment()
    assert given["PIP_CERT"] == "/certificates" and given["https_proxy"] == "http://proxy.example:3128"
    assert not {"SECRET_TOKEN", "VIRTUAL_ENV", "LANG"} & set(given)
    assert given["HOME"] == "/root"


def test_who_is_not_root_is_told_why_no_machine_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert host.obstacle() == "a fresh machine is made by root"


def test_debian_s_packages_that_cannot_be_had_are_an_obstacle_and_no_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(release: str, cache: Path) -> Path:
        raise subprocess.CalledProcessError(25, ["mmdebstrap", release])

    monkeypatch.setattr(host, "obstacle", lambda: "")
    monkeypatch.setattr(fresh, "base", refused)
    said = fresh.obstacle("bookworm")
    assert said.startswith("Debian's packages cannot be had here:") and "mmdebstrap" in said


class Stub(machine.Machine):
    """A machine on which every command ends with the same status."""

    status = 0

    def run(self, line: str) -> int:
        return self.status

    def says(self, line: str) -> str:
        return "word\n"


def test_a_command_that_fails_there_fails_here(tmp_path: Path) -> None:
    stub = Stub(tmp_path)
    fresh.command(stub, "make test")
    stub.status = 2
    with pytest.raises(fresh.FreshError, match="make test ended with exit status 2"):
        fresh.command(stub, "make test")


def test_the_time_of_a_step_that_fails_is_told_too() -> None:
    times = fresh.Times()
    with pytest.raises(OSError), times.measure("make serve"):
        raise OSError
    assert re.fullmatch(r"make serve: failed after \d+ s", times.rows[0])


def test_a_server_that_ends_is_an_error_and_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = Stub(tmp_path)
    monkeypatch.setattr(stub, "start", lambda line: subprocess.Popen(["sh", "-c", "exit 3"]))
    monkeypatch.setattr(fresh, "answers", lambda address: "")
    with pytest.raises(fresh.FreshError, match="make serve ended with exit status 3"):
        fresh.serve(stub, 8000)


def test_a_port_that_is_in_use_is_an_error_before_anything_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh, "answers", lambda address: "another page")
    with pytest.raises(fresh.FreshError, match=r"http://127\.0\.0\.1:8000/ is in use"):
        fresh.serve(Stub(tmp_path), 8000)
