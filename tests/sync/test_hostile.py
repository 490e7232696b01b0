"""Archives that mean harm, or are no Django at all, are refused in one line, and `data/` stays as it was."""

import gzip
import io
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.sync.__main__ import main
from atlas.sync.docs.__main__ import main as docs_main
from tests.sync.archives import FILES, METADATA, files_with, write_archive

#: Eight MiB of zeros, packed; as many copies as one likes are one gzip file.
ZEROS = gzip.compress(bytes(8 * 2**20), 1)
ROOT = "django-4.1.1"


def packed(*members: tuple[tarfile.TarInfo | str, bytes], files: dict[str, str] = FILES) -> bytes:
    """A whole archive with the files of the good one, then more members; a name stands for a plain file."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz", format=tarfile.PAX_FORMAT) as archive:
        good = {f"{ROOT}/{name}": text.encode() for name, text in files.items()}
        for name, raw in [
            (f"{ROOT}/PKG-INFO", METADATA.format(version="4.1.1").encode()),
            *good.items(),
            *members,
        ]:
            member = tarfile.TarInfo(name) if isinstance(name, str) else name
            member.size = len(raw)
            archive.addfile(member, io.BytesIO(raw))
    return stream.getvalue()


def special(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, target
    return member


def giant() -> bytes:
    """The head of a file that claims four GiB, and zeros for them."""
    member = tarfile.TarInfo(f"{ROOT}/docs/big.txt")
    member.size = 4 * 2**30
    return gzip.compress(member.tobuf()) + ZEROS * 512


def header_with(**fields: bytes) -> bytes:
    """An archive of one member with raw bytes in fields of its header."""
    places = {"size": (124, 12), "mtime": (136, 12), "checksum": (148, 8)}
    raw = bytearray(tarfile.TarInfo(f"{ROOT}/docs/a.txt").tobuf())
    for name, value in fields.items():
        start, length = places[name]
        raw[start : start + length] = value.ljust(length, b"\0")
    if "checksum" not in fields:
        raw[148:156] = b" " * 8
        raw[148:156] = b"%06o\0 " % sum(raw)
    return gzip.compress(bytes(raw) + bytes(1024))


def pax(text: bytes) -> bytes:
    """An archive whose extended header is this text."""
    head = special("./PaxHeaders/x", tarfile.XHDTYPE)
    head.size = len(text)
    block = head.tobuf() + text + bytes(-len(text) % 512)
    return gzip.compress(block + tarfile.TarInfo(f"{ROOT}/docs/a.txt").tobuf() + bytes(1024))


#: What takes seconds to read.
BIG = "fifty thousand empty files"
#: What an archive is, and how the line begins after its path.
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "four GiB of zeros": (lambda: ZEROS * 512, "unpacks to more than 192 MiB"),
    "a text of four GiB": (giant, "docs/big.txt: has more than 4 MiB"),
    BIG: (
        lambda: packed(*((f"{ROOT}/{number}", b"") for number in range(50_000))),
        "has more than 40000 files",
    ),
    "nothing": (lambda: b"", "not a whole .tar.gz archive"),
    "a page of HTML": (lambda: b"<html>404</html>", "not a whole .tar.gz archive"),
    "another checksum": (lambda: packed()[:-8] + b"\0" * 8, "not a whole .tar.gz archive (CRC check failed"),
    "a name that climbs": (
        lambda: packed((f"{ROOT}/../docs/x.txt", b"")),
        "'django-4.1.1/../docs/x.txt': found outside",
    ),
    "an absolute name": (lambda: packed(("/etc/docs/x.txt", b"")), "'/etc/docs/x.txt': found outside"),
    "two folders": (lambda: packed(("other/docs/x.txt", b"")), "'other/docs/x.txt': found outside"),
    "a name twice": (
        lambda: packed((f"{ROOT}/docs/releases/4.1.txt", b"")),
        "docs/releases/4.1.txt: stands twice",
    ),
    "bytes that are no text": (
        lambda: packed((f"{ROOT}/docs/x.txt", b"a\xff")),
        "docs/x.txt: is not UTF-8 (byte 1)",
    ),
    "a size below zero": (lambda: header_with(size=b"\xff" * 12), ""),
    "a size that is no number": (lambda: header_with(size=b"12z4"), ""),
    "an extended header without a length": (lambda: pax(b"0 path=x\n"), ""),
    "an extended header of wrong length": (lambda: pax(b"999999999 path=x\n"), ""),
    "a sparse map that is none": (lambda: pax(b"27 GNU.sparse.map=1,zz,3,4\n"), ""),
    "no PKG-INFO": (lambda: gzip.compress(bytes(1024)), "PKG-INFO: found no name, expected Django"),
}


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=pytest.mark.slow) if case == BIG else case for case in HOSTILE]
)
@pytest.mark.parametrize("command", ["sync", "docs"])
def test_a_hostile_archive_is_one_line_and_writes_nothing(
    command: str, case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, said = HOSTILE[case]
    path, data = tmp_path / "Django-4.1.1.tar.gz", tmp_path / "data"
    path.write_bytes(make())
    data.mkdir()
    if command == "sync":
        assert main(["--sdist", str(path), "--data", str(data)]) == 1
    else:
        assert docs_main(["--root", str(tmp_path), "--sdist", str(path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{command}: {path}: {said}")
    assert not list(data.iterdir())


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_links_and_devices_are_not_followed(kind: bytes, tmp_path: Path) -> None:
    path = tmp_path / "Django-4.1.1.tar.gz"
    path.write_bytes(packed((special(f"{ROOT}/docs/link.txt", kind, "/etc/passwd"), b"")))
    (tmp_path / "data").mkdir()
    assert main(["--sdist", str(path), "--data", str(tmp_path / "data")]) == 0
    assert "root:" not in "".join(one.read_text("utf-8") for one in (tmp_path / "data").rglob("*.json"))


def test_a_bomb_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "Django-4.1.1.tar.gz"
    path.write_bytes(giant())
    code = (
        "import resource, sys; from atlas.sync.__main__ import main; code = main(sys.argv[1:]);"
        "print(code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    command = [sys.executable, "-c", code, "--sdist", str(path), "--data", str(tmp_path / "data")]
    ended, mebibytes = map(
        int, subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    )
    assert ended == 1
    assert mebibytes < 250


#: Notes that no reader survives without a limit, each in place of a sentence of the notes.
DEEP = "\n".join(f"{'  ' * depth}* a\n" for depth in range(400))


def test_lists_without_an_end_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = write_archive(tmp_path, files_with(notes=("* It closes.", DEEP)))
    (tmp_path / "data").mkdir()
    assert main(["--sdist", str(archive), "--data", str(tmp_path / "data")]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("sync: docs/releases/4.1.txt:")
    assert not list((tmp_path / "data").iterdir())


@pytest.mark.parametrize(
    "code", ["def broken(:\n", "x = " + "(" * 300 + ")" * 300, "x = 1\0", "x = " + "-" * 100_000 + "1"]
)
def test_code_that_python_cannot_read_is_one_line(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "Django-4.1.1.tar.gz"
    path.write_bytes(packed((f"{ROOT}/django/db/__init__.py", code.encode())))
    (tmp_path / "data").mkdir()
    assert docs_main(["--root", str(tmp_path), "--sdist", str(path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"docs: {path}: django/db/__init__.py: no code that Python can read")
    assert not list((tmp_path / "data").iterdir())


#: A made-up release, and what is doubted of it.
IMPLAUSIBLE = {
    "releases that are gone": (
        {name: text for name, text in FILES.items() if "4.1.1" not in name},
        "1 of 1 patch releases are not in it any more (4.1.1)",
    ),
    "another day": (
        files_with(notes=("August 3, 2022", "August 4, 2022")),
        "1 releases have another day (4.1)",
    ),
    "other notes": (
        files_with(notes=("* It closes.", "* It stays open.\n\n* It shuts.")),
        "notes of 4.1 are gone or reworded",
    ),
}


@pytest.mark.parametrize("case", IMPLAUSIBLE)
def test_facts_that_take_back_what_is_known_are_refused_until_a_person_trusts_them(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files, said = IMPLAUSIBLE[case]
    monkeypatch.setattr("atlas.sync.plausible.REWORDED", 0.0)  # the made-up notes have a handful of units
    data = tmp_path / "data"
    data.mkdir()
    assert main(["--sdist", str(write_archive(tmp_path / "one")), "--data", str(data)]) == 0
    before = {path: path.read_bytes() for path in data.rglob("*.json")}
    capsys.readouterr()
    if case == "releases that are gone":
        files = {**files, "docs/releases/security.txt": FILES["docs/releases/security.txt"]}
    next_one = write_archive(tmp_path / "two", files, "4.1.9")
    assert main(["--sdist", str(next_one), "--data", str(data)]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("sync: this is no Django 4.1.9 that follows the one in")
    assert said in last
    assert {path: path.read_bytes() for path in data.rglob("*.json")} == before
    assert main(["--sdist", str(next_one), "--data", str(data), "--trust"]) == 0


def test_a_made_up_release_of_five_files_leaves_the_real_facts_alone(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made_up = {name.replace("4.1", "6.1"): text.replace("4.1", "6.1") for name, text in FILES.items()}
    data = tmp_path / "data"
    data.mkdir()
    for name in ("releases.json", "patches.json", "cves.json"):
        (data / name).write_bytes((root / "data" / name).read_bytes())
    before = {path: path.read_bytes() for path in data.iterdir()}
    assert main(["--sdist", str(write_archive(tmp_path, made_up, "6.1.9")), "--data", str(data)]) == 1
    assert "feature releases are not in it any more (2.2, 3.0, 3.1, …)" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in data.iterdir()} == before
