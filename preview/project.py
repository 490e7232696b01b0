"""The second process to the fifth: facts, runs and records, read once; the rest of `atlas`; settings; and `macros`.

Processes of their own for what reads no record, because an edit there needs no record to be read again.
"""

import dataclasses
import importlib
import sys
import time
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import jinja2
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files

from preview import bytecode
from preview.changes import Sign
from preview.processes import Command
from preview.theme import Theme, bytecode_cache, forget_all_but

#: What `macros` imports of `atlas` beyond what reads records: imported before it, so that no edit there does it again.
DRAWN_WITH: Final = ("atlas/check", "atlas/decide", "atlas/publish")


class Project:
    """All that pages are drawn from. `library` and `problems` are of the moment of `read`."""

    config: MkDocsConfig
    theme: Theme
    files: Files

    def __init__(self, root: Path, cache: Path) -> None:
        self.sources = ""
        bytecode.compile_all(root, ("atlas",), cache / "bytecode")
        # Not before: this is the first import of our modules.
        from atlas.decide.names import read_names
        from atlas.facts import default_files, proof_files
        from atlas.facts.django import Facts
        from atlas.records import library
        from preview.kept import Kept

        self.root, self.cache = root, cache
        self.facts = _all_of(Facts(root))
        self.proofs = proof_files.read(root / "data/proof")
        #: What a build would read from `data/` when it is first asked for.
        self._of_data = {
            "names": read_names(self.facts.data),
            "defaults": default_files.load(self.facts.data),
        }
        self._load, self._kept = library.load, Kept()
        self._listed: frozenset[str] = frozenset()
        self.read({})

    def modules(self) -> frozenset[str]:
        """The files of our modules that are imported here, by path from the root."""
        files = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
        paths = [Path(file) for file in files if file]
        return frozenset(
            path.relative_to(self.root).as_posix() for path in paths if path.is_relative_to(self.root)
        )

    def import_atlas(self) -> None:
        """Import the modules that draw, beyond those that read records."""
        self.sources = bytecode.compile_all(self.root, ("atlas",), self.cache / "bytecode")
        for package in DRAWN_WITH:
            for path in sorted((self.root / package).rglob("[a-z]*.py")):
                importlib.import_module(".".join(path.relative_to(self.root).with_suffix("").parts))

    def configure(self) -> None:
        """Read `mkdocs.yml` and what it names."""
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.cache / "site"))
        config.plugins["macros"].config["module_name"] = "preview/hooks"
        config.plugins.on_startup(command="build", dirty=False)
        self.config = config
        self.theme = Theme(self.cache / "templates", self.root, config.theme.dirs)

    def import_macros(self) -> None:
        """Import the rest of our modules."""
        self.sources += bytecode.compile_all(self.root, ("macros",), self.cache / "bytecode")
        forget_all_but(self.cache / "templates", ("theme", self.sources))
        importlib.import_module("macros")

    def read(self, signs: Mapping[str, Sign]) -> str:
        """Read all records as they are now; what that was and how long it took. signs: of all files, by path."""
        began = time.perf_counter()
        self._kept.signs = signs
        library, self.problems = self._load(self.root, self._kept.read)
        self.library = dataclasses.replace(library, facts=self.facts)
        for page in library.pages:
            _ = page.headings  # kept with the page, like all that is read of its text
        return f"reading {len(library.pages)} pages {time.perf_counter() - began:.1f} s"

    def list_files(self, paths: frozenset[str]) -> None:
        """List the files below `docs/` as MkDocs does, unless they are those of before. paths: of all files."""
        paths = frozenset(path for path in paths if path.startswith("docs/"))
        if paths != self._listed:
            self.files, self._listed = get_files(self.config), paths

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
    return {"hello": lambda: said, "read": here.read, "modules": here.modules}


def start_atlas() -> Mapping[str, Command]:
    """What a child answers that has all of `atlas`."""
    began = time.perf_counter()
    here.import_atlas()
    said = f"loading atlas {time.perf_counter() - began:.1f} s"
    return {"hello": lambda: said, "read": here.read}


def start_settings() -> Mapping[str, Command]:
    """What a child answers that knows `mkdocs.yml`, too."""
    began = time.perf_counter()
    here.configure()
    said = f"settings {time.perf_counter() - began:.1f} s"
    return {"hello": lambda: said, "read": here.read}


def start_macros() -> Mapping[str, Command]:
    """What a child of that answers that has `macros`, too."""
    began = time.perf_counter()
    here.import_macros()
    said = f"loading macros {time.perf_counter() - began:.1f} s"
    return {"hello": lambda: said, "read": here.read, "list": here.list_files}
