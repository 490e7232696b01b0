"""`python -m atlas VERB`: one name and one contract of errors for every command."""

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from atlas.__main__ import VERBS, main
from atlas.words.problems import Problem, RecordsBroken


def test_every_verb_has_a_main_that_takes_arguments() -> None:
    for verb in VERBS.values():
        assert callable(import_module(verb.module).main)


def test_without_a_verb_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    listed = capsys.readouterr().out
    assert all(re.search(rf"^  {verb} +\w", listed, re.M) for verb in VERBS)


def test_help_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "usage: python -m atlas VERB" in capsys.readouterr().out


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_tells_how_it_is_called(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([verb, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: python -m atlas {verb} ")


def test_a_folder_that_is_no_project_is_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"{tmp_path}: found no docs/releases/, expected the project's folder\n"


def test_an_unknown_verb_names_the_one_that_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chekc"]) == 2
    assert capsys.readouterr().out == (
        f"atlas: found 'chekc', expected one of {', '.join(VERBS)}; did you mean 'check'?\n"
    )


@pytest.mark.parametrize(
    ("raised", "status"),
    [(RecordsBroken([Problem(Path("docs/x.md"), 3, "title", "missing")]), 1), (KeyboardInterrupt(), 130)],
)
def test_what_stops_a_command_is_a_line_and_a_status(
    raised: BaseException, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(arguments: list[str]) -> int:
        raise raised

    monkeypatch.setattr(import_module(VERBS["new"].module), "main", stopped)
    assert main(["new"]) == status
    said = capsys.readouterr()
    assert (said.out + said.err).strip() in ("docs/x.md:3: title: missing", "new: interrupted")


def test_the_makefile_calls_commands_by_their_verbs(root: Path) -> None:
    recipes = (root / "Makefile").read_text(encoding="utf-8")
    called = re.findall(r"python -m (atlas\S*)(?: (\w+))?", recipes)
    assert called
    assert [row for row in called if row[0] != "atlas" or row[1] not in VERBS] == []


def test_it_runs_as_a_module(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "atlas", "no-such"], cwd=root, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (2, "")
