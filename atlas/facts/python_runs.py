"""`data/python-runs.json`: what each Django release did on each Python, its own or a newer one.

`python -m atlas pythons` writes the file; a line for each Python on a release.
"""

import json
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from atlas.facts import reading
from atlas.facts.package_runs import FullPython, Run
from atlas.facts.schema import Date, Fact, Feature, Python, Version
from atlas.words.versions import sort_key

NAME: Final = "python-runs.json"
SHOWN: Final = Path("data") / NAME
REMEDY: Final = reading.written_by("make pythons")


class PythonRun(Fact):
    """One release on one Python. django, python: the exact versions; run: the day; did: what came of it."""

    django: Version
    python: FullPython
    run: Date
    did: Run


#: By release and by Python.
Runs = dict[Feature, dict[Python, PythonRun]]
ADAPTER: TypeAdapter[Runs] = TypeAdapter(Runs)


def load(data: Path) -> Runs:
    """Read the file; nothing where there is none yet. Errors: RecordsBroken with a line for each mistake."""
    return reading.read(ADAPTER, data / NAME, SHOWN, REMEDY) if (data / NAME).exists() else {}


def parse(text: str) -> Runs:
    """Runs that are about to be written. Errors: RecordsBroken where a reader would not take them."""
    return reading.parsed(ADAPTER, text, SHOWN, reading.NOT_WRITTEN)


def to_json(runs: Runs) -> str:
    """The file's text: a line for each Python, in order."""
    blocks = []
    for release in sorted(runs, key=sort_key):
        rows = [
            f'  "{python}": {json.dumps(_small(runs[release][python]), ensure_ascii=False)}'
            for python in sorted(runs[release], key=sort_key)
        ]
        blocks.append(f' "{release}": {{\n' + ",\n".join(rows) + "\n }")
    return "{\n" + ",\n".join(blocks) + "\n}\n" if blocks else "{}\n"


def _small(run: PythonRun) -> dict[str, object]:
    did = {
        key: value
        for key, value in run.did.model_dump(mode="json", exclude_defaults=True).items()
        if value not in (None, [], {})
    }
    return {**run.model_dump(exclude={"did"}), "did": did}
