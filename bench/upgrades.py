"""The scanner on public projects before they moved to a newer Django: what it finds, misses and says in vain.

python -m bench.upgrades               scan all of data/upgrades/ and write their part of BENCHMARKS.md
python -m bench.upgrades NAME ...      print what is missed, false or not judged yet in some of them; write nothing

Archives are downloaded from the package index once and kept unpacked in .cache/upgrades/, both versions of those that
are named. None of their code is run. Exits 1 with a line for each hit that nobody has judged.
"""

import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from atlas.facts import upgrades
from atlas.facts.upgrades import Upgrade
from atlas.prove.packages.index import Index, NotBuilt, Unreachable
from atlas.prove.reach.archives import download
from atlas.prove.reach.current import Current
from atlas.prove.reach.unpacked import Refused, unpack
from atlas.publish.rules import catalog
from atlas.records.library import load
from atlas.scan.engine import Hit, scan_folder
from atlas.scan.imports import FOLDER as IMPORTS
from atlas.scan.report import changes_for
from atlas.words.problems import RecordsBroken, did_you_mean

ROOT = Path(__file__).resolve().parent.parent
CACHE = Path(".cache/upgrades")
REPORT = "BENCHMARKS.md"
HEADING: Final = "## The scanner on public upgrades"


class Found(NamedTuple):
    """A change at a line: `4.1/utc` at `shelves/a.py:3`."""

    change: str
    place: str


@dataclass(frozen=True)
class Judged:
    """One project's hits against its labels; each set holds lines, each once for a change."""

    right: frozenset[Found]
    missed: frozenset[Found]
    false: frozenset[Found]
    unjudged: dict[Found, Hit]
    no_page: int

    @classmethod
    def of(cls, upgrade: Upgrade, hits: Iterable[Hit]) -> "Judged":
        """What the labels say of these hits."""
        found = {Found(hit.change, f"{hit.path}:{hit.line}"): hit for hit in hits}
        right, false = _labels(upgrade.right), _labels(upgrade.false)
        return cls(
            right=right & found.keys(),
            missed=right - found.keys(),
            false=false & found.keys(),
            unjudged={one: hit for one, hit in found.items() if one not in right | false},
            no_page=len(upgrade.no_page),
        )


@dataclass
class Count:
    """Figures of some projects together. pairs: of a project and a change that it had to make."""

    projects: int = 0
    pairs: int = 0
    pairs_found: int = 0
    lines: int = 0
    lines_found: int = 0
    false: int = 0
    no_page: int = 0
    missed_by: Counter[str] = field(default_factory=Counter)
    false_by: Counter[str] = field(default_factory=Counter)

    def add(self, judged: Judged) -> None:
        """Count one project more."""
        wanted = judged.right | judged.missed
        self.projects += 1
        self.pairs += len({one.change for one in wanted})
        self.pairs_found += len({one.change for one in judged.right})
        self.lines += len(wanted)
        self.lines_found += len(judged.right)
        self.false += len(judged.false)
        self.no_page += judged.no_page
        self.missed_by.update(one.change for one in judged.missed)
        self.false_by.update(one.change for one in judged.false)


def main(arguments: Sequence[str], root: Path = ROOT, index: Index | None = None) -> int:
    """Scan and print; the exit status. index: another one than the configured."""
    try:
        library, problems = load(root)
        if problems:
            raise RecordsBroken(problems)
        rules = catalog(library, "")
        known = {*library.by_id, *(IMPORTS + release for release in library.facts.releases)}
        labels = upgrades.read(root / "data", frozenset(known))
    except RecordsBroken as broken:
        print(broken)
        return 2
    if unknown := [name for name in arguments if name not in labels]:
        print(*(_unknown(name, list(labels)) for name in unknown), sep="\n")
        return 2
    judged: dict[str, Judged] = {}
    status = 0
    for name in arguments or labels:
        upgrade = labels[name]
        try:
            if arguments:
                _unpacked(root, index or Index(), name, upgrade.after)
            folder = _unpacked(root, index or Index(), name, upgrade.before)
        except (Unreachable, NotBuilt, Refused) as failure:
            print(f"{name}: {failure}")
            status = 1
            continue
        judged[name] = Judged.of(
            upgrade, scan_folder(folder, changes_for(rules, upgrade.start, upgrade.to)).hits
        )
        for one, hit in judged[name].unjudged.items():
            print(f"{name}: {one.change} at {one.place} is not judged: {hit.source}")
            status = 1
        if arguments:
            for one in sorted(judged[name].missed):
                print(f"{name}: missed {one.change} at {one.place}")
            for one in sorted(judged[name].false):
                print(f"{name}: found in vain {one.change} at {one.place}")
    lines = section(labels, judged)
    print("\n".join(lines))
    if not arguments and status == 0:
        report = root / REPORT
        report.write_text(
            without(report.read_text(encoding="utf-8")) + "\n".join(["", *lines, ""]), encoding="utf-8"
        )
    return status


