"""One environment for each release, in which versions of packages are exchanged, and a run of one of them."""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement

from atlas.facts.package_runs import Declared
from atlas.facts.packages import Recipe
from atlas.prove import pythons
from atlas.prove.keeper import kept
from atlas.prove.locks import locked
from atlas.prove.packages import processes, project
from atlas.prove.packages.index import Index, NotBuilt
from atlas.prove.pins import uv
from atlas.prove.targets import Target
from atlas.prove.workers import environ

#: How many seconds of the clock a run may take for each second of processor time: a busy machine must not fail it.
PATIENCE = 6
CLASSIFIER = re.compile(r"Framework :: Django :: (\d+\.\d+)")


class NoPython(Exception):  # noqa: N818
    """A release cannot be run here; the text says what to install."""


@dataclass(frozen=True)
class Bench:
    """target: a release; folder: its environment; python: the interpreter that it is made of; version: of that."""

    target: Target
    folder: Path
    interpreter: Path
    version: str
    index: Index
    seconds: int = 60

    @property
    def python(self) -> Path:
        """The interpreter inside of the environment."""
        return self.folder / "bin/python"

    def prepare(self, pins: list[str]) -> None:
        """Have exactly these packages installed. Errors: Unreachable, NotBuilt."""
        if not self.python.exists():
            done = processes.run(
                [uv(), "venv", "--quiet", "--clear", "--python", self.interpreter, self.folder], 120
            )
            if done.status != 0:
                raise NotBuilt(f"uv venv: {done.why or done.words[-200:]}")
        self.index.install(pins, self.python)

    def discard(self) -> None:
        """Take the environment away: who knows what a run that went astray did to it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def declared(self, name: str) -> Declared:
        """What the installed version of a package says in its metadata."""
        return declared(self._metadata(name))

    def _metadata(self, name: str) -> Message:
        for file in self.folder.glob("lib/python*/site-packages/*.dist-info/METADATA"):
            found = Parser().parsestr(file.read_text(encoding="utf-8", errors="replace"), headersonly=True)
            if re.sub(r"[-_.]+", "-", str(found["Name"])).lower() == name:
                return found
        raise NotBuilt(f"{name} was installed and has left no metadata")

    def run(
        self, recipe: Recipe, version: str, socket: str = ""
    ) -> tuple[list[dict[str, Any]], processes.Ended]:
        """Run a package that is installed: what the worker told, line by line, and how it ended."""
        config = {
            "modules": recipe.modules,
            "left_out": list(recipe.left_out),
            "requests": project.requests(recipe, version),
            "database": recipe.database,
            "seconds": self.seconds,
        }
        with kept("atlas-package-") as scratch:
            project.write(scratch, project.files(recipe, version, socket))
            variables = {**environ(scratch), "DJANGO_SETTINGS_MODULE": "settings"}
            command: list[str | Path] = [self.python, "-m", "atlas.prove.worker.package", json.dumps(config)]
            ended = processes.run(command, self.seconds * PATIENCE, scratch, variables)
        return list(_lines(ended.answers)), ended


@contextmanager
def bench(target: Target, cache: Path, index: Index, seconds: int = 60) -> Iterator[Bench]:
    """The bench of a release, for this process alone. cache: where benches are kept. Errors: NoPython."""
    found = pythons.find(target.python)
    if not found:
        raise NoPython(
            f"Python {target.python} is missing; install it, for example with: uv python install {target.python}"
        )
    with locked(cache / f"{target.release}.lock"):
        yield Bench(target, cache.absolute() / f"{target.release}-{found[1]}", *found, index, seconds)


def declared(metadata: Message) -> Declared:
    """What authors say in the metadata of a version."""
    bounds = []
    for line in metadata.get_all("Requires-Dist", []):
        try:
            requirement = Requirement(line)
        except InvalidRequirement:
            continue
        if requirement.name.lower() == "django" and (
            not requirement.marker or "extra" not in str(requirement.marker)
        ):
            bounds.append(f"{requirement.specifier}" or "any")
    classifiers = sorted(
        {
            found[1]
            for line in metadata.get_all("Classifier", [])
            if (found := CLASSIFIER.fullmatch(line.strip()))
        },
        key=lambda text: tuple(map(int, text.split("."))),
    )
    python = metadata["Requires-Python"]
    return Declared(
        django="; ".join(bounds) or None,
        python=str(python) if python else None,
        classifiers=tuple(classifiers),
    )


def _lines(text: str) -> Iterator[dict[str, Any]]:
    for line in text.splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            continue  # half a line of a process that was ended
