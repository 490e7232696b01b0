"""python -m atlas.prove [CHANGE …]: run the samples of change pages on every Django release.

Without arguments every page is looked at, and only what changed since its last run is run again.
"""

import argparse
import sys
from pathlib import Path

from atlas.clock import build_date
from atlas.library import load
from atlas.prove import pins
from atlas.prove.jobs import Job, Keys, jobs_of
from atlas.prove.runner import Runner
from atlas.prove.store import Records, Store
from atlas.prove.targets import targets

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache/prove"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m atlas.prove", description=__doc__)
    parser.add_argument("change", nargs="*", help="a change (4.1/logout-by-post) or a release folder (4.1)")
    parser.add_argument("--all", action="store_true", help="run again what is fresh, too")
    parser.add_argument("--lock", action="store_true", help="write the lock files of all environments anew")
    options = parser.parse_args(arguments)
    library, problems = load(ROOT)
    every = targets(library.facts)
    if options.lock:
        for target in every:
            pins.lock(ROOT, target)
        return 0
    for problem in problems:
        print(problem)
    changes = [
        c
        for c in library.changes
        if not options.change or c.id in options.change or c.release in options.change
    ]
    keys = Keys(ROOT, [target.release for target in every])
    jobs = jobs_of(changes, keys)
    store = Store(ROOT / "data/proof", CACHE / "store.lock")
    known = store.read()
    stale = [job for job in jobs if options.all or not fresh(job, known)]
    outcome = (
        Runner(ROOT, CACHE, lambda r: print(".", end="", flush=True)).run(stale, every) if stale else None
    )
    if outcome:
        roles = {change.id: {job.sample.role for job in jobs if job.change is change} for change in changes}
        store.merge(outcome.records(stale), roles)
        today = build_date().isoformat()
        store.environments({r: {**row, "run": today} for r, row in outcome.environments.items()})
        for n in outcome.not_run:
            print(f"{n.target.release}: not run: {n.reason}")
    print()
    known = store.read()
    if options.change:
        for job in jobs:
            print(job.change.id, job.sample.role)
            for row in known[job.change.id][job.sample.role]["results"]:
                print(
                    "   ",
                    ", ".join(row["releases"]),
                    row["status"],
                    row.get("error", ""),
                    row.get("messages", ""),
                )
                print("       ", row.get("output", "").replace("\n", "\n        "))
    return 0


def fresh(job: Job, known: Records) -> bool:
    return bool(known.get(job.change.id, {}).get(job.sample.role, {}).get("key") == job.key)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
