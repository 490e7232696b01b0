"""A package index on a loopback port that says when each archive was uploaded, and archives for it."""

import hashlib
import io
import json
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from atlas.prove.packages.index import Index
from tests.browser.serving import QuietHandler, served

#: Source: https://packaging.python.org/en/latest/specifications/simple-repository-api/
JSON = "application/vnd.pypi.simple.v1+json"


class Shelf:
    """The folder of an index, and what was asked of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        (folder / "files").mkdir(parents=True)

    def add(self, archive: str, raw: bytes, uploaded: str) -> None:
        """Put an archive on the index. archive: `shelves-1.0.tar.gz`; uploaded: the day."""
        name = archive.split("-")[0].replace("_", "-")
        (self.folder / "files" / archive).write_bytes(raw)
        page = self.folder / "simple" / name / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        known = json.loads(page.read_text()) if page.exists() else {"files": []}
        row = {
            "filename": archive,
            "url": f"../../files/{archive}",
            "hashes": {"sha256": hashlib.sha256(raw).hexdigest()},
            "size": len(raw),
            "upload-time": f"{uploaded}T12:00:00.000000Z",
        }
        page.write_text(
            json.dumps({"meta": {"api-version": "1.1"}, "name": name, "files": [*known["files"], row]})
        )

    @contextmanager
    def open(self) -> Iterator[Index]:
        """The index while the block runs."""
        with served(self.folder, partial(_Handler, shelf=self)) as address:  # type: ignore[arg-type]
            yield Index(("--index-url", f"{address}simple/"))


class _Handler(QuietHandler):
    def __init__(self, *rest: object, shelf: Shelf, **more: object) -> None:
        self.shelf = shelf
        super().__init__(*rest, **more)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802 - the name is the server's
        """Note what is asked for, and answer."""
        self.shelf.asked.append(self.path.rstrip("/").rpartition("/")[2])
        super().do_GET()

    def guess_type(self, path: str) -> str:  # type: ignore[override]
        """Pages of the index are JSON."""
        return JSON if str(path).endswith("index.html") else "application/octet-stream"


def alone(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Have pip and uv ask no other index than the one that is named to them."""
    for name in ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "UV_FIND_LINKS", "UV_EXTRA_INDEX_URL", "UV_INDEX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("UV_NO_SYSTEM_CONFIG", "1")
    monkeypatch.setenv("UV_CACHE_DIR", str(home / "cache"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def source(root: str, files: Mapping[str, str | bytes]) -> bytes:
    """A source archive with these files below its one folder."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for name, text in files.items():
            raw = text if isinstance(text, bytes) else text.encode()
            member = tarfile.TarInfo(f"{root}/{name}")
            member.size = len(raw)
            archive.addfile(member, io.BytesIO(raw))
    return stream.getvalue()


def wheel(name: str, version: str, files: Mapping[str, str]) -> bytes:
    """A wheel with these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
        about = f"{name}-{version}.dist-info"
        archive.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "")
    return stream.getvalue()
