"""One source distribution of Django, read for its documentation's anchors and its modules."""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from atlas.facts.source_files import is_indexed, module_of
from atlas.sync.docs.anchors import anchors
from atlas.sync.docs.bindings import is_module
from atlas.sync.docs.imports import imported_names
from atlas.sync.errors import SyncError
from atlas.sync.sources import unpacked
from atlas.sync.sources.sdist import version_of
from atlas.words.versions import feature_release

#: Notes of 0.95 to 1.10. Those of 1.11 say what was fixed for it together with 2.2.
OLD_NOTES = re.compile(r"releases/(?:0|1\.(?:\d|10))(?:\.|-|$)")
NO_PAGE = re.compile(r"_theme/|requirements$")


@dataclass(frozen=True)
class Series:
    """What a source distribution says of its series. `pages`: page to anchors; `files`, `names`: to paths.

    `modules`: the text of every module, by path.
    """

    version: str
    pages: dict[str, list[str]]
    files: dict[str, str]
    names: dict[str, str]
    modules: dict[str, str]

    @property
    def name(self) -> str:
        """`4.1` for 4.1.13."""
        return feature_release(self.version)


def read_series(path: Path) -> Series:
    """Read an archive (`.tar.gz`) in memory; takes some ten seconds. Nothing in it is run.

    Errors: SyncError for an archive that is missing, damaged, or not a stable Django.
    """
    texts = unpacked.texts(path, is_read)
    version = version_of(path, texts.get("PKG-INFO", ""))
    sources = {name: text for name, text in texts.items() if is_indexed(name)}
    files = {module_of(name): name for name in sources}
    modules = {name: text for name, text in texts.items() if is_module(name)}
    _must_be_code({**sources, **modules}, path)
    return Series(version, _pages(texts), files, imported_names(sources), modules)


def _must_be_code(sources: Mapping[str, str], path: Path) -> None:
    """Raise a `SyncError` for the first module that Python cannot read."""
    for name, text in sources.items():
        try:
            ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            said = error.msg if isinstance(error, SyntaxError) else str(error) or type(error).__name__
            raise SyncError(
                f"{path}: {name}: no code that Python can read ({said}); {unpacked.REMEDY}"
            ) from None


def is_read(name: str) -> bool:
    """Whether a file is one of the documentation's, a module, or says which version it is."""
    docs = name.startswith("docs/") and name.endswith(".txt")
    return docs or is_indexed(name) or is_module(name) or name == "PKG-INFO"


def _pages(texts: dict[str, str]) -> dict[str, list[str]]:
    names = {
        name.removeprefix("docs/").removesuffix(".txt"): name for name in texts if name.startswith("docs/")
    }
    return {
        page: anchors(name, texts[name])
        for page, name in names.items()
        if not OLD_NOTES.match(page) and not NO_PAGE.search(page)
    }
