"""Files beside files: what a server may send instead, and nothing that would differ tomorrow."""

import gzip
import re
from pathlib import Path

import brotli
import pytest

from atlas.built.compress import main


def site(folder: Path) -> Path:
    (folder / "api").mkdir(parents=True)
    (folder / "index.html").write_text("<p>shelf</p>" * 200, encoding="utf-8")
    (folder / "api/a.json").write_text("[" + "1, " * 900 + "1]", encoding="utf-8")
    (folder / "small.txt").write_text("small", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\0" * 5000)
    return folder


def test_each_text_that_gets_smaller_has_its_like_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = site(tmp_path / "site")
    assert main([str(folder)]) == 0
    for end, unpack in (("gz", gzip.decompress), ("br", brotli.decompress)):
        found = {path.relative_to(folder).as_posix() for path in folder.rglob(f"*.{end}")}
        assert found == {f"index.html.{end}", f"api/a.json.{end}"}
        raw = (folder / "index.html").read_bytes()
        assert unpack((folder / f"index.html.{end}").read_bytes()) == raw
    assert re.fullmatch(
        r"compress: 2 files, 0.0 MiB: 0.0 MiB as .gz, 0.0 MiB as .br\n", capsys.readouterr().out
    )


def test_the_same_site_gives_the_same_bytes_and_what_is_gone_is_removed(tmp_path: Path) -> None:
    one, two = site(tmp_path / "one"), site(tmp_path / "two")
    for folder in (one, two, two):
        main([str(folder)])
    for end in ("gz", "br"):
        assert (one / f"index.html.{end}").read_bytes() == (two / f"index.html.{end}").read_bytes()
    (two / "api/a.json").unlink()
    (two / "index.html").write_text("short", encoding="utf-8")
    main([str(two)])
    assert not [*two.rglob("*.gz"), *two.rglob("*.br")]


def test_a_folder_that_is_no_site_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "expected the folder of a built site" in capsys.readouterr().err
