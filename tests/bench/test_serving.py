"""The bench serves a site as a host does."""

import gzip
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bench.serving import Line, served


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "page").mkdir()
    (tmp_path / "page/index.html").write_text("<h1>Page</h1>", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"png")
    return tmp_path


def test_texts_are_compressed_and_pictures_are_not(site: Path) -> None:
    with served(site) as address:
        with urlopen(f"{address}/page/") as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert gzip.decompress(answer.read()) == b"<h1>Page</h1>"
        with urlopen(f"{address}/picture.png") as answer:
            assert answer.headers["Content-Encoding"] is None
            assert answer.read() == b"png"


def test_what_is_not_there_is_404(site: Path) -> None:
    with served(site) as address, pytest.raises(HTTPError, match="404"):
        urlopen(f"{address}/nothing/")


def test_all_that_is_sent_goes_through_one_line() -> None:
    line = Line(bits=8_000)
    line.wait(1)
    begun = line._free
    line.wait(10)
    assert line._free - begun >= 0.01
