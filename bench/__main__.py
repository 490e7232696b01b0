"""Measure everything and write BENCHMARKS.md:  python -m bench [RUNS]"""

import sys
import tempfile
from pathlib import Path

from bench import build, editing, planning, scanning, scanning_in_browser, weight
from bench.process import Cost

ROOT = Path(__file__).parent.parent
PAGE = "releases/4.1/logout-by-post/"
#: Bytes of the first view of a change page, compressed, that may not be exceeded (tests hold it too).
BUDGET = 90 * 1024


def row(name: str, ours: Cost, theirs: Cost) -> str:
    """One line of a table: ratios first, then the figures they came from."""
    return (
        f"| {name} | {ours.cpu / theirs.cpu:.2f} | {ours.memory / theirs.memory:.2f} "
        f"| {ours.cpu:.1f} s, {ours.memory:.0f} MiB | {theirs.cpu:.1f} s, {theirs.memory:.0f} MiB |"
    )


def report(runs: int) -> str:
    """The text of BENCHMARKS.md."""
    pages = len(list((ROOT / "docs").rglob("*.md")))
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        ours, stock = build.measure(ROOT, scratch, runs)
        light = weight.first_view(scratch / "ours-site", PAGE)
        heavy = weight.first_view(scratch / "stock-site", PAGE)
        both = scanning_in_browser.measure(ROOT, scratch / "ours-site", runs)
        waits = editing.measure(scratch, runs)
        plans = planning.measure(scratch / "ours-site", max(runs, 5))
    files, scanned, compiled = scanning.measure(ROOT, runs)
    kinds = sorted({*light, *heavy}, key=lambda kind: -heavy[kind])
    lines = [
        "# Benchmarks",
        "",
        f"Written by `make bench`: medians of {runs} runs, all in one go on one machine. Seconds differ between",
        "machines; the ratios are what to compare.",
        "",
        "| | processor time | memory | this | the other |",
        "|---|---|---|---|---|",
        row(f"building {pages} pages, against stock Material with the same pages", ours, stock),
        row(f"scanning {files} files, against Python compiling them", scanned, compiled),
        "",
        "From the pick to the drawn plan, the planner's scanner took"
        f" {both.browser / both.command:.2f} of the command line's time over the same files ({both.browser:.1f} s and"
        f" {both.command:.1f} s). It never blocked the page for longer than {both.blocked:.0f} ms.",
        "",
        f"First view of a change page (`{PAGE}`), gzipped KiB by kind of resource; the budget is {BUDGET // 1024}.",
        "",
        "| | this | stock |",
        "|---|---|---|",
        *(f"| {kind} | {light[kind] / 1024:.1f} | {heavy[kind] / 1024:.1f} |" for kind in kinds),
        f"| all | {light.total() / 1024:.1f} | {heavy.total() / 1024:.1f} |",
        "",
        "The planner in Chromium: first painting, which has the plan in it, against that of an empty page of the site,",
        f"and the drawing of the plan alone, for which {planning.BUDGET} ms are allowed.",
        "",
        "| plan | ratio | drawing | first painting |",
        "|---|---|---|---|",
        *planning.rows(plans),
        "",
        "`make serve`, from saving a file to seeing it in Chromium, against building the whole site:",
        "",
        "| edited | ratio | seen after |",
        "|---|---|---|",
        *editing.rows(waits, ours.wall),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    text = report(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
    (ROOT / "BENCHMARKS.md").write_text(text, encoding="utf-8")
    print(text)
