"""`scan --fix`: django-upgrade itself rewrites a project, and what it did is said."""

import json
from pathlib import Path

import pytest

from atlas.scan.__main__ import main
from atlas.scan.tool import fixing
from tests.scan.catalog import CATALOG, UTC

CODE = "from django.utils.timezone import utc\nimport datetime as dt\n\nprint(utc)\n"
Output = pytest.CaptureFixture[str]


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    rules = tmp_path / "rules.json"
    only_utc = {**UTC, "rules": UTC["rules"][:1]}
    rules.write_text(
        json.dumps({**CATALOG, "changes": [only_utc, *CATALOG["changes"][2:]]}), encoding="utf-8"
    )
    return [str(tmp_path / "shop"), "--from", "3.2", "--to", "5.0", "--rules", str(rules), "--fix"]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    folder.mkdir()
    return folder


def test_what_it_rewrites_is_named_and_gone_from_the_report(
    shop: Path, command: list[str], capfd: Output
) -> None:
    (shop / "-a.py").write_text(CODE)
    (shop / "b.py").write_text("request.is_ajax()\n")
    assert main(command) == 1
    told = capfd.readouterr()
    assert "import utc" not in (shop / "-a.py").read_text()
    assert told.err.splitlines() == [
        "django-upgrade --target-version 5.0 rewrote 1 of 2 Python files",
        f"  {shop}/-a.py",
        "4.1/timezone-utc: 2 of 2 places",
    ]
    assert "b.py:1:9: request.is_ajax()" in told.out
    assert "timezone-utc" not in told.out


def test_nothing_to_rewrite_is_said(shop: Path, command: list[str], capfd: Output) -> None:
    (shop / "b.py").write_text("x = 1\n")
    assert main(command) == 0
    assert capfd.readouterr().err == "django-upgrade --target-version 5.0 rewrote 0 of 1 Python files\n"


def test_nothing_outside_of_the_folder_is_rewritten(
    shop: Path, command: list[str], tmp_path: Path, capfd: Output
) -> None:
    (tmp_path / "other.py").write_text(CODE)
    (shop / "link.py").symlink_to(tmp_path / "other.py")
    assert main(command) == 0
    assert (tmp_path / "other.py").read_text() == CODE


def test_without_django_upgrade_it_is_one_line(
    shop: Path, command: list[str], capfd: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fixing, "NAME", "no-such-command")
    assert main(command) == 2
    assert capfd.readouterr().err == (
        "--fix: no-such-command is not installed; run: python -m pip install no-such-command\n"
    )


def test_it_aims_no_further_than_it_knows() -> None:
    command = fixing.fixer()
    assert fixing.target_of(command, "4.1") == "4.1"
    newest = fixing.target_of(command, "2031")
    assert newest.partition(".")[0] >= "6"


@pytest.mark.parametrize(
    ("script", "message"), [("exit 3", "names no release"), ("echo 4.1,; exit 3", "names no")]
)
def test_a_fixer_that_fails_is_one_line(script: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "fixer"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    with pytest.raises(fixing.NoFixer, match=message):
        fixing.target_of(str(path), "4.1")
    with pytest.raises(fixing.NoFixer, match=r"failed with status 3"):
        fixing.rewritten(str(path), "4.1", [path])
