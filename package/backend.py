"""Builds the package `upgrade-atlas` from a checkout or from its own source archive, for pip, uv and `make package`.

The hooks of https://peps.python.org/pep-0517/, with the standard library alone: the wheel is the room of `atlas/` that
the command line is made of, under the name `upgrade_atlas`, and its data. A checkout works the data out of its pages,
for which it needs Python 3.11.2 and two packages; a source archive has them. The same commit gives the same bytes.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import re
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PACKED = "packed"
#: What the package is made of; `tests/package/test_wheel.py` imports all of it, so nothing can be missing.
ROOM = "scan"
WORDS = ("arguments", "forms", "packed", "pasted", "problems", "rule_kinds", "versions", "vocabulary")
FILES = (
    *("package/backend.py", "package/README.md", "LICENSE", "LICENSE-TEXT.md"),
    *(".pre-commit-hooks.yaml", "action.yml", "templates/upgrade-atlas.yml"),
)
DATA = ("rules", "changes", "hops")
#: Of all files in archives: nobody needs to know when they were built.
DAY = (2026, 1, 1, 0, 0, 0)
EPOCH = 1767225600
IMPORT = re.compile(r"^(\s*(?:from|import) )atlas\b", re.MULTILINE)
NEEDED = ["pydantic>=2", "PyYAML"]
NAME, OWN_PYTHON = "upgrade_atlas", ">=3.9"


def get_requires_for_build_wheel(config_settings: Any = None) -> list[str]:
    """What reads the pages of a checkout; nothing where the data are there."""
    return [] if (ROOT / PACKED).is_dir() else NEEDED


get_requires_for_build_sdist = get_requires_for_build_wheel


def build_wheel(wheel_directory: str, config_settings: Any = None, metadata_directory: Any = None) -> str:
    """Write the wheel; its name."""
    info = f"{NAME}-{_version()}.dist-info"
    files = {
        **{_placed(path): _renamed(path) for path in _sources()},
        **{f"{NAME}/{PACKED}/{name}.json": text for name, text in _data().items()},
        f"{info}/METADATA": _metadata().encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: upgrade-atlas\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": b"[console_scripts]\nupgrade-atlas = upgrade_atlas.scan.tool.__main__:main\n",
        f"{info}/licenses/LICENSE": (ROOT / "LICENSE").read_bytes(),
        f"{info}/licenses/LICENSE-TEXT.md": (ROOT / "LICENSE-TEXT.md").read_bytes(),
        f"{NAME}/__main__.py": b"import sys\n\nfrom upgrade_atlas.scan.tool.__main__ import main\n\nsys.exit(main())\n",
    }
    record = f"{info}/RECORD"
    rows = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in sorted(files.items())]
    files[record] = "".join(f"{row}\n" for row in [*rows, f"{record},,"]).encode()
    name = f"{NAME}-{_version()}-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory, name), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as wheel:
        for path in [*sorted(set(files) - {record}), record]:
            entry = zipfile.ZipInfo(path, DAY)
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            wheel.writestr(entry, files[path], compresslevel=9)
    return name


def build_sdist(sdist_directory: str, config_settings: Any = None) -> str:
    """Write the source archive, from which any Python from 3.9 on builds the wheel; its name."""
    base = f"{NAME}-{_version()}"
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in _sources()}
    files |= {name: (ROOT / name).read_bytes() for name in FILES}
    files |= {f"{PACKED}/{name}.json": text for name, text in _data().items()}
    files["PKG-INFO"] = _metadata().encode()
    files["pyproject.toml"] = _project().encode()
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path in sorted(files):
            entry = tarfile.TarInfo(f"{base}/{path}")
            entry.size, entry.mtime, entry.mode = len(files[path]), EPOCH, 0o644
            archive.addfile(entry, io.BytesIO(files[path]))
    with (
        Path(sdist_directory, f"{base}.tar.gz").open("wb") as out,
        gzip.GzipFile("", "wb", 9, out, EPOCH) as packed,
    ):
        packed.write(raw.getvalue())
    return f"{base}.tar.gz"


def _sources() -> list[Path]:
    room = (ROOT / "atlas" / ROOM).rglob("*.py")
    words = [ROOT / "atlas/words" / f"{name}.py" for name in ("__init__", *WORDS)]
    return sorted([ROOT / "atlas/__init__.py", *room, *words])


def _placed(path: Path) -> str:
    """Where a module of `atlas` is in the wheel."""
    return f"{NAME}/{path.relative_to(ROOT / 'atlas').as_posix()}"


def _renamed(path: Path) -> bytes:
    """A module whose imports say `upgrade_atlas`: a package called `atlas` would be in the way of others."""
    return IMPORT.sub(rf"\g<1>{NAME}", path.read_text(encoding="utf-8")).encode()


def _data() -> dict[str, bytes]:
    """Rules, changes and hops as JSON."""
    if (ROOT / PACKED).is_dir():
        return {name: (ROOT / PACKED / f"{name}.json").read_bytes() for name in DATA}
    if sys.version_info < (3, 11, 2):
        raise SystemExit(
            "upgrade-atlas: building from a checkout needs Python 3.11.2 or newer; its wheel and its source archive"
            " install on 3.9"
        )
    sys.path.insert(0, str(ROOT))
    from atlas.publish.tool_data import tool_data

    found = tool_data(ROOT)
    return {
        name: json.dumps(found[name], separators=(",", ":"), ensure_ascii=False).encode() for name in DATA
    }


def _version() -> str:
    found = re.search(
        r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE
    )
    if not found:
        raise SystemExit("pyproject.toml: found no version")
    return found[1]


def _metadata() -> str:
    return "\n".join(
        (
            "Metadata-Version: 2.1",
            "Name: upgrade-atlas",
            f"Version: {_version()}",
            "Summary: Find where a Django project meets the changes between two releases",
            "License: MIT",
            f"Requires-Python: {OWN_PYTHON}",
            "Classifier: Framework :: Django",
            "Classifier: Environment :: Console",
            "Description-Content-Type: text/markdown",
            "",
            (ROOT / "package/README.md").read_text(encoding="utf-8"),
        )
    )


def _project() -> str:
    """The `pyproject.toml` of the source archive, which needs nothing to build from."""
    return (
        f'[project]\nname = "upgrade-atlas"\nversion = "{_version()}"\nrequires-python = "{OWN_PYTHON}"\n\n'
        '[project.scripts]\nupgrade-atlas = "upgrade_atlas.scan.tool.__main__:main"\n\n'
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["package"]\n'
    )


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    for built in (build_sdist(str(folder)), build_wheel(str(folder))):
        print(f"{folder / built}: {(folder / built).stat().st_size:,} bytes")
