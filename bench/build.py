"""The build of the whole site against a stock Material site of the same pages."""

import shutil
import sys
from pathlib import Path

from bench.process import Cost, cost, median

STOCK = """\
site_name: Stock
docs_dir: docs
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [admonition, attr_list, tables, {toc: {permalink: true}}, pymdownx.superfences, pymdownx.highlight]
"""


def stock(root: Path, scratch: Path) -> Path:
    """A folder with the same pages and a stock configuration."""
    folder = scratch / "stock"
    shutil.copytree(root / "docs", folder / "docs")
    (folder / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    return folder


def measure(root: Path, scratch: Path, runs: int) -> tuple[Cost, Cost]:
    """Median cost of our build and of the stock one, run in turn."""
    other = stock(root, scratch)
    build = [sys.executable, "-m", "mkdocs", "build", "--site-dir"]
    ours: list[Cost] = []
    theirs: list[Cost] = []
    for _ in range(runs):
        ours.append(cost([*build, str(scratch / "ours-site")], root))
        theirs.append(cost([*build, str(scratch / "stock-site")], other))
    return median(ours), median(theirs)
