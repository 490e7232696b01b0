"""The scripts of the site, put together from their parts as `docs/assets/javascripts/bundles.toml` says.

Classic scripts, so that they also load from disk, where browsers read no modules. Nothing is shortened but that
comments are left out, which are a third of what readers would load: what is published can be read.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path("docs/assets/javascripts")
MANIFEST: Final = FOLDER / "bundles.toml"
#: Around the parts of a bundle: run at once, or held in a function that a worker calls.
AT_ONCE: Final = '(() => {{\n"use strict";\n{text}}})();\n'
HELD: Final = """\
self.{owner} = self.{owner} || {{}};
{owner}.{name} = function () {{
"use strict";
{text}}};
if (typeof document === "undefined") {owner}.{name}();
"""
#: Where a part gives names to all of its bundle: the first, and the rest of the line. Indented ones are nobody else's.
DECLARED: Final = re.compile(r"^(?:async )?(?:function\*?|const|let|var|class) (\w+)([^\n]*)", re.M)
#: Another constant of such a line: `const ONE = 1, TWO = 2`.
ANOTHER: Final = re.compile(r", ([A-Z][A-Z_]*) = ")
#: Lines that hold a comment and nothing else, and empty ones: as all scripts here are written.
COMMENT: Final = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)?\n", re.M)
#: A comment behind code in which nothing is quoted, and a type that only the compiler reads.
ASIDE: Final = re.compile(r"""^([^"'`/\n]*\S) //[^\n]*$""", re.M)
CAST: Final = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ?")


class BundleBroken(ValueError):  # noqa: N818 - said to somebody who edits the manifest
    """The manifest names what is not there, or parts that do not fit together."""


@dataclass(frozen=True)
class Bundle:
    """One published script. file: its path below the site. parts: paths below `FOLDER` without `.js`."""

    name: str
    file: str
    parts: tuple[str, ...]
    data: tuple[str, ...] = ()
    held: str = ""


def bundles(root: Path) -> dict[str, Bundle]:
    """Every bundle by its name. Errors: BundleBroken for a table of another form."""
    return _bundles((root / MANIFEST).read_text(encoding="utf-8"))


@cache
def _bundles(manifest: str) -> dict[str, Bundle]:
    return {name: _bundle(name, table) for name, table in tomllib.loads(manifest).items()}


def _bundle(name: str, table: dict[str, Any]) -> Bundle:
    lists = {key: tuple(value) for key, value in table.items() if isinstance(value, list)}
    try:
        return Bundle(name, **{**table, **lists})
    except TypeError as error:
        raise BundleBroken(f"{MANIFEST}: [{name}]: {error}") from None


def script(root: Path, name: str, data: Mapping[str, Any] | None = None) -> str:
    """The text of a bundle; see `pieces`."""
    return "".join(pieces(root, name, data))


def pieces(root: Path, name: str, data: Mapping[str, Any] | None = None) -> Iterator[str]:
    """The text of a bundle, piece by piece. data: what it is to find, by the names that the manifest gives.

    An iterator among the data becomes an array without ever being in memory as a whole.

    Errors: BundleBroken where a part is missing, two of them declare one name, or other data is given than named.
    """
    bundle, given = bundles(root)[name], data or {}
    if set(bundle.data) != set(given):
        raise BundleBroken(f"[{name}]: data is {sorted(given)}, {MANIFEST} says {sorted(bundle.data)}")
    texts = {part: _read(root, name, part) for part in bundle.parts}
    for twice in declared_twice(texts.values()):
        raise BundleBroken(f"{MANIFEST}: [{name}]: two parts declare {twice}")
    owner, _, function = bundle.held.partition(".")
    frame = HELD.format(owner=owner, name=function, text="\0") if owner else AT_ONCE.format(text="\0")
    begin, _, end = frame.partition("\0")
    yield begin
    for key, value in given.items():
        yield f"const {key} = "
        yield from array(value) if isinstance(value, Iterator) else (as_script(value),)
        yield ";\n"
    yield from texts.values()
    yield end


def array(rows: Iterator[Any]) -> Iterator[str]:
    """Rows as an array, piece by piece."""
    yield "["
    for place, row in enumerate(rows):
        yield ("," if place else "") + as_script(row)
    yield "]"


def write_script(root: Path, site: Path, name: str, data: Mapping[str, Any] | None = None) -> Path:
    """Write one bundle into a built site; returns its path."""
    path = site / bundles(root)[name].file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script(root, name, data), encoding="utf-8")
    return path


def write_scripts(root: Path, site: Path) -> None:
    """Write every bundle that takes no data. Those that do are written by the modules that have it."""
    for bundle in bundles(root).values():
        if not bundle.data:
            write_script(root, site, bundle.name)


def as_script(value: Any) -> str:
    """JSON as a script reads it: two characters end a line in scripts of before 2019, and not in JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def declared(text: str) -> set[str]:
    """The names that a part gives to all parts of its bundle."""
    lines = DECLARED.findall(text)
    return {name for first, rest in lines for name in (first, *ANOTHER.findall(rest))}


def declared_twice(texts: Iterable[str]) -> list[str]:
    """Names that more than one part declares for all of them, of which the last would silently win."""
    names = [name for text in texts for name in declared(text)]
    return sorted({name for name in names if names.count(name) > 1})


def _read(root: Path, name: str, part: str) -> str:
    path = root / FOLDER / f"{part}.js"
    if not path.is_file():
        raise BundleBroken(f"{MANIFEST}: [{name}]: parts: {path.relative_to(root)} is not there")
    text = path.read_text(encoding="utf-8")
    return text if part.startswith("..") else _without_comments(text)


def _without_comments(text: str) -> str:
    code = ASIDE.sub(r"\1", CAST.sub("", COMMENT.sub("", text)))
    return code.removeprefix('"use strict";\n').lstrip("\n")
