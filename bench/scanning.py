"""The scanner against Python's own compiler, over the same files: the standard library of this Python."""

import sys
import sysconfig
from pathlib import Path

from bench.process import Cost, cost, median
from bench.scanning_in_browser import Comparison

COMPILE = """\
import pathlib, sys
for path in pathlib.Path(sys.argv[1]).rglob("*.py"):
    if "site-packages" not in path.parts:
        try:
            compile(path.read_bytes(), str(path), "exec")
        except (SyntaxError, ValueError):
            pass
"""


def measure(root: Path, runs: int) -> tuple[int, Cost, Cost]:
    """Number of files, median cost of scanning them, median cost of compiling them."""
    library = Path(sysconfig.get_paths()["stdlib"])
    files = [path for path in library.rglob("*.py") if "site-packages" not in path.parts]
    scan = [sys.executable, "-m", "atlas.scan", str(library), "--from", "2.2", "--format", "json"]
    compiling = [sys.executable, "-W", "ignore", "-c", COMPILE, str(library)]
    ours = [cost(scan, root, accept=(0, 1)) for _ in range(runs)]
    theirs = [cost(compiling, root) for _ in range(runs)]
    return len(files), median(ours), median(theirs)


def section(files: int, scanned: Cost, compiled: Cost, both: Comparison) -> list[str]:
    """Lines of the report: both scanners, each against what everybody has."""
    command = f"| {scanned.cpu / compiled.cpu:.2f} | {scanned.cpu:.1f} s | {compiled.cpu:.1f} s |"
    browser = f"| {both.browser / both.command:.2f} | {both.browser:.1f} s | {both.command:.1f} s |"
    return [
        "## Scanner",
        "",
        "| scanning | ratio | this | the other |",
        "|---|---|---|---|",
        f"| {files} files, against Python compiling them {command}",
        f"| the same in the planner, from the pick to the plan, against the command {browser}",
        "",
        f"It never blocked the page for longer than {both.blocked:.0f} ms.",
    ]
