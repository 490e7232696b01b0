"""Files that nobody would write, made of those of the test project by chance: the same seed gives the same files.

`python -m tests.scan.mutations 5000` scans that many at once; the tests do it with a few hundred.
"""

import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).parent / "project"
SUFFIXES: Final = (".py", ".html", ".txt", ".js", ".toml")
SEED: Final = 20261129
LARGEST: Final = 200_000
#: Pieces that readers of text and of Python stumble over.
ODD: Final = (
    *(
        b"\0",
        b"\r",
        b"\f",
        b"\x1a",
        b"\x1b[2J",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\x80",
        b"\x85",
    ),
    *("\u2028".encode(), "\u202e".encode(), "\U000e0001".encode(), "é\N{GRINNING FACE}".encode()),
    *(
        b"# coding: utf-16\n",
        b"# coding: rot13\n",
        b"# coding: idna\n",
        b"'''",
        b'"""',
        b"f'{",
        b"\\",
        b"\\N{",
    ),
    *(
        b"{%",
        b"%}",
        b"{{",
        b"}}",
        b"{#",
        b"{% comment %}",
        b"{% verbatim x %}",
        b"{% load %}",
        b"{% filter %}",
    ),
    *(
        b"(",
        b")",
        b"[",
        b"{",
        b":",
        b"=",
        b"@",
        b"*",
        b"**",
        b"->",
        b":=",
        b"...",
        b"0x",
        b"1_",
        b"\t",
        b"    ",
    ),
    *(
        b"if django.VERSION >= (4, ",
        b"from . import *\n",
        b"import a.b as c\n",
        b"lambda *a, **k: 0",
        b"class A(A): ",
    ),
    *(
        b"match x:\n case",
        b"try:\n",
        b"except ImportError:\n",
        b"async ",
        b"await ",
        b"global x\n",
        b"del x\n",
    ),
)
Mutation = Callable[[random.Random, bytes], bytes]


def _cut(chance: random.Random, data: bytes) -> tuple[bytes, bytes, bytes]:
    one, two = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:one], data[one:two], data[two:]


def _without(chance: random.Random, data: bytes) -> bytes:
    before, _, after = _cut(chance, data)
    return before + after


def _repeated(chance: random.Random, data: bytes) -> bytes:
    before, piece, after = _cut(chance, data)
    return before + piece * chance.choice((2, 3, 50)) + after


def _moved(chance: random.Random, data: bytes) -> bytes:
    before, piece, after = _cut(chance, data)
    return after + piece + before


def _other_byte(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _odd(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(ODD) * chance.choice((1, 1, 1, 2, 300)) + data[at:]


def _recoded(chance: random.Random, data: bytes) -> bytes:
    coding = chance.choice(("utf-16", "utf-32", "utf-8-sig", "utf-7", "cp1252"))
    return data.decode("utf-8", "replace").encode(coding, "replace")


MUTATIONS: Final[tuple[Mutation, ...]] = (
    _without,
    _repeated,
    _moved,
    _other_byte,
    _odd,
    _odd,
    _odd,
    _recoded,
)


def originals() -> list[tuple[str, bytes]]:
    """Path and content of the files to begin with."""
    paths = (path for path in sorted(PROJECT.rglob("*")) if path.is_file() and path.suffix in SUFFIXES)
    return [(path.relative_to(PROJECT).as_posix(), path.read_bytes()) for path in paths]


def mutated(count: int, seed: int = SEED) -> Iterator[tuple[str, bytes]]:
    """Path below a folder and content of as many files, no two of them at one path."""
    chance, files = random.Random(seed), originals()
    for number in range(count):
        path, data = chance.choice(files)
        if chance.random() < 0.1:
            data += chance.choice(files)[1]
        for _ in range(chance.choice((1, 1, 2, 3, 8))):
            data = chance.choice(MUTATIONS)(chance, data)[:LARGEST]
        folder, _, name = path.rpartition("/")
        odd = chance.choice(("", "", "", "\x1b[31m", "a\nb.py:1:1: ", "\u202e", "\udcff", "é ", "%s{}"))
        yield f"{folder or '.'}/{odd}{number}-{name}", data


def write(folder: Path, files: Iterator[tuple[str, bytes]]) -> None:
    """Write files below a folder, and links among them that lead out of it, to each other, and in circles."""
    secret = folder.parent / "secret.py"
    secret.write_text("request.is_ajax()  # secret\n", encoding="utf-8")
    targets = (secret, Path("/etc/passwd"), Path(".."), Path(), Path("nothing"), folder)
    for number, (name, data) in enumerate(files):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        if number % 10 == 0:
            link = path.with_name(f"link-{number}.py")
            link.symlink_to(targets[number // 10 % len(targets)])
        if number % 50 == 0:
            path.with_name(f"circle-{number}.py").symlink_to(f"circle-{number}.py")
            os.mkfifo(path.with_name(f"pipe-{number}.py"))


def main(count: int) -> int:
    """Scan as many files; the exit status of the scan."""
    from atlas.scan.__main__ import main as scan

    with tempfile.TemporaryDirectory(prefix="mutations-") as parent:
        folder = Path(parent, "project")
        write(folder, mutated(count))
        return scan([str(folder), "--from", "2.2", "--to", "6.1", "--format", "json"])


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
