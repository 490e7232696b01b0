"""What the entries of `data/packages/packages.yml` must say of each other, and which records belong to none."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from atlas.facts import package_runs, packages
from atlas.facts.django import Facts
from atlas.facts.packages import PackagesFile, Recipe
from atlas.words.problems import Problem, told


def check(facts: Facts) -> Iterator[Problem]:
    """Every mistake in what the file says, and in the records. Errors: RecordsBroken with every mistake in its form."""
    file = packages.read(facts.data)
    yield from _in_order(file)
    for name, recipe in file.packages.items():
        yield from _of_one(file, name, recipe)
    yield from _records(file, facts)


def _in_order(file: PackagesFile) -> Iterator[Problem]:
    names = list(file.packages)
    for before, name in pairwise(names):
        if name < before:
            yield file.problem(
                (name,), f"stands after {before}", "put the packages in the order of their names"
            )


def _of_one(file: PackagesFile, name: str, recipe: Recipe) -> Iterator[Problem]:
    for module in recipe.left_out:
        if not any(f"{module}.".startswith(f"{top}.") for top in recipe.modules):
            message = f"found '{module}', which is below none of {', '.join(recipe.modules)}"
            yield file.problem((name, "left_out", module), message, "name a module of the package")
    for address in recipe.requests:
        if not any(address.startswith(f"/{prefix}") for prefix in recipe.urls):
            message = f"found '{address}', which none of its `urls` answers"
            yield file.problem(
                (name, "requests"), message, "add the prefix to `urls`, or take the address out"
            )


def _records(file: PackagesFile, facts: Facts) -> Iterator[Problem]:
    for path in sorted((facts.data / packages.FOLDER).glob("*.json")):
        shown = package_runs.SHOWN / path.name
        if path.stem not in file.packages:
            message = f"found records of '{path.stem}', which is not in {packages.FILE}"
            yield Problem(shown, 0, "file", message, "delete the file, or add the package")
            continue
        yield from told(partial(_readable, path.stem, facts))


def _readable(name: str, facts: Facts) -> Iterator[Problem]:
    for release in package_runs.read(facts.data, name).releases:
        if release not in facts.releases:
            shown = package_runs.SHOWN / f"{name}.json"
            yield Problem(shown, 0, release, "is no release in releases.json", package_runs.REMEDY)
