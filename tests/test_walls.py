"""The walls of the house: which room may import which, and who may start processes or use the network."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import atlas
from tests.building import ROOT

LINE = re.compile(r"^    (?P<room>\w+) +<- (?P<from>[\w ]*?) {2,}\S", re.M)
#: Modules by which a program reaches other programs or other machines.
OUTSIDE = frozenset(
    {"subprocess", "multiprocessing", "socket", "ssl", "ftplib", "smtplib", "asyncio", "signal"}
)
OUTSIDE_PARTS = frozenset({"urllib.request", "http.client", "http.server", "xmlrpc.client"})
ALLOWED_OUTSIDE = frozenset({"sync", "prove"})
BUILDER = frozenset({"mkdocs", "material", "macros", "properdocs"})


class Import(NamedTuple):
    """One import: the module's path below the root, the line, and the full name that it asks for."""

    path: str
    line: int
    name: str

    @property
    def room(self) -> str:
        """The room in which it stands; a module beside the rooms has its own name."""
        return Path(self.path).parts[1].removesuffix(".py")

    @property
    def is_command(self) -> bool:
        """Whether its module is a command, which may put rooms together."""
        return Path(self.path).name in ("__main__.py", "new.py")


def imports(folder: Path, root: Path) -> Iterator[Import]:
    """Every import of the modules below a folder, those inside of functions included."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                yield Import(path.relative_to(root).as_posix(), node.lineno, name)


def the_map() -> dict[str, frozenset[str]]:
    """Rooms and what each may import, as `atlas/__init__.py` says."""
    return {found["room"]: frozenset(found["from"].split()) for found in LINE.finditer(atlas.__doc__ or "")}


def broken_walls(found: list[Import], walls: dict[str, frozenset[str]]) -> list[str]:
    """A line for each import that goes through a wall."""
    return [
        f"{one.path}:{one.line}: {one.room} imports {one.name}; it may import {allowed or 'no room'}"
        for one in found
        for allowed in [", ".join(sorted(walls.get(one.room, ())))]
        if not one.is_command and one.name.startswith("atlas.")
        if (asked := one.name.split(".")[1]) != one.room and asked not in walls.get(one.room, frozenset())
    ]


@pytest.fixture(scope="module")
def found() -> list[Import]:
    return list(imports(ROOT / "atlas", ROOT))


def test_the_map_names_every_room_and_no_other() -> None:
    rooms = [path.parent.name for path in (ROOT / "atlas").glob("*/__init__.py")]
    assert sorted(the_map()) == sorted(rooms)


def test_no_room_imports_through_a_wall(found: list[Import]) -> None:
    assert broken_walls(found, the_map()) == []


def test_an_import_through_a_wall_is_named_with_its_line() -> None:
    upward = [Import("atlas/words/dates.py", 3, "atlas.decide.support")]
    assert broken_walls(upward, the_map()) == [
        "atlas/words/dates.py:3: words imports atlas.decide.support; it may import no room"
    ]


def test_arrows_point_up_the_map_so_that_there_is_no_circle() -> None:
    rooms = list(the_map())
    late = [
        (room, one)
        for room, asked in the_map().items()
        for one in asked
        if rooms.index(one) >= rooms.index(room)
    ]
    assert late == []


def test_every_arrow_of_the_map_is_used(found: list[Import]) -> None:
    used = {
        (one.room, one.name.split(".")[1])
        for one in found
        if one.name.startswith("atlas.") and not one.is_command
    }
    assert [
        (room, one) for room, asked in the_map().items() for one in sorted(asked) if (room, one) not in used
    ] == []


def test_only_sync_and_prove_reach_other_programs_or_machines(found: list[Import]) -> None:
    reaching = [
        f"{one.path}:{one.line}: {one.name}"
        for one in found
        if one.name.split(".")[0] in OUTSIDE or any(one.name.startswith(part) for part in OUTSIDE_PARTS)
    ]
    assert [line for line in reaching if Path(line).parts[1] not in ALLOWED_OUTSIDE] == []
    assert reaching, "the search for such imports finds none at all"


def test_the_atlas_knows_no_site_builder(found: list[Import]) -> None:
    assert [one for one in found if one.name.split(".")[0] in BUILDER] == []


def test_nothing_but_commands_imports_sync_or_prove(root: Path, found: list[Import]) -> None:
    everywhere = [*found, *imports(root / "macros", root)]
    asking = [
        one for one in everywhere if one.name.startswith(("atlas.sync", "atlas.prove")) and not one.is_command
    ]
    assert [one for one in asking if one.room not in ALLOWED_OUTSIDE] == []
