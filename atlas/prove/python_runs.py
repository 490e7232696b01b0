"""python -m atlas pythons: run every Django release on every Python that is here, into data/python-runs.json.

A fresh project is loaded, checked and migrated, answers requests, and every module of Django is imported: as
`python -m atlas packages` does it for a package. What is recorded is not run again: a run can be stopped and goes on.
Exits 1 with a line for each Python that is missing and each run that came to no end.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from atlas.facts import python_runs
from atlas.facts.django import Facts
from atlas.facts.package_runs import Run
from atlas.facts.packages import Recipe
from atlas.facts.python_runs import PythonRun
from atlas.facts.writing import put
from atlas.prove.packages.bench import Bench, NoPython, bench
from atlas.prove.packages.index import Index, NoSuchVersion, NotBuilt, Unreachable
from atlas.prove.packages.trying import record
from atlas.prove.targets import Target, targets
from atlas.words.clock import build_date
from atlas.words.versions import sort_key

ROOT = Path(__file__).resolve().parents[2]
#: Django itself, as if it were a package.
DJANGO: Final = Recipe(does="the framework itself", modules=["django"])
#: What runs inside of the environments needs at least this Python.
OLDEST: Final = "3.9"


def main(arguments: list[str], root: Path = ROOT, index: Index | None = None) -> int:
    """Run what is not recorded, print what could not be run; the exit status."""
    options = _options(arguments)
    facts = Facts(root)
    named = {python for known in facts.releases.values() for python in known.pythons}
    pythons = sorted((one for one in named if sort_key(one) >= sort_key(OLDEST)), key=sort_key)
    lines = list(
        dict.fromkeys(_run(root, facts, options.python or pythons, options.release, index or Index()))
    )
    print(*lines or ["every release is recorded on every Python"], sep="\n")
    return 1 if lines else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m atlas pythons",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--python", action="append", metavar="3.13", help="default: all that a release names")
    parser.add_argument("--release", action="append", metavar="4.1", help="default: all")
    return parser.parse_args(arguments)


def _run(
    root: Path, facts: Facts, pythons: list[str], releases: list[str] | None, index: Index
) -> Iterator[str]:
    for target in targets(facts):
        if releases and target.release not in releases:
            continue
        for python in pythons:
            try:
                with bench(replace(target, python=python), root / ".cache/pythons", index) as place:
                    if line := _record(root, place, target):
                        yield f"{target.release} on Python {python}: not run: {line}"
            except NoPython as missing:
                yield str(missing)


def _record(root: Path, place: Bench, target: Target) -> str:
    """Run a release on the Python of a bench unless that is recorded; why it came to no end, or nothing."""
    runs = python_runs.load(root / "data")
    python = place.target.python
    known = runs.get(target.release, {}).get(python)
    if known and (known.django, known.python) == (target.django, place.version):
        return ""
    did = tried(place)
    if did.status == "not run":
        return did.why or ""
    row = PythonRun(django=target.django, python=place.version, run=build_date().isoformat(), did=did)
    runs[target.release] = {**runs.get(target.release, {}), python: row}
    text = python_runs.to_json(runs)
    python_runs.parse(text)
    put(root / "data" / python_runs.NAME, text)
    print(f"{target.django} on Python {place.version}: {did.status}", flush=True)
    return ""


def tried(place: Bench) -> Run:
    """What Django does on the Python of a bench, with the newest of what it depends on."""
    django = place.target.django
    try:
        pins = place.index.resolve([f"Django=={django}"], place.interpreter)
        place.prepare(pins)
    except NoSuchVersion as refused:
        return Run(status="refused", why=str(refused))
    except (Unreachable, NotBuilt) as failure:
        return Run(status="not run", why=str(failure))
    lines, ended = place.run(DJANGO, django)
    beside = [pin for pin in pins if not pin.lower().startswith("django==")]
    run = record(lines, ended, beside, place.seconds)
    return run.model_copy(update={"checks": (), "migrations": (), "answers": {}, "needs": {}, "warns": ()})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
