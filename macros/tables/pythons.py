"""What Django did on Pythons: the grid of all, and the errors with the release that has them no more."""

from dataclasses import dataclass
from itertools import chain

from atlas.decide.requirements import all_pythons, requirements
from atlas.facts.python_runs import PythonRun, Runs
from macros.build.here import Here
from macros.build.render import render


@dataclass(frozen=True)
class Error:
    """An error that ended a run. python: of the run; releases: that raise it there; runs_from: the first that runs."""

    text: str
    python: str
    releases: tuple[str, ...]
    runs_from: str


def python_runs(here: Here) -> str:
    """Django × Python: stated, and run."""
    runs = here.build.python_runs
    stated = {
        release: {python.version for python in needs.pythons}
        for release, needs in requirements(here.build.library.facts).items()
    }
    return render(
        "tables/python_runs.jinja",
        here=here,
        windows=[here.build.windows[release] for release in reversed(list(runs))],
        pythons=[
            one for one in all_pythons(here.build.library.facts) if any(one in row for row in runs.values())
        ],
        runs=runs,
        stated=stated,
    )


def python_errors(here: Here) -> str:
    """What ended the runs, newest Python first."""
    return render("tables/python_errors.jinja", errors=errors(here.build.python_runs))


def errors(runs: Runs) -> list[Error]:
    """The first error of each run, with all releases that raise it on that Python."""
    found: dict[tuple[str, str], list[str]] = {}
    for release, row in runs.items():
        for python, run in row.items():
            if text := first_error(run):
                found.setdefault((python, text), []).append(release)
    order = sorted(found, key=lambda key: ([-int(part) for part in key[0].split(".")], key[1]))
    return [
        Error(text, python, tuple(found[python, text]), _runs_from(runs, python, found[python, text][-1]))
        for python, text in order
    ]


def first_error(run: PythonRun) -> str:
    """What a project saw first; nothing where it ran, or the release does not install on that Python."""
    return next((f"{fault.type}: {fault.text}" for fault in run.did.faults), "")


def _runs_from(runs: Runs, python: str, after: str) -> str:
    later = chain(list(runs)[list(runs).index(after) + 1 :])
    return next((one for one in later if python in runs[one] and runs[one][python].did.status == "runs"), "")
