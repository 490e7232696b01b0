"""The environment of programs that nobody here wrote, made from their lock and kept under `.cache/consumers/`."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from atlas.prove.locks import locked
from atlas.prove.pins import uv

HERE = Path(__file__).parent
LOCK = HERE / "requirements.txt"


def python(root: Path) -> Path:
    """Its interpreter. Errors: AssertionError with uv's words where it cannot be made."""
    cache = root / ".cache/consumers"
    key = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()[:12]
    folder = cache / key
    with locked(cache / "lock"):
        if not (folder / ".ready").exists():
            for old in cache.iterdir():
                shutil.rmtree(old, ignore_errors=True)
            _run(uv(), "venv", "--quiet", "--python", sys.executable, str(folder))
            install = ("pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:")
            _run(uv(), *install, "--python", str(folder / "bin/python"), "--requirement", str(LOCK))
            (folder / ".ready").touch()
    return folder / "bin/python"


def told(interpreter: Path, program: str, *arguments: object) -> Any:
    """What a program of `programs/` printed, as JSON says it. Errors: AssertionError with its words if it fails."""
    return json.loads(_run(str(interpreter), str(HERE / f"programs/{program}.py"), *map(str, arguments)))


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
