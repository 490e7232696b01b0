"""Archives that mean harm, or are none, are refused in one line, and nothing is written outside of the folder."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from atlas.prove.reach import unpacked
from atlas.prove.reach.unpacked import Refused, unpack
from tests.prove.reach_index import source


def links() -> bytes:
    """A link out of the folder, then a file below it."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        link = tarfile.TarInfo("a/out")
        link.type, link.linkname = tarfile.SYMTYPE, "/tmp"
        archive.addfile(link)
        member = tarfile.TarInfo("a/out/x.py")
        member.size = 2
        archive.addfile(member, io.BytesIO(b"x\n"))
    return stream.getvalue()


def zipped(name: str, raw: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, raw)
    return stream.getvalue()


HOSTILE = {
    "a path that climbs": ("x.tar.gz", source("a", {"../../b.py": ""}), "has a file outside of its folder ("),
    "a path from the root": ("x.tar.gz", source("", {"tmp/b.py": ""}), "has a file outside of its folder ("),
    "a wheel that climbs": ("x.whl", zipped("../b.py"), "has a file outside of its folder ("),
    "zeros": ("x.tar.gz", source("a", {"b.bin": bytes(3 * 2**20)}), "unpacks to more than 2 MiB"),
    "zeros in a wheel": ("x.whl", zipped("b.bin", bytes(3 * 2**20)), "unpacks to more than 2 MiB"),
    "many files": ("x.tar.gz", source("a", {str(one): "" for one in range(60)}), "has more than 50 files"),
    "no archive": ("x.tar.gz", b"no archive", "not a whole archive ("),
    "no wheel": ("x.whl", b"no archive", "not a whole archive ("),
    "half an archive": ("x.tar.gz", source("a", {"b.py": "x" * 9000})[:60], "not a whole archive ("),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_is_refused_in_a_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacked, "UNPACKED", 2 * 2**20)
    monkeypatch.setattr(unpacked, "MEMBERS", 50)
    file, raw, said = HOSTILE[name]
    (tmp_path / file).write_bytes(raw)
    with pytest.raises(Refused) as refused:
        unpack(tmp_path / file, tmp_path / "to", lambda path: True)
    assert str(refused.value).startswith(said)
    assert "\n" not in str(refused.value)
    assert {path.name for path in tmp_path.iterdir()} <= {file, "to"}


def test_links_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "x.tar.gz").write_bytes(links())
    assert unpack(tmp_path / "x.tar.gz", tmp_path / "to", lambda path: True) == 1
    assert not (tmp_path / "to/a/out").is_symlink()
    assert (tmp_path / "to/a/out/x.py").read_text() == "x\n"


def test_only_what_is_wanted_and_not_too_large_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacked, "LARGEST", 10)
    files = {"a.py": "x = 1\n", "b.png": "", "c.py": "x" * 11}
    (tmp_path / "x.tar.gz").write_bytes(source("a", files))
    assert unpack(tmp_path / "x.tar.gz", tmp_path / "to", lambda path: path.endswith(".py")) == 1
    assert [path.name for path in (tmp_path / "to").rglob("*.*")] == ["a.py"]
