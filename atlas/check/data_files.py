"""The files under `data/` that commands write: there, readable, and exactly of the form that their readers know."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from atlas.facts import default_files, gone_imports, proof_files, python_runs, reach, reach_names, upgrades
from atlas.facts.django import REMEDY, Facts
from atlas.facts.reading import every
from atlas.words.problems import Problem
from atlas.words.texts import read_text


def _locks(facts: Facts) -> list[Path]:
    return sorted((facts.data / "proof/pins").glob("*.txt"))


def check(facts: Facts) -> Iterator[Problem]:
    """Notes that nothing would ever read. Errors: RecordsBroken with a line for each mistake in any file.

    The files of Django's documentation and source are left to the check of links, which reads them anyway.
    """
    reads: dict[str, Callable[[], object]] = {
        "releases": lambda: facts.releases,
        "patches": lambda: facts.patches,
        "patch_notes": lambda: facts.patch_notes,
        "cves": lambda: facts.cves,
        "deprecations": lambda: facts.deprecations,
        "notes": lambda: facts.notes,
        "gone_imports": lambda: gone_imports.load(facts.data),
        "python_runs": lambda: python_runs.load(facts.data),
        "reach": lambda: reach.load(facts.data),
        "reach_names": lambda: reach_names.read(facts.data),
        "upgrades": lambda: upgrades.read(facts.data),
        "defaults": lambda: default_files.load(facts.data),
        "proof": lambda: proof_files.read(facts.data / "proof"),
        **{
            path.name: partial(read_text, path, path.relative_to(facts.data.parent)) for path in _locks(facts)
        },
    }
    every(reads)
    for path in sorted((facts.data / "notes").glob("*.json")):
        if path.stem not in facts.releases:
            message = f"found notes of '{path.stem}', which is no release in releases.json"
            yield Problem(Path("data/notes") / path.name, 0, "file", message, REMEDY)
