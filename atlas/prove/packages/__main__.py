"""python -m atlas packages [PACKAGE …]: install packages on every release and run them, into data/packages/.

For each package and release: the newest version that installs, the newest that runs, then the smallest, and a version
that runs on both sides of each hop. What is recorded is not run again, so a run can be stopped and goes on.
Exits 1 with a line for each thing that could not be run.
"""

import argparse
import contextlib
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from atlas.facts import packages
from atlas.facts.django import Facts
from atlas.facts.packages import Recipe
from atlas.prove import services
from atlas.prove.packages import repeating
from atlas.prove.packages.index import Index, NoSuchVersion, Unreachable, one_line
from atlas.prove.packages.progress import Progress
from atlas.prove.packages.working import Package, Work
from atlas.prove.targets import Target, targets
from atlas.words.clock import build_date
from atlas.words.problems import did_you_mean

ROOT = Path(__file__).resolve().parents[3]
SEARCHES = ("newest", "smallest")


def main(arguments: list[str], root: Path = ROOT, index: Index | None = None) -> int:
    """Run, print what could not be run; the exit status. root: the project's folder; index: another index."""
    options = _options(arguments)
    recipes = packages.read(root / "data").packages
    every = targets(Facts(root))
    unknown = [
        *_unknown(options.package, recipes),
        *_unknown(options.release, [one.release for one in every]),
    ]
    if unknown:
        print(*unknown, sep="\n")
        return 2
    chosen = {
        name: recipe for name, recipe in recipes.items() if not options.package or name in options.package
    }
    progress = Progress(1)
    work = Work(
        root / "data",
        root / ".cache/packages",
        index or Index(),
        every,
        build_date().isoformat(),
        progress.tell,
    )
    with _servers(work, chosen, root) as missing:
        ready = {name: recipe for name, recipe in chosen.items() if recipe.database not in missing}
        found = [Package(work, name, recipe) for name, recipe in ready.items()]
        lines = [
            f"{name}: not run: needs {chosen[name].database}: {one_line(missing[chosen[name].database])}"
            for name in chosen
            if name not in ready
        ]
        wanted = [one for one in every if not options.release or one.release in options.release]
        if options.check:
            lines += _newer(found)
        elif options.repeat:
            some = repeating.drawn(repeating.facts(found, wanted), options.repeat, options.drawn_by)
            lines += repeating.repeat(work, some)
        else:
            lines += _work(found, wanted, every, options.search or SEARCHES, progress)
    print(*lines or [_well(options, len(found))], sep="\n")
    return 1 if lines else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m atlas packages",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("package", nargs="*", help="names as in data/packages/packages.yml; default: all")
    parser.add_argument("--release", action="append", default=[], help="a feature release; may be repeated")
    parser.add_argument(
        "--search",
        action="append",
        choices=SEARCHES,
        help="search for this alone; default: for the newest of all, then for the smallest",
    )
    parser.add_argument(
        "--check", action="store_true", help="run nothing: name packages with a newer version"
    )
    parser.add_argument("--repeat", type=int, metavar="N", help="run N recorded facts again and compare")
    parser.add_argument(
        "--drawn-by", type=lambda text: int(text, 16), default=0, metavar="COMMIT", help="what draws these"
    )
    return parser.parse_args(arguments)


def _unknown(asked: Sequence[str], known: Collection[str]) -> list[str]:
    return [
        f"found '{one}', expected one of {', '.join(known)}"
        + (f"; {meant}" if (meant := did_you_mean(one, known)) else "")
        for one in asked
        if one not in known
    ]


@contextlib.contextmanager
def _servers(work: Work, chosen: dict[str, Recipe], root: Path) -> Iterator[dict[str, str]]:
    """Have the databases that packages are about; those that are missing, with what to do."""
    needs = {recipe.database for recipe in chosen.values()} - {"sqlite"}
    with services.running(needs, root, root / ".cache/prove/environments") as found:
        work.sockets = {need: str(found.config[need]) for need in needs if need in found.config}
        yield found.missing


def _work(
    found: list[Package],
    wanted: list[Target],
    every: list[Target],
    searches: Sequence[str],
    progress: Progress,
) -> list[str]:
    before = dict(zip([one.release for one in every[1:]], every, strict=False))
    steps = [
        (package, target, what)
        for what in SEARCHES
        if what in searches
        for package in found
        for target in wanted
        if not package.is_done(target, what)
    ]
    progress.total = len(steps)
    lines = []
    for package, target, what in steps:
        if line := package.work_on(target, what, before.get(target.release)):
            lines.append(f"{package.name} on {target.release}: not run: {line}")
        progress.step(f"{package.name} on {target.release}: {what}")
    return list(dict.fromkeys(lines))


def _newer(found: list[Package]) -> list[str]:
    lines = []
    for package in found:
        try:
            newest = package.versions[-1]
        except (Unreachable, NoSuchVersion) as failure:
            lines.append(f"{package.name}: {failure}")
            continue
        if package.runs is None:
            lines.append(
                f"{package.name}: was not run as packages.yml has it; run: make packages PACKAGE={package.name}"
            )
        elif newest != package.runs.listed:
            when = f"was the newest on {package.runs.listed_on}"
            lines.append(f"{package.name}: {newest} is on the index, {package.runs.listed} {when}")
    return lines


def _well(options: argparse.Namespace, count: int) -> str:
    named = f"{count} package{'' if count == 1 else 's'}"
    if options.check:
        return f"{named}: no newer version on the index"
    if options.repeat:
        return f"{options.repeat} facts are the same"
    return f"{named} {'is' if count == 1 else 'are'} recorded"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
