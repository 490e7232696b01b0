"""The theme's templates: found and compiled once, although every state of the files has an environment of its own."""

import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import jinja2


@cache
def installed(folder: str) -> list[str]:
    """The files of a folder that does not change, hidden ones left out: nearly all of Material's 14,000."""
    return [name for name in jinja2.FileSystemLoader(folder).list_templates() if not f"/{name}".count("/.")]


class Theme:
    """folder: for compiled templates. root: the project's; only templates below it change. folders: all of them."""

    def __init__(self, folder: Path, root: Path, folders: Iterable[str]) -> None:
        self.folder = folder
        self._names = {
            name: installed(name)
            for name in folders
            if not Path(name).is_relative_to(root) or ".venv" in Path(name).parts
        }

    def loader(self, folders: Iterable[str]) -> jinja2.BaseLoader:
        """Finds templates in folders, the first before the others."""
        return Loader(list(folders), self._names)

    def bytecode(self) -> jinja2.BytecodeCache:
        """Compiled templates of the theme and of `overrides/`."""
        return bytecode_cache(self.folder / "theme")


class Loader(jinja2.FileSystemLoader):
    """A loader that knows beforehand what some of its folders hold. names: by folder."""

    def __init__(self, folders: list[str], names: dict[str, list[str]]) -> None:
        super().__init__(folders)
        self.folders, self.names = folders, names

    def list_templates(self) -> list[str]:
        """Every file, hidden ones only where they may change."""
        found: set[str] = set()
        for folder in self.folders:
            found.update(self.names.get(folder) or jinja2.FileSystemLoader(folder).list_templates())
        return sorted(found)


def bytecode_cache(folder: Path) -> jinja2.BytecodeCache:
    """Compiled templates by their text. What another version of Jinja compiled is not taken."""
    folder = folder.with_name(f"{folder.name}-{jinja2.__version__}")
    folder.mkdir(parents=True, exist_ok=True)
    return jinja2.FileSystemBytecodeCache(str(folder))


def forget_all_but(cache: Path, kept: Iterable[str]) -> None:
    """Delete compiled templates of sources that are no more. kept: names without the version."""
    for folder in cache.iterdir() if cache.is_dir() else ():
        if folder.name.rpartition("-")[0] not in kept:
            shutil.rmtree(folder, ignore_errors=True)
