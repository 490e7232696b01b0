"""python -m atlas reach: count how many public projects met each change, into data/reach.json.

For each feature release, the versions of the projects in data/reach-names.yml that were current on the day it came
out are downloaded, scanned for the changes of that release, and thrown away. What was looked at is not looked at again,
so a run can be stopped and goes on; the file is written at its end. Exits 1 with a line for each project that could not
be looked at.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from atlas.facts import reach, reach_names
from atlas.facts.django import Facts
from atlas.facts.reach import ReleaseReach
from atlas.facts.reach_names import Names
from atlas.facts.writing import put
from atlas.prove.packages.index import Index, Unreachable
from atlas.prove.packages.progress import Progress
from atlas.prove.reach.current import Current, Day
from atlas.prove.reach.kept import Kept
from atlas.prove.reach.working import Measure, counted, units, work
from atlas.records.change import Change
from atlas.records.library import load
from atlas.records.rule_keys import rule_key
from atlas.scan.engine import scan_folder
from atlas.scan.index import index_of
from atlas.scan.rules import Ruled
from atlas.scan.source import kind_of
from atlas.scan.tables import DEFAULT
from atlas.words.problems import RecordsBroken, did_you_mean
from atlas.words.versions import sort_key

ROOT = Path(__file__).resolve().parents[3]
CACHE = Path(".cache/reach")


def main(arguments: list[str], root: Path = ROOT, index: Index | None = None) -> int:
    """Measure, write, print what could not be looked at; the exit status. index: another one than the configured."""
    options = _options(arguments)
    facts = Facts(root)
    if unknown := [one for one in options.release if one not in facts.releases]:
        print(*(_unknown(one, list(facts.releases)) for one in unknown), sep="\n")
        return 2
    releases = options.release or list(facts.releases)
    names = _first(reach_names.read(root / "data"), options.most)
    measure = _measure(root, index or Index())
    progress = Progress(1)
    lines: list[str] = []
    try:
        current = {
            one: _day(facts, one, root / CACHE, measure.index, progress.tell).current(
                [*names.packages, *names.applications]
            )
            for one in releases
        }
        todo = [unit for unit in units(names, current) if not unit.is_done(measure)]
        if not options.count:
            progress = Progress(len(todo))
            lines = work(todo, measure, progress.step)
    except Unreachable as away:
        print(f"{away}; nothing is lost: run it again where it answers")
        return 1
    rows = _write(root, facts, names, current, measure)
    print(*lines, *(_said(release, row) for release, row in rows.items()), sep="\n")
    return 1 if lines else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m atlas reach",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--release", action="append", default=[], help="a feature release; may be repeated")
    parser.add_argument(
        "--most", type=int, metavar="N", help="only the first N packages, and all applications"
    )
    parser.add_argument("--count", action="store_true", help="download nothing: write what is found already")
    return parser.parse_args(arguments)


def _unknown(asked: str, known: Sequence[str]) -> str:
    meant = did_you_mean(asked, known)
    return f"--release: found '{asked}', expected one of {', '.join(known)}" + (f"; {meant}" if meant else "")


def _first(names: Names, most: int | None) -> Names:
    return names.model_copy(update={"packages": names.packages[:most]})


def _day(facts: Facts, release: str, cache: Path, index: Index, tell: Callable[[str], None]) -> Day:
    """The day of a release, and the newest Python that it runs on."""
    row = facts.releases[release]
    newest = max(row.pythons, key=sort_key)
    return Day(row.date, newest, cache / "current" / f"{release}.json", index, tell)


def _measure(root: Path, index: Index) -> Measure:
    """The scanner with the rules of the pages. Errors: RecordsBroken where a page has mistakes."""
    library, problems = load(root)
    if problems:
        raise RecordsBroken(problems)
    changes = {change.id: change for change in library.changes if change.detect}
    rules = {name: _ruled(change) for name, change in changes.items()}
    globs = index_of(list(rules.values())).globs
    return Measure(
        index,
        Kept(root / CACHE / "met"),
        keys={
            release: {name: rule_key(change) for name, change in changes.items() if change.release == release}
            for release in library.facts.releases
        },
        wanted=lambda path: kind_of(path, globs, DEFAULT) is not None,
        scan=lambda folder, asked: _met(folder, [rules[name] for name in asked]),
    )


def _ruled(change: Change) -> Ruled:
    """What the scanner needs of a change: code that another release needs is not counted."""
    ends = change.removed if change.kind == "deprecated" else None
    found: Ruled = {
        "id": change.id,
        "necessary_by": ends or change.release,
        "rules": [rule.plain() for rule in change.detect],
    }
    if change.exclude:
        found["exclude"] = change.exclude
    if change.only_with:
        found["only_with"] = [rule.plain() for rule in change.only_with]
    return found


def _met(folder: Path, changes: Sequence[Ruled]) -> frozenset[str]:
    return frozenset(hit.change for hit in scan_folder(folder, changes).hits)


def _write(
    root: Path,
    facts: Facts,
    names: Names,
    current: Mapping[str, Mapping[str, Current | None]],
    measure: Measure,
) -> dict[str, ReleaseReach]:
    """Put the counts of these releases in place of older ones; these counts."""
    rows = {
        release: counted(facts.releases[release].date, measure.keys[release], names, known, measure.kept)
        for release, known in current.items()
    }
    text = reach.to_json({**reach.load(root / "data"), **rows})
    reach.parse(text)
    put(root / "data" / reach.NAME, text)
    return rows


def _said(release: str, row: ReleaseReach) -> str:
    projects = f"{len(row.packages)} packages and {len(row.applications)} applications"
    return f"{release}: {len(row.changes)} changes are counted in {projects}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
