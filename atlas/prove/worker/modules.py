"""Imports every module of a package, and tells what is broken from what only lacks something optional."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from atlas.prove.worker.owners import Owners

#: Parts of a module's name that say it is no code which a project imports.
APART = {"tests", "test", "testing", "conftest", "migrations", "south_migrations", "__main__"}
#: Modules of the standard library that newer Pythons lack: to ask for one of these is no optional wish.
#: Source: https://peps.python.org/pep-0594/ and https://docs.python.org/3/whatsnew/3.12.html
GONE = {
    "aifc", "asynchat", "asyncore", "cgi", "cgitb", "crypt", "distutils", "imghdr", "imp", "mailcap", "nntplib",
    "pipes", "smtpd", "sndhdr", "telnetlib", "uu", "xdrlib",
}  # fmt: skip
Fault = Callable[[BaseException, str], None]


def names(tops: Iterable[str], left_out: Iterable[str]) -> Iterator[str]:
    """The modules below those of a package, in order of their names. left_out: names with all that is below them."""
    skipped = tuple(f"{name}." for name in left_out)
    for top in tops:
        for name in sorted(_below(top)):
            if not APART & set(name.split(".")[1:]) and not f"{name}.".startswith(skipped or ("!",)):
                yield name


def _below(top: str) -> Iterator[str]:
    spec = importlib.util.find_spec(top)
    if spec is None:
        return
    yield top
    for folder in spec.submodule_search_locations or ():
        for path in Path(folder).rglob("*.py"):
            parts = path.relative_to(folder).with_suffix("").parts
            if parts[-1] == "__init__":
                parts = parts[:-1]
            inside = all(
                (Path(folder, *parts[: count + 1]) / "__init__.py").exists()
                for count in range(len(parts) - 1)
            )
            if parts and inside and all(part.isidentifier() for part in parts):
                yield ".".join((top, *parts))


def import_all(wanted: Iterable[str], owners: Owners, fault: Fault) -> tuple[int, dict[str, int]]:
    """Import modules: how many there were, and how many lack something optional, by what they lack.

    fault: called with each other error and the module's name.
    """
    count, needs = 0, dict[str, int]()
    for name in wanted:
        count += 1
        try:
            importlib.import_module(name)
        except (KeyboardInterrupt, MemoryError):
            raise
        except BaseException as error:  # a module may end the process, too
            lacks = lacking(error, owners)
            if not lacks:
                fault(error, name)
                continue
            needs[lacks] = needs.get(lacks, 0) + 1
    return count, dict(sorted(needs.items()))


def lacking(error: BaseException, owners: Owners) -> str:
    """What optional thing a module lacks: a package, an app or a setting; nothing where the module is broken."""
    seen = set()
    inner: BaseException | None = error
    while inner is not None and id(inner) not in seen:
        seen.add(id(inner))
        if isinstance(inner, ModuleNotFoundError) and _is_optional(inner.name or "", owners):
            return str(inner.name).partition(".")[0]
        inner = inner.__cause__ or inner.__context__
    text = str(error)
    if isinstance(error, RuntimeError) and "isn't in an application in INSTALLED_APPS" in text:
        return "its app in INSTALLED_APPS"
    if type(error).__name__ == "ImproperlyConfigured":
        return "a setting"
    return ""


def _is_optional(name: str, owners: Owners) -> bool:
    top = name.partition(".")[0]
    return bool(top) and top not in GONE and not owners.of_module(top)
