"""The package as people install it: in a clean environment of each Python, without a network, in another folder."""

import email
import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.package.conftest import OLD, PYTHONS, UV, Install, build, run

pytestmark = pytest.mark.slow

each_python = pytest.mark.parametrize("version", PYTHONS)

#: Imports all that is in the package.
IMPORT_ALL = """\
import importlib, pkgutil, sys, upgrade_atlas
for found in pkgutil.walk_packages(upgrade_atlas.__path__, "upgrade_atlas."):
    if found.name != "upgrade_atlas.__main__":
        importlib.import_module(found.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_the_oldest_python_is_there_to_be_tried() -> None:
    assert "3.9" in PYTHONS
    assert len(PYTHONS) > 1


def test_two_builds_have_the_same_bytes(built: list[Path], tmp_path: Path) -> None:
    again = build(tmp_path / "dist")
    assert [path.name for path in again] == [path.name for path in built]
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in built]


def test_it_is_small_and_names_no_other_package(built: list[Path]) -> None:
    assert built[0].stat().st_size < 1_000_000
    with zipfile.ZipFile(built[0]) as wheel:
        assert {name.split("/")[0] for name in wheel.namelist()} == {
            "upgrade_atlas",
            "upgrade_atlas-1.0.dist-info",
        }
        told = email.message_from_bytes(wheel.read("upgrade_atlas-1.0.dist-info/METADATA"))
    assert told["Requires-Python"] == ">=3.9"
    assert "Requires-Dist" not in told


@each_python
def test_all_of_it_is_imported_with_the_standard_library_alone(
    version: str, install: Install, tmp_path: Path
) -> None:
    python = install(version).with_name("python")
    loaded = set(run(python, "-I", "-W", "error", "-c", IMPORT_ALL, cwd=tmp_path).stdout.split())
    assert "upgrade_atlas" in loaded
    assert not loaded & {"atlas", "pydantic", "yaml", "typing_extensions"}


@each_python
def test_it_scans_a_project_from_another_folder(version: str, install: Install, tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop/urls.py").write_text(f"{OLD}from django.utils.encoding import force_text\n")
    command = install(version)
    done = run(command, "scan", "shop", "--from", "3.2", "--to", "5.2", status=1, cwd=tmp_path)
    assert "urls.py:1:30: from django.conf.urls import url" in done.stdout
    assert done.stderr == ""
    told = run(
        command, *("scan", "shop", "--from", "3.2", "--to", "5.2", "--format", "json"), status=1, cwd=tmp_path
    )
    assert {"3.1/conf-urls-url"} <= {row["change"] for row in json.loads(told.stdout)["found"]}
    (tmp_path / "shop/urls.py").write_text("")
    assert "Nothing found" in run(command, "scan", "shop", "--from", "3.2", cwd=tmp_path).stdout


@each_python
def test_it_finds_on_every_python_what_the_checkout_finds(
    version: str, install: Install, root: Path, tmp_path: Path
) -> None:
    arguments = ["scan", root / "tests/scan/project", "--from", "2.2", "--to", "6.1", "--format", "json"]
    told = json.loads(run(install(version), *arguments, status=1, cwd=tmp_path).stdout)
    python = root / ".venv/bin/python"
    here = json.loads(run(python, "-m", "atlas", *arguments, status=1, cwd=root).stdout)
    unread = {row["path"] for row in told["not_read"]}  # syntax that an older Python does not know
    for report in (told, here):
        for change in report["found"]:
            change["hits"] = [hit for hit in change["hits"] if hit["path"] not in unread]
    assert [row for row in told["found"] if row["hits"]] == [row for row in here["found"] if row["hits"]]
    assert told["check_by_hand"] == here["check_by_hand"]


@each_python
def test_it_explains_a_change(version: str, install: Install, tmp_path: Path) -> None:
    text = run(install(version), "explain", "4.0/csrf-trusted-origins-scheme", cwd=tmp_path).stdout
    assert text.startswith("4.0/csrf-trusted-origins-scheme: ")
    before, _, after = text.partition("\nAfter:\n")
    assert '    CSRF_TRUSTED_ORIGINS = [".library.example"]\n' in before.partition("\nBefore:\n")[2]
    assert "CSRF_TRUSTED_ORIGINS" in after
    assert text.endswith("/releases/4.0/csrf-trusted-origins-scheme/\n")


@each_python
def test_it_explains_a_log(version: str, install: Install, tmp_path: Path) -> None:
    done = subprocess.run(
        [install(version), "explain"],
        cwd=tmp_path,
        input="AttributeError: 'WSGIRequest' object has no attribute 'is_ajax'\n",
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "\n  3.1/request-is-ajax: " in done.stdout


def test_it_explains_every_change(built: list[Path], install: Install, tmp_path: Path) -> None:
    with zipfile.ZipFile(built[0]) as wheel:
        ids = list(json.loads(wheel.read("upgrade_atlas/packed/changes.json")))
    text = run(install("3.9"), "explain", *ids, cwd=tmp_path, PYTHONIOENCODING="ascii").stdout
    assert len(ids) > 900
    assert all(f"{one}: " in text for one in ids)


@each_python
def test_it_plans_the_hops(version: str, install: Install, tmp_path: Path) -> None:
    text = run(install(version), "plan", "--from", "3.2.12", "--to", "5.2", cwd=tmp_path).stdout
    headings = [line.partition(":")[0] for line in text.splitlines() if " TO " in line]
    assert headings == ["3.2 TO 4.0", "4.0 TO 4.1", "4.1 TO 4.2", "4.2 TO 5.0", "5.0 TO 5.1", "5.1 TO 5.2"]
    assert "\n    python -Wa manage.py test\n" in text


MISTAKES = [
    (["explain", "4.0/no-such"], "ID: there is no change '4.0/no-such'"),
    (["explain", "4.0/csrf-trusted-origin-scheme"], "did you mean '4.0/csrf-trusted-origins-scheme'?"),
    (["explain", "--log"], "upgrade-atlas explain: unrecognized arguments: --log"),
    (["plan", "--from", "3.3"], "--from: found '3.3', expected one of 2.2, "),
    (["plan", "--from", "5.2", "--to", "3.2"], "--to: 3.2 is not newer than 5.2"),
    (["scna"], "upgrade-atlas: found 'scna', expected one of scan, explain, plan; did you mean 'scan'?"),
    (["scan", "nowhere", "--from", "3.2"], "FOLDER: there is no nowhere"),
    (["scan", ".", "--from", "3.2", "--fromat", "json"], "upgrade-atlas scan: unrecognized arguments: --fromat"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), MISTAKES)
def test_a_mistake_is_one_line_and_status_2(
    arguments: list[str], message: str, install: Install, tmp_path: Path
) -> None:
    done = run(install("3.9"), *arguments, status=2, cwd=tmp_path)
    (line,) = done.stderr.splitlines()
    assert message in line
    assert done.stdout == ""


def test_its_help_names_every_command(install: Install, tmp_path: Path) -> None:
    text = run(install("3.9"), "--help", cwd=tmp_path).stdout
    assert all(f"\n  {name} " in text for name in ("scan", "explain", "plan"))
    assert run(install("3.9"), "--version", cwd=tmp_path).stdout == "upgrade-atlas 1.0\n"


def test_the_source_archive_gives_the_same_wheel_on_the_oldest_python(
    built: list[Path], tmp_path: Path
) -> None:
    command = [UV, "build", "--wheel", "--offline", "--no-index", "--python", PYTHONS["3.9"]]
    run(*command, "--out-dir", tmp_path / "out", built[1], cwd=tmp_path)
    (wheel,) = (tmp_path / "out").glob("*.whl")
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(built[0]) as other:
        assert one.namelist() == other.namelist()
        assert [one.read(name) for name in one.namelist()] == [other.read(name) for name in one.namelist()]


def test_building_from_a_checkout_on_an_old_python_is_one_line(root: Path, tmp_path: Path) -> None:
    done = run(PYTHONS["3.9"], root / "package/backend.py", tmp_path / "dist", status=1, cwd=tmp_path)
    (line,) = done.stderr.splitlines()
    assert line.startswith("upgrade-atlas: building from a checkout needs Python 3.11.2 or newer")
