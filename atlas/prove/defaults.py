"""`python -m atlas defaults`: ask every Django release what it gives a new project, into `data/defaults/`.

Each release runs `startproject` and `startapp`, and names the default of every setting. What is written
is left alone while it belongs to the versions that are pinned; `--all` runs every release anew.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from atlas.facts import default_files
from atlas.facts.defaults import Defaults
from atlas.facts.django import Facts
from atlas.facts.reading import NOT_WRITTEN
from atlas.facts.writing import put
from atlas.prove.environments import Environment, NotRun, ensure
from atlas.prove.keeper import kept
from atlas.prove.targets import Target, targets
from atlas.words.problems import RecordsBroken

ROOT = Path(__file__).resolve().parents[2]
INSIDE = Path(__file__).parent / "worker/defaults.py"
#: What differs each time, or only names the version that was run, and what is written instead.
STEADY = (
    (re.compile(r"(SECRET_KEY = ')(django-insecure-)?[^']{50}'"), r"\1\g<2>(50 random characters)'"),
    (re.compile(r"(using Django )\d[\w.]*\d"), r"\1X.Y.Z"),
    (re.compile(r"(docs\.djangoproject\.com/en/)\d+(\.\d+)*/"), r"\1X.Y/"),
)


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Returns the exit code: 0 done, 1 with a line for each release that was not run and `data/` untouched."""
    parser = argparse.ArgumentParser(prog="python -m atlas defaults", description=__doc__.partition(": ")[2])
    parser.add_argument("--all", action="store_true", help="run every release anew")
    options = parser.parse_args(arguments)
    wanted = targets(Facts(root))
    if not options.all and not stale(root / "data", wanted):
        print("defaults: nothing changed")
        return 0
    found, missing = run(root, root / ".cache/prove/environments", wanted)
    for one in missing:
        print(f"Django {one.target.release}: not run: {one.reason}", file=sys.stderr)
    if missing:
        return 1
    write(root / "data", found)
    print(f"defaults: {len(found.read)} releases were run")
    return 0


def stale(data: Path, wanted: Sequence[Target]) -> list[str]:
    """The releases whose newest patch is not the one that was run."""
    try:
        read = default_files.load(data).read
    except RecordsBroken:  # missing or broken: all of it is written again
        read = {}
    known = {target.release: target.django for target in wanted}
    return [release for release in {**read, **known} if read.get(release) != known.get(release)]


def run(root: Path, cache: Path, wanted: Sequence[Target]) -> tuple[Defaults, list[NotRun]]:
    """Run releases, as many at once as there are processors. cache: the folder of all environments.

    What cannot be run is left out of the first and is in the second, with the reason.
    """
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        environments = list(pool.map(lambda target: ensure(root, target, cache), wanted))
        ready = [one for one in environments if isinstance(one, Environment)]
        answers = dict(zip((one.target.release for one in ready), pool.map(_ask, ready), strict=True))
    return _together(answers), [one for one in environments if isinstance(one, NotRun)]


def write(data: Path, found: Defaults) -> None:
    """Write the files of `data/defaults/`. Errors: RecordsBroken where a reader would not take them."""
    texts = default_files.to_json(found)
    default_files.parse(texts, NOT_WRITTEN)
    for name, text in texts.items():
        put(data / default_files.FOLDER / name, text)


def steady(text: str) -> str:
    """A generated file without what is new each time, and without the version that generated it."""
    for pattern, instead in STEADY:
        text = pattern.sub(instead, text)
    return text


def _ask(environment: Environment) -> dict[str, Any]:
    with kept("atlas-defaults-") as folder:
        done = subprocess.run(
            [environment.python, "-B", INSIDE],
            cwd=folder,
            # No program is on the path: since 4.1 a generated project is formatted by black, where there is one.
            env={"PATH": "", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"},
            capture_output=True,
            text=True,
        )
    if done.returncode:
        raise RuntimeError(f"Django {environment.target.release}: {done.stderr.strip()}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _together(answers: dict[str, dict[str, Any]]) -> Defaults:
    def rows(key: str) -> dict[str, dict[str, str]]:
        names = sorted({name for answer in answers.values() for name in answer[key]})
        return {
            name: {release: answer[key][name] for release, answer in answers.items() if name in answer[key]}
            for name in names
        }

    announced: dict[str, set[str]] = {}
    for release, answer in answers.items():
        for name in answer["announced"]:
            announced.setdefault(name, set()).add(release)
    return Defaults(
        {release: answer["django"] for release, answer in answers.items()},
        rows("settings"),
        rows("database"),
        {name: frozenset(known) for name, known in announced.items()},
        {
            path: {release: steady(text) for release, text in texts.items()}
            for path, texts in rows("files").items()
        },
    )


if __name__ == "__main__":
    sys.exit(main())
