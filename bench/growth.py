"""How the cost of a build grows with the number of change pages: copies of the project with 100 to 3,000 of them.

The pages are the real ones, some or several times over. Links between changes are taken out, as are the units of the
official notes that they cover, so that any number of them is a project without mistakes.
"""

import hashlib
import json
import math
import re
import shutil
from itertools import cycle, islice, pairwise
from pathlib import Path
from typing import Final

from bench.build import command
from bench.process import Cost, cost

SIZES: Final = (100, 1000, 3000)
#: The exponent that may not be exceeded between any two sizes.
BUDGET: Final = 1.05
PARTS: Final = ("atlas", "macros", "overrides", "data", "docs", "mkdocs.yml")
#: A link to a page, the front matter that speaks of one place alone, and a change that a page draws by its id.
LINK: Final = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])+)\]\([^()\s]*?([\w.-]+)\.md(?:#[^()\s]*)?\)")
COVERS: Final = re.compile(r"^covers: \[.*?\]\n", re.MULTILINE | re.DOTALL)
TITLE: Final = re.compile(r"^title: .*$", re.MULTILINE)
NAMED: Final = re.compile(r'"(\d[\d.]*/[\w-]+)"')


def measure(root: Path, scratch: Path, sizes: tuple[int, ...] = SIZES) -> dict[int, Cost]:
    """Build a project of each size once, with an empty cache."""
    found = {}
    for size in sizes:
        folder = scratch / f"grown-{size}"
        grow(root, folder, size)
        found[size] = cost(command(folder / "site"), folder)
        shutil.rmtree(folder)
    return found


def exponents(costs: dict[int, Cost]) -> dict[tuple[int, int], float]:
    """By sizes next to each other and by the outermost: 1 is as many times the time as there are pages."""
    sizes = sorted(costs)
    return {
        (small, large): math.log(costs[large].cpu / costs[small].cpu) / math.log(large / small)
        for small, large in dict.fromkeys([*pairwise(sizes), (sizes[0], sizes[-1])])
    }


def grow(root: Path, folder: Path, size: int) -> None:
    """Copy the project with so many change pages."""
    for name in PARTS:
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy
        copy(root / name, _made(folder) / name)
    (folder / "redirects.yml").touch()
    for lines in folder.glob("docs/releases/*/patches.yml"):
        lines.unlink()  # they name changes that may go
    releases = folder / "docs/releases"
    every = sorted(path for path in releases.glob("*/*.md") if path.name != "index.md")
    others = [path for path in (folder / "docs").rglob("*.md") if path not in set(every)]
    changes = frozenset(path.stem for path in every)
    for path in (*every, *others):
        path.write_text(_without(path.read_text(encoding="utf-8"), changes), encoding="utf-8")
    # A change that another page draws has to stay.
    named = {name for path in others for name in NAMED.findall(path.read_text(encoding="utf-8"))}
    first = [path for path in every if f"{path.parent.name}/{path.stem}" in named]
    wanted = list(islice(cycle(dict.fromkeys([*first, *_mixed(every)])), size))
    _write(folder, every, wanted)


def _write(folder: Path, every: list[Path], wanted: list[Path]) -> None:
    """Replace all change pages and their records by those that are wanted, some of them several times."""
    texts = {path: path.read_text(encoding="utf-8") for path in every}
    records = {
        path.stem: json.loads(path.read_bytes()) for path in (folder / "data/proof").glob("[0-9]*.json")
    }
    for path in every:
        path.unlink()
    kept: dict[str, dict[str, object]] = {release: {} for release in records}
    times: dict[Path, int] = dict.fromkeys(every, 0)
    for path in wanted:
        times[path] += 1
        release, slug, text = path.parent.name, path.stem, COVERS.sub("covers: []\n", texts[path])
        if times[path] > 1:  # no two changes of a release have one title
            slug, title = f"{slug}-{times[path]}", f"title: Copy {times[path]} of {slug}"
            text = TITLE.sub(title, text, count=1)
        path.with_stem(slug).write_text(text, encoding="utf-8")
        if record := records.get(release, {}).get(f"{release}/{path.stem}"):
            kept[release][f"{release}/{slug}"] = record
    for release, rows in kept.items():
        text = json.dumps(rows, ensure_ascii=False)
        (folder / f"data/proof/{release}.json").write_text(text, encoding="utf-8")


def _without(text: str, changes: frozenset[str]) -> str:
    """A page without links to changes, given by their last names; those to other pages stay."""
    return LINK.sub(lambda link: link[1] if link[2] in changes else link[0], text)


def _mixed(pages: list[Path]) -> list[Path]:
    """All pages in an order that is always the same and in which any first few are of all releases and sorts."""
    return sorted(pages, key=lambda page: hashlib.sha256(f"{page.parent.name}/{page.stem}".encode()).digest())


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def section(costs: dict[int, Cost]) -> list[str]:
    """Lines of the report: the exponents, then pages, processor time, memory."""
    said = ", ".join(f"{one:.2f} from {few} to {many}" for (few, many), one in exponents(costs).items())
    return [
        "## Growth",
        "",
        f"The exponent of a build's processor time, with an empty cache, by the number of change pages: {said}.",
        f"It may be {BUDGET}.",
        "",
        "| change pages | processor time | memory |",
        "|---|---|---|",
        *_rows(costs),
    ]


def _rows(costs: dict[int, Cost]) -> list[str]:
    return [f"| {size} | {one.cpu:.1f} s | {one.memory:.0f} MiB |" for size, one in costs.items()]
