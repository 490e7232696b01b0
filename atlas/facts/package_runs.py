"""`data/packages/<name>.json`: what each version of a package that was tried did on each release.

`python -m atlas packages` writes these files; a line for each version that was tried, for each fact about a version.
"""

import json
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from packaging.version import Version as PackageVersion
from pydantic import Field, TypeAdapter

from atlas.facts import reading
from atlas.facts.packages import FOLDER
from atlas.facts.reading import form
from atlas.facts.schema import Date, Fact, Feature, Name, Version
from atlas.words import forms
from atlas.words.versions import sort_key

SHOWN: Final = Path("data") / FOLDER
REMEDY: Final = reading.written_by("make packages PACKAGE=<name>")
#: How a reason begins that says nothing of the package: another run asks again.
UNREACHED: Final = "the index did not answer"
RunKey = Annotated[str, form(forms.RUN_KEY, "twelve hex digits")]
FullPython = Annotated[str, form(r"3\.\d+\.\d+\S*", "a Python such as 3.12.1")]
#: What is done, in this order.
Step = Literal["load", "check", "migrate", "request", "imports"]
Search = Literal["newest", "smallest"]


class Fault(Fact):
    """What went wrong. by: whose code raised it: a package, `django`, or `project`."""

    step: Step
    type: Name
    text: str
    by: Name
    module: str | None = None


class Warned(Fact):
    """A warning of Django about a later release. by: whose code called for it."""

    category: Name
    text: str
    by: Name


class Run(Fact):
    """What one version did on a release.

    status: `runs` (loads, checks, migrates, answers, and its modules can be imported), `fails`, `refused` (the metadata
    of the version does not admit this Django or Python), `not run` (does not install, hangs, ends without a word).
    why: of the last two. needs: modules, by the package they lack, that can be imported only beside something optional.
    beside: what was installed with it. migrations: what `makemigrations --check` would write for it.
    """

    status: Literal["runs", "fails", "refused", "not run"]
    why: str | None = None
    modules: int | None = None
    faults: tuple[Fault, ...] = ()
    warns: tuple[Warned, ...] = ()
    checks: tuple[Name, ...] = ()
    migrations: tuple[Name, ...] = ()
    answers: dict[Name, int] = Field(default_factory=dict)
    needs: dict[Name, int] = Field(default_factory=dict)
    beside: tuple[Name, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it was not run for a reason that has nothing to do with the version."""
        return self.status == "not run" and (self.why or "").startswith(UNREACHED)


class ReleaseRuns(Fact):
    """One release: the versions that ran it, the day, what the resolver chose, and what was searched for.

    installs: the newest version that the resolver takes, None where it takes none; `why` says so then.
    """

    django: Version
    python: FullPython
    run: Date
    installs: Name | None = None
    why: str | None = None
    searched: tuple[Search, ...] = ()
    runs: dict[Name, Run] = Field(default_factory=dict)

    @property
    def ran(self) -> list[str]:
        """The versions that ran, oldest first."""
        return sorted((one for one, run in self.runs.items() if run.status == "runs"), key=PackageVersion)


class Declared(Fact):
    """What the authors of a version say: bounds of Django and of Python, and the releases of its classifiers."""

    django: str | None = None
    python: str | None = None
    classifiers: tuple[Name, ...] = ()


class PackageRuns(Fact):
    """Everything recorded of a package.

    recipe: a hash of how it was run; listed: the newest version on the index then.
    """

    recipe: RunKey
    listed: Name
    listed_on: Date
    versions: dict[Name, Declared] = Field(default_factory=dict)
    releases: dict[Feature, ReleaseRuns] = Field(default_factory=dict)


ADAPTER = TypeAdapter(PackageRuns)


def read(data: Path, name: str) -> PackageRuns:
    """The records of a package. Errors: RecordsBroken with a line for each mistake."""
    return reading.read(ADAPTER, data / FOLDER / f"{name}.json", SHOWN / f"{name}.json", REMEDY)


def parse(text: str, name: str) -> PackageRuns:
    """Records that are about to be written. Errors: RecordsBroken where a reader would not take them."""
    return reading.parsed(ADAPTER, text, SHOWN / f"{name}.json", reading.NOT_WRITTEN)


def read_all(data: Path) -> dict[str, PackageRuns]:
    """The records of all packages that have some, by name. Errors: RecordsBroken with every mistake."""
    names = sorted(path.stem for path in (data / FOLDER).glob("*.json"))
    return reading.every({name: partial(read, data, name) for name in names})


def to_json(runs: PackageRuns) -> str:
    """The text of a file: a line for each version, and for each version that was tried on a release."""
    head = [f' "{key}": {_line(getattr(runs, key))}' for key in ("recipe", "listed", "listed_on")]
    versions = [
        f"  {_line(version)}: {_line(_small(runs.versions[version]))}" for version in _ordered(runs.versions)
    ]
    releases = [_release(key, runs.releases[key]) for key in sorted(runs.releases, key=sort_key)]
    parts = [*head, ' "versions": ' + _block(versions, 1), ' "releases": ' + _block(releases, 1)]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _release(key: str, release: ReleaseRuns) -> str:
    fields = _small(release)
    fields.pop("runs", None)
    rows = [
        f"    {_line(version)}: {_line(_small(release.runs[version]))}" for version in _ordered(release.runs)
    ]
    return f'  {_line(key)}: {{\n   {_line(fields)[1:-1]},\n   "runs": {_block(rows, 3)}\n  }}'


def _ordered(versions: dict[str, Any]) -> list[str]:
    return sorted(versions, key=PackageVersion)


def _block(rows: list[str], indent: int) -> str:
    return "{\n" + ",\n".join(rows) + "\n" + " " * indent + "}" if rows else "{}"


def _small(fact: Fact) -> dict[str, Any]:
    """A fact as plain data, without what is empty."""
    return {
        key: value
        for key, value in fact.model_dump(exclude_defaults=True).items()
        if value not in (None, (), {})
    }


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
