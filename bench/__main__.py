"""Measure everything and write BENCHMARKS.md:  python -m bench [RUNS]

python -m bench --only build,growth [RUNS]    some of it, printed and not written
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench import (
    answering,
    build,
    editing,
    growth,
    planning,
    scanning,
    scanning_in_browser,
    searching,
    upgrades,
    weight,
)

ROOT = Path(__file__).parent.parent


@dataclass
class Bench:
    """All measuring on one machine in one go. Builds are made once, and every part takes their sites."""

    scratch: Path
    runs: int

    @cached_property
    def builds(self) -> build.Builds:
        """The costs of our build and of stock ones; their sites stand in `scratch`."""
        return build.measure(ROOT, self.scratch, self.runs)

    @property
    def site(self) -> Path:
        """Our site, built."""
        _ = self.builds
        return self.scratch / "ours-site"

    @property
    def stock(self) -> Path:
        """The stock site, built."""
        _ = self.builds
        return self.scratch / "stock-site"

    def build(self) -> list[str]:
        """The build against stock."""
        return build.section(self.builds, build.pages(ROOT))

    def growth(self) -> list[str]:
        """The build's time by the number of pages."""
        return growth.section(growth.measure(ROOT, self.scratch))

    def editing(self) -> list[str]:
        """From an edit to seeing it."""
        return editing.section(editing.measure(self.scratch, self.runs), self.builds.warm.wall)

    def weight(self) -> list[str]:
        """First views."""
        ours, stock = (weight.first_views(site, weight.PAGES) for site in (self.site, self.stock))
        return weight.section(ours, stock)

    def answering(self) -> list[str]:
        """The web server under load."""
        return answering.section(answering.measure(ROOT, self.site, self.runs))

    def searching(self) -> list[str]:
        """The first result of a search."""
        page = weight.PAGES["a change"]
        ours, stock = (searching.measure(site, page, self.runs) for site in (self.site, self.stock))
        return searching.section(ours, stock)

    def planning(self) -> list[str]:
        """The planner's first plan."""
        return planning.section(planning.measure(self.site, max(self.runs, 5)))

    def scanning(self) -> list[str]:
        """Both scanners."""
        both = scanning_in_browser.measure(ROOT, self.site, self.runs)
        return scanning.section(*scanning.measure(ROOT, self.runs), both)


#: Every part by name, in the order of the report.
PARTS: dict[str, Callable[[Bench], list[str]]] = {
    part.__name__: part
    for part in (
        Bench.build,
        Bench.growth,
        Bench.editing,
        Bench.weight,
        Bench.answering,
        Bench.searching,
        Bench.planning,
        Bench.scanning,
    )
}


def report(runs: int, parts: list[str]) -> str:
    """The text of BENCHMARKS.md, or of some parts of it."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), runs)
        found = []
        for name in parts:
            print(f"measuring: {name}", file=sys.stderr)
            found.append("\n".join(PARTS[name](bench)))
    head = [
        "# Benchmarks",
        "",
        f"Written by `make bench` (`python -m bench {runs}`): medians of {runs} runs, all in one go on one machine.",
        "Seconds differ between machines; the ratios are what to compare.",
    ]
    return "\n\n".join(["\n".join(head), *found]) + "\n"


def main(arguments: list[str]) -> None:
    """Write the report, or print parts of it."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("runs", nargs="?", type=int, default=3)
    parser.add_argument("--only", type=lambda text: text.split(","), help=f"of {', '.join(PARTS)}")
    given = parser.parse_args(arguments)
    if unknown := set(given.only or ()) - set(PARTS):
        parser.error(f"found {', '.join(sorted(unknown))}, expected some of {', '.join(PARTS)}")
    text = report(given.runs, given.only or list(PARTS))
    if not given.only:
        file = ROOT / upgrades.REPORT
        file.write_text(text + upgrades.kept(file.read_text(encoding="utf-8")), encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main(sys.argv[1:])
