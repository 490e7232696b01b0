"""How many requests nginx answers with the configuration of `deploy/`, beside a file of a hundred bytes.

It listens on loopback alone. What is sent was packed before: nginx only hands it over.
"""

import re
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from atlas.built.compress import compress
from bench.nginx import serving

#: Connections at once, and seconds for each address of a round.
CONNECTIONS, SECONDS = 8, 2
TINY: Final = "tiny.txt"
PAGES: Final = {
    "a change": "releases/4.1/logout-by-post/",
    "a release": "releases/4.1/",
    "all changes": "reference/changes/",
    "changes.json": "api/v1/changes.json",
}
RATE: Final = re.compile(r"^Requests/sec: +([\d.]+)$", re.MULTILINE)


def measure(root: Path, site: Path, runs: int) -> dict[str, tuple[float, int]]:
    """By name of page, requests a second beside those of the tiny file, and the bytes that are sent for each."""
    with tempfile.TemporaryDirectory() as name:
        copy, scratch = Path(name) / "site", Path(name) / "nginx"
        scratch.mkdir()
        shutil.copytree(site, copy)
        (copy / TINY).write_text("x" * 100, encoding="utf-8")
        packed = sum(1 for _ in compress(copy))
        assert packed, f"{site}: nothing to pack"
        with serving(copy, root / "deploy", scratch) as address:
            rounds = [_round(address) for _ in range(runs)]
        sizes = {page: _size(copy / path) for page, path in PAGES.items()}
    ratios = {page: [one[page] / one[TINY] for one in rounds] for page in PAGES}
    return {page: (statistics.median(found), sizes[page]) for page, found in ratios.items()}


def _round(address: str) -> dict[str, float]:
    """Requests a second for the tiny file and each page, one after the other."""
    return {name: _rate(address + path) for name, path in {TINY: TINY, **PAGES}.items()}


def _rate(url: str) -> float:
    assert url.startswith("http://127.0.0.1:")
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip", url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = RATE.search(said)
    assert found and "Non-2xx" not in said, said
    return float(found[1])


def _size(path: Path) -> int:
    file = path / "index.html" if path.is_dir() else path
    return file.with_name(f"{file.name}.gz").stat().st_size


def section(found: dict[str, tuple[float, int]]) -> list[str]:
    """Lines of the report."""
    told = f"nginx, {CONNECTIONS} connections on loopback: requests a second, those of a file of 100 bytes being 1."
    rows = [f"| {page} | {ratio:.2f} | {size / 1024:.1f} |" for page, (ratio, size) in found.items()]
    return ["## Under load", "", told, "", "| page | ratio | KiB sent |", "|---|---|---|", *rows]
