"""The build of the whole site against stock Material sites of the same pages.

Stock is what `mkdocs build` makes of the same Markdown files with Material as it comes: its own search index, and all
pages in its navigation, which it draws on every page. Nobody has to leave it at that, so there is a second one, whose
navigation has no changes in it, as ours. Neither draws anything from data: their pages show the names of macros.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from bench.process import Cost, cost, median
from macros.build.build import CACHE

STOCK: Final = """\
site_name: Stock
docs_dir: docs
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [admonition, attr_list, tables, {toc: {permalink: true}}, pymdownx.superfences, pymdownx.highlight]
"""
KEPT_OUT: Final = """\
nav: [index.md, releases/index.md]
not_in_nav: |
  /*/*
"""
#: Folders of `docs/` that are no part of the site.
LEFT_OUT: Final = ("decisions",)
#: What a build may cost: processor time as shares of stock's, with an empty and with a full cache, and MiB.
COLD_BUDGET, WARM_BUDGET, MEMORY_BUDGET = 0.45, 0.30, 130


class Builds(NamedTuple):
    """Medians: ours with an empty and with a full cache, stock, and stock with changes kept out of its navigation."""

    cold: Cost
    warm: Cost
    stock: Cost
    kept_out: Cost


def stock(root: Path, folder: Path, more: str = "") -> Path:
    """A folder with the same pages and a stock configuration. more: is added to it."""
    shutil.copytree(root / "docs", folder / "docs", ignore=shutil.ignore_patterns(*LEFT_OUT))
    (folder / "mkdocs.yml").write_text(STOCK + more, encoding="utf-8")
    return folder


def pages(root: Path) -> int:
    """How many pages all of these sites have."""
    return sum(
        path.parts[0] not in LEFT_OUT
        for path in (one.relative_to(root / "docs") for one in (root / "docs").rglob("*.md"))
    )


def command(target: Path) -> list[str]:
    """What builds a site into a folder."""
    return [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(target)]


def measure(root: Path, scratch: Path, runs: int) -> Builds:
    """Build all four in turn, so many times. The sites are left in `scratch`: `ours-site`, `stock-site`."""
    plain = stock(root, scratch / "stock")
    bare = stock(root, scratch / "kept-out", KEPT_OUT)
    found: list[list[Cost]] = [[], [], [], []]
    for _ in range(runs):
        shutil.rmtree(root / CACHE, ignore_errors=True)
        found[0].append(cost(command(scratch / "ours-site"), root))
        found[1].append(cost(command(scratch / "ours-site"), root))
        found[2].append(cost(command(scratch / "stock-site"), plain))
        found[3].append(cost(command(scratch / "kept-out-site"), bare))
    return Builds(*map(median, found))


def section(builds: Builds, number: int) -> list[str]:
    """Lines of the report: processor time and memory as ratios to stock, what is allowed, and the figures."""
    return [
        f"## Building {number} pages",
        "",
        "`make build` against Material as it comes (stock) with the same Markdown files; stock's pages lack all that",
        "is drawn from data. Stock draws its navigation of all pages on every page; the other stock site has no",
        f"changes in it. Memory may be {MEMORY_BUDGET} MiB.",
        "",
        "| build | processor time | allowed | memory | this | the other |",
        "|---|---|---|---|---|---|",
        *_rows(builds),
    ]


def _rows(builds: Builds) -> list[str]:
    others = {"stock": builds.stock, "stock, changes kept out of its navigation": builds.kept_out}
    ours = {"an empty cache": (builds.cold, COLD_BUDGET), "a full cache": (builds.warm, WARM_BUDGET)}
    return [
        _row(f"{state}, against {name}", one, other, f"{budget:.2f}" if other is builds.stock else "")
        for name, other in others.items()
        for state, (one, budget) in ours.items()
    ]


def _row(name: str, ours: Cost, other: Cost, budget: str) -> str:
    figures: Callable[[Cost], str] = lambda one: f"{one.cpu:.1f} s, {one.memory:.0f} MiB"  # noqa: E731
    ratios = f"{ours.cpu / other.cpu:.2f} | {budget} | {ours.memory / other.memory:.2f}"
    return f"| {name} | {ratios} | {figures(ours)} | {figures(other)} |"
