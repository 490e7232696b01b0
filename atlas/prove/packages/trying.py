"""One version of a package on one release: installed, run, and put into one record."""

from collections.abc import Sequence
from typing import Any

from atlas.facts.package_runs import Declared, Fault, Run, Warned
from atlas.facts.packages import Recipe
from atlas.prove.packages.bench import Bench
from atlas.prove.packages.index import NoSuchVersion, NotBuilt, Unreachable
from atlas.prove.packages.processes import Ended

#: Faults of one run that are kept; a package that is broken is broken in every module.
MOST_FAULTS = 6


def pins_for(bench: Bench, name: str, recipe: Recipe, version: str = "") -> list[str]:
    """What is installed for a version of a package, or for the newest that the resolver takes.

    Errors: Unreachable, NoSuchVersion, NotBuilt.
    """
    wanted = f"{name}=={version}" if version else name
    together = [f"Django=={bench.target.django}", wanted, *recipe.beside]
    return bench.index.resolve(together, bench.interpreter, [name] if recipe.wheels_only else [])


def version_in(pins: Sequence[str], name: str) -> str:
    """The version of a package among pins. Errors: NoSuchVersion where it is not among them."""
    for pin in pins:
        found, _, version = pin.partition("==")
        if found.partition("[")[0].lower() == name:
            return version.partition(" ")[0]
    raise NoSuchVersion(f"the resolver names no version of {name}")


def attempt(
    bench: Bench, name: str, recipe: Recipe, version: str, socket: str = "", pins: Sequence[str] = ()
) -> tuple[Run, Declared | None]:
    """Install and run a version; and what its metadata says, where it was installed.

    pins: what to install, instead of asking the resolver.
    """
    try:
        found = list(pins) or pins_for(bench, name, recipe, version)
        bench.prepare(found)
        said = bench.declared(name)
    except NoSuchVersion as refused:
        return Run(status="refused", why=str(refused)), None
    except (Unreachable, NotBuilt) as failure:
        return Run(status="not run", why=str(failure)), None
    lines, ended = bench.run(recipe, version, socket)
    beside = [pin for pin in found if pin.partition("==")[0].lower() not in (name, "django")]
    run = record(lines, ended, beside, bench.seconds)
    if run.status == "not run":
        bench.discard()
    return run, said


def record(lines: Sequence[dict[str, Any]], ended: Ended, beside: Sequence[str], seconds: int) -> Run:
    """What a run told, as a record. lines: of the worker; seconds: of processor time that it had."""
    if astray := _astray(lines, ended, seconds):
        return Run(status="not run", why=astray, beside=tuple(beside))
    faults = [Fault.model_validate(line["fault"]) for line in lines if "fault" in line]
    told: dict[str, Any] = {}
    for line in lines:
        told |= line
    return Run(
        status="fails" if faults else "runs",
        modules=told.get("modules"),
        faults=tuple(dict.fromkeys(faults))[:MOST_FAULTS],
        warns=tuple(Warned.model_validate(row) for row in told.get("warns", ())),
        checks=tuple(told.get("checks", ())),
        migrations=tuple(told.get("migrations", ())),
        answers=told.get("answers", {}),
        needs=told.get("needs", {}),
        beside=tuple(beside),
    )


def _astray(lines: Sequence[dict[str, Any]], ended: Ended, seconds: int) -> str:
    """Why a run came to no end that says anything of the package; nothing where it did."""
    step = next((line["begins"] for line in reversed(lines) if "begins" in line), "start")
    if stays := next((line["stays"] for line in lines if "stays" in line), ""):
        return str(stays)
    if ended.why:
        return f"{ended.why} (at: {step})"
    if ended.status == -24:  # SIGXCPU
        return f"took longer than {seconds} seconds of processor time (at: {step})"
    if not lines or "folder" not in lines[-1]:
        last = ended.words.splitlines()[-1] if ended.words else "it said nothing"
        return f"ended without a result (at: {step}): {last[:200]}"
    if not lines[-1]["folder"]:
        return "its folder is gone: something in it deleted the project"
    return ""
