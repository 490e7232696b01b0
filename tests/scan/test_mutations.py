"""Files that are broken by chance stop nothing: no traceback, no endless work, no look outside of the folder."""

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from atlas.publish.rules import catalog
from atlas.scan.__main__ import main
from tests.library import library_of
from tests.scan.mutations import mutated, write

COUNT = 300
#: Seconds of processor time, of which the scan takes a few: who takes all of them never ends.
ENDLESS = 300


class Opened:
    """The files that are opened while it listens; an audit hook cannot be taken away again."""

    def __init__(self) -> None:
        self.paths: list[str] | None = None
        sys.addaudithook(self)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.paths is not None and event in ("open", "os.listdir", "os.scandir"):
            self.paths.append(os.fsdecode(arguments[0]) if isinstance(arguments[0], str | bytes) else "")


OPENED = Opened()


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory, root: Path) -> str:
    path = tmp_path_factory.mktemp("rules") / "rules.json"
    path.write_text(json.dumps(catalog(library_of(root), "https://atlas.example/")), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mutations") / "project"
    write(folder, mutated(COUNT))
    return folder


@pytest.fixture
def an_end() -> Iterator[None]:
    """An error in the place of work without an end."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"not done after {ENDLESS} s of processor time")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, ENDLESS)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


def test_the_same_seed_gives_the_same_files() -> None:
    assert list(mutated(20)) == list(mutated(20))
    assert list(mutated(20)) != list(mutated(20, seed=1))


def test_every_file_is_scanned_or_said_to_be_unread(
    folder: Path, rules: str, an_end: None, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    command = [str(folder), "--from", "2.2", "--to", "6.1", "--rules", rules]
    assert main([*command, "--format", "json"]) == 1
    told = json.loads(capfdbinary.readouterr().out)
    hits = [hit for change in told["found"] for hit in change["hits"]]
    assert told["files"] > COUNT * 0.7
    assert len(hits) > COUNT
    assert {"invalid", "binary", "link"} <= {
        word for word in WORDS if any(WORDS[word] in row["reason"] for row in told["not_read"])
    }
    assert not any("secret" in hit["source"] for hit in hits)


WORDS = {"invalid": "not valid Python", "binary": "not text", "link": "a link to a file outside"}


def test_each_line_of_the_text_is_the_reports_own(
    folder: Path, rules: str, an_end: None, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main([str(folder), "--from", "2.2", "--to", "6.1", "--rules", rules]) == 1
    text = capfdbinary.readouterr().out.decode("utf-8")
    assert all(letter.isprintable() for letter in text.replace("\n", ""))
    assert r"a\nb.py:1:1: " in text
    assert not any(line.startswith("b.py:1:1") for line in text.split("\n"))


def test_nothing_outside_of_the_folder_is_read(folder: Path, rules: str, an_end: None) -> None:
    OPENED.paths = []
    try:
        main([str(folder), "--from", "2.2", "--to", "6.1", "--rules", rules, "--format", "sarif"])
    finally:
        paths, OPENED.paths = OPENED.paths, None
    assert len(paths) > COUNT * 0.7
    # The parser looks for the line of a mistake in a file of this name, which is not there.
    named = [path for path in paths if path != "<unknown>"]
    outside = {path for path in map(os.path.realpath, named) if not Path(path).is_relative_to(folder)}
    assert outside == {os.path.realpath(rules)}
