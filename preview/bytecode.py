"""Bytecode of our modules that is never stale.

Python takes a `.pyc` for that of a module whose size and second of change are the same, so an edit within one second
could be lost. Here each names the digest of its source instead (PEP 552).
"""

import hashlib
import importlib.util
import py_compile
import sys
from collections.abc import Iterable
from pathlib import Path

CHECKED_BY_DIGEST = (0b11).to_bytes(4, "little")


def compile_all(root: Path, packages: Iterable[str], cache: Path) -> str:
    """Bring the bytecode of all modules up to date; a digest of their sources.

    What does not compile is left to the import that needs it.
    """
    sys.pycache_prefix = str(cache)
    sys.dont_write_bytecode = True  # Python itself would write the other sort
    digest = hashlib.sha256()
    for package in packages:
        for path in sorted((root / package).rglob("*.py")):
            source = path.read_bytes()
            digest.update(repr((str(path), source)).encode())
            _compile(path, source)
    return digest.hexdigest()[:16]


def _compile(path: Path, source: bytes) -> None:
    kept = Path(importlib.util.cache_from_source(str(path)))
    start = importlib.util.MAGIC_NUMBER + CHECKED_BY_DIGEST + importlib.util.source_hash(source)
    if kept.is_file() and kept.read_bytes()[: len(start)] == start:
        return
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    py_compile.compile(str(path), str(kept), invalidation_mode=mode, quiet=2)