def _labels(rows: Mapping[str, Sequence[str]]) -> frozenset[Found]:
    return frozenset(Found(change, place) for change, places in rows.items() for place in places)


def _unknown(asked: str, known: Sequence[str]) -> str:
    meant = did_you_mean(asked, known)
    return f"found '{asked}', expected a name of a file in data/upgrades/" + (f"; {meant}" if meant else "")


def _unpacked(root: Path, index: Index, name: str, version: str) -> Path:
    """The folder of a version's source, downloaded where it is not there. Errors: Unreachable, NotBuilt, Refused."""
    kept = root / CACHE / f"{name}-{version}"
    if not kept.exists():
        with TemporaryDirectory(prefix="upgrades-") as scratch:
            archive = download(index, name, Current(version, ("source", "wheel")), Path(scratch))
            folder = Path(scratch, "unpacked")
            unpack(archive, folder, lambda path: True)
            inner = list(folder.iterdir())
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(inner[0] if len(inner) == 1 and inner[0].is_dir() else folder, kept)
    return kept


def section(labels: Mapping[str, Upgrade], judged: Mapping[str, Judged]) -> list[str]:
    """Lines of the report. judged: by project."""
    counts = {"known": Count(), "aside": Count()}
    for name, one in judged.items():
        counts[labels[name].judged].add(one)
    said = {"known": "rules may be written from them", "aside": "kept aside: no rule is written from them"}
    return [
        HEADING,
        "",
        "`make scan-bench`: projects of `data/upgrades/` as they were before they moved to a newer Django, each line",
        "judged by hand. A pair is a project and a change that it had to make.",
        "",
        "| projects | pairs found | lines found | false of all found lines | changes without a page |",
        "|---|---|---|---|---|",
        *(_row(said[sort], count) for sort, count in counts.items() if count.projects),
        "",
        *_by_change(counts["known"]),
        *(f"Kept aside: {', '.join(names)}." for names in [_aside(labels, judged)] if names),
    ]


def _row(said: str, count: Count) -> str:
    found = count.lines_found + count.false
    return (
        f"| {count.projects}, {said} | {_of(count.pairs_found, count.pairs)} | {_of(count.lines_found, count.lines)} "
        f"| {_of(count.false, found)} | {count.no_page} |"
    )


def _of(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.0%})" if whole else "none"


def _by_change(count: Count) -> list[str]:
    """Where lines are missed or found in vain, the worst first."""
    missed, false = count.missed_by, count.false_by
    names = sorted(missed.keys() | false.keys(), key=lambda name: (-missed[name] - false[name], name))
    if not names:
        return []
    rows = [f"| {name} | {missed[name]} | {false[name]} |" for name in names]
    return [
        "In those from which rules may be written:",
        "",
        "| change | lines missed | false lines |",
        "|---|---|---|",
        *rows,
        "",
    ]


def _aside(labels: Mapping[str, Upgrade], judged: Mapping[str, Judged]) -> list[str]:
    return sorted(name for name in judged if labels[name].judged == "aside")


def without(report: str) -> str:
    """The report without this part, which is its last."""
    return report.partition(f"\n{HEADING}\n")[0]


def kept(report: str) -> str:
    """This part of a report, to be carried over into a newer one; empty where it has none."""
    return report.removeprefix(without(report))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
