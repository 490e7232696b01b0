"""The second process: our modules, the facts, the runs and MkDocs' settings, read once; records, kept by content."""

import dataclasses
import time
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from preview import bytecode
from preview.processes import Command
from preview.theme import Theme, bytecode_cache, forget_all_but

#: What a build reads from `data/` alone when it is first asked for.
OF_DATA = ("names", "defaults")


class Project:
    """All that pages are drawn from. `library` and `problems` are of the moment of `read`."""

    def __init__(self, root: Path, cache: Path) -> None:
        self.sources = bytecode.compile_all(root, ("atlas", "macros"), cache / "bytecode")
        # Not before: this is the first import of our modules.
        import macros  # noqa: F401 - for the processes forked from this one
        from atlas.facts import proof_files
        from atlas.facts.django import Facts
        from atlas.records import library
        from preview.kept import Kept

        self.root, self.cache = root, cache
        self._of_data: dict[str, Any] = {}
        self.config = self._configure()
        self.facts = _all_of(Facts(root))
        self.proofs = proof_files.read(root / "data/proof")
        self._load, self._kept = library.load, Kept()
        self.theme = Theme(cache / "templates", root)
        forget_all_but(cache / "templates", ("theme", self.sources))
        self.theme.list_others(self.config.theme.dirs)
        self.read()
        build = self.build(self.config)
        self._of_data = {name: getattr(build, name) for name in OF_DATA}

    def _configure(self) -> MkDocsConfig:
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.cache / "site"))
        config.plugins["macros"].config["module_name"] = "preview/hooks"
        config.plugins.on_startup(command="build", dirty=False)
        return config

    def read(self) -> str:
        """Read all records as they are now; what that was and how long it took."""
        began = time.perf_counter()
        library, self.problems = self._load(self.root, self._kept.read)
        self.library = dataclasses.replace(library, facts=self.facts)
        for page in library.pages:
            _ = page.headings  # kept with the page, like all that is read of its text
        return f"reading {len(library.pages)} pages {time.perf_counter() - began:.1f} s"

    def build(self, conf: Mapping[str, Any]) -> Any:
        """The build that macros draw from."""
        from macros.build.build import Build

        build = Build.of(self.root, conf, self.library, self.proofs)
        vars(build).update(self._of_data)
        return build

    def bytecode(self) -> jinja2.BytecodeCache:
        """Compiled templates of parts, by the sources of our modules: constant calls of filters are compiled in."""
        return bytecode_cache(self.cache / "templates" / self.sources)


def _all_of(facts: Any) -> Any:
    """Facts, with every file read that would be read when it is first asked for."""
    for name, member in vars(type(facts)).items():
        if isinstance(member, cached_property):
            getattr(facts, name)
    return facts


#: The project of this process and of all that are forked from it.
here: Project


def start(root: Path, cache: Path) -> Mapping[str, Command]:
    """What the process answers."""
    global here
    began = time.perf_counter()
    here = Project(root, cache)
    said = f"loading modules and {len(here.library.pages)} pages {time.perf_counter() - began:.1f} s"
    return {"hello": lambda: said, "read": here.read}
