"""python -m atlas prove [PAGE …]: run the samples and statements of changes and guides on every Django release.

Without arguments every page is looked at, and only what changed since its last run is run again.
Exits 1 when a claim is not borne out, a record is stale, or a release could not be run.
"""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from atlas.claims import judge
from atlas.claims.keys import Proved
from atlas.facts.proof_files import read
from atlas.prove import pins
from atlas.prove.drawing import PARTS, drawn_by
from atlas.prove.proving import Places, compare, prove
from atlas.prove.report import details, table
from atlas.prove.runner import Outcome
from atlas.prove.targets import targets
from atlas.records.change import Change
from atlas.records.guides import guide_id
from atlas.records.library import Library, load
from atlas.words.problems import Problem

ROOT = Path(__file__).resolve().parents[2]
#: Up to so many pages are told in full when they are named.
TOLD_IN_FULL = 5


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Run, print what happened; the exit status. `root`: the project's folder."""
    options = _options(arguments)
    library, broken = load(root)
    if options.lock:
        return _lock(root, library)
    names = options.page
    every: list[Proved] = [*library.changes, *library.guides]
    pages = [page for page in every if not names or _named(page.page.path, names)]
    problems = [problem for problem in broken if not names or _named(problem.path, names)]
    if not pages:
        print(
            *problems,
            f"no page for {' or '.join(names)}: expected an id such as 4.1/logout-by-post or upgrade/hosting",
            sep="\n",
        )
        return 1
    drawn = options.drawn_by is not None
    if drawn:
        pages = drawn_by(options.drawn_by, pages)
    places = Places(root, root / ".cache/prove", root / "data/proof")
    outcome = Outcome()
    if options.cold:
        outcome, differences = compare(places, library, pages)
        problems += differences
    elif not options.contract:
        outcome = prove(places, library, pages, options.all)
    some = frozenset(page.id for page in pages) if names or drawn else frozenset()
    problems += judge.inspect(root, library, some)
    if not options.contract:
        _show(places, library, pages, problems, bool(names))
    return _end(outcome, problems, pages)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m atlas prove",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "page",
        nargs="*",
        help="a change (4.1/logout-by-post), a guide (upgrade/hosting), or the folder of either (4.1)",
    )
    parser.add_argument("--all", action="store_true", help="run again what is fresh, too")
    parser.add_argument("--contract", action="store_true", help="run nothing: judge what is recorded")
    parser.add_argument(
        "--cold", action="store_true", help="run aside, even what is fresh, and compare with the records"
    )
    parser.add_argument(
        "--drawn-by",
        metavar="COMMIT",
        type=_commit,
        help=f"only the one of {PARTS} parts of all pages that this commit's hash draws",
    )
    parser.add_argument("--lock", action="store_true", help="write the lock files of all environments anew")
    return parser.parse_args(arguments)


def _commit(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        raise argparse.ArgumentTypeError(f"found {text!r}, expected the hash of a commit") from None


def _named(page: Path, names: list[str]) -> bool:
    """Whether a page is asked for: by its id, its folder, or its path."""
    folder = page.parent.name
    return not {folder, f"{folder}/{page.stem}", guide_id(page), str(page)}.isdisjoint(names)


def _lock(root: Path, library: Library) -> int:
    with ThreadPoolExecutor(4) as pool:
        every = targets(library.facts)
        words = [*pool.map(lambda target: pins.lock(root, target), every), pins.lock_driver(root, every)]
    failures = [word for word in words if word]
    print(*failures or ["every release has its lock file"], sep="\n")
    return 1 if failures else 0


def _show(
    places: Places, library: Library, pages: list[Proved], problems: list[Problem], named: bool
) -> None:
    proofs = read(places.proof)
    if named and len(pages) <= TOLD_IN_FULL:
        print(*(details(page.id, proofs.of(page.id)) for page in pages), sep="\n")
        return
    broken = {problem.path for problem in problems}
    rows = [(page.id, proofs.of(page.id), page.page.path not in broken) for page in pages]
    print(table(rows, list(library.facts.releases)))


def _end(outcome: Outcome, problems: list[Problem], pages: list[Proved]) -> int:
    for missing in outcome.not_run:
        print(f"Django {missing.target.release}: not run: {missing.reason}")
    for need, reason in outcome.unmet.items():
        print(f"needs: {need}: not run: {reason}")
    for problem in sorted(problems):
        print(problem)
    if problems or not outcome.complete:
        print(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}")
        return 1
    work = [page for page in pages if isinstance(page, Change) and page.forces_work]
    without = [change for change in work if change.unproved]
    share = f"; {len(without)} of {len(work)} that force work go without a run" if without else ""
    print(f"{len(pages)} page{'' if len(pages) == 1 else 's'} proved{share}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
