"""The walls of the house: which room may import which, and who may start processes or use the network."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import atlas
import macros
from tests.building import ROOT

LINE = re.compile(r"^#?    (?P<room>[\w/]+) +<- (?P<from>[\w/ ]*?) {2,}\S", re.M)
#: What describes the rooms of each house, in lines of that form.
MAPS = {"atlas": atlas.__doc__ or "", "macros": macros.__doc__ or ""}
#: Modules by which a program reaches other programs or other machines.
OUTSIDE = frozenset(
    {"subprocess", "multiprocessing", "socket", "ssl", "ftplib", "smtplib", "asyncio", "signal"}
)
OUTSIDE_PARTS = frozenset({"urllib.request", "http.client", "http.server", "xmlrpc.client"})
ALLOWED_OUTSIDE = frozenset({"sync", "prove"})
#: The one other module that starts a program: django-upgrade, for `scan --fix`.
FIXING = "atlas/scan/tool/fixing.py"
#: The one other module that knows of processes: more of the scanner's own, which leave Ctrl-C to the first.
PROCESSES = "atlas/scan/processes.py"
#: The room that puts those two together.
TOGETHER = "update"
BUILDER = frozenset({"mkdocs", "material", "macros", "properdocs"})
#: Folders that stand above both houses: nothing in those may import them.
ABOVE = frozenset({"preview", "bench", "tools", "tests"})


class Import(NamedTuple):
    """One import: the module's path below the root, the line, and the full name that it asks for."""

    path: str
    line: int
    name: str

    @property
    def house(self) -> str:
        """The package in which it stands."""
        return Path(self.path).parts[0]

    @property
    def room(self) -> str:
        """The room in which it stands; a module beside the rooms has its own name."""
        return Path(self.path).parts[1].removesuffix(".py")

    @property
    def asked(self) -> str:
        """The room of its own house that it asks for; nothing if it asks for something else."""
        house, _, rest = self.name.partition(".")
        return rest.partition(".")[0] if house == self.house else ""

    @property
    def is_command(self) -> bool:
        """Whether its module puts rooms together: a command, or the hooks of the site builder."""
        return Path(self.path).name in ("__main__.py", "new_page.py") or self.path == "macros/__init__.py"


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


def the_map(text: str) -> dict[str, frozenset[str]]:
    """Rooms and what each may use, by the lines of a text that describes them."""
    return {found["room"]: frozenset(found["from"].split()) for found in LINE.finditer(text)}


def broken_walls(found: list[Import], walls: dict[str, frozenset[str]]) -> list[str]:
    """A line for each import that goes through a wall."""
    return [
        f"{one.path}:{one.line}: {one.room} imports {one.name}; it may import {allowed or 'no room'}"
        for one in found
        for allowed in [", ".join(sorted(walls.get(one.room, ())))]
        if not one.is_command and one.asked not in ("", one.room, *walls.get(one.room, ()))
    ]


def late_arrows(walls: dict[str, frozenset[str]]) -> list[tuple[str, str]]:
    """Arrows to a room that is not above the room they come from."""
    rooms = list(walls)
    return [
        (room, one) for room, asked in walls.items() for one in asked if rooms.index(one) >= rooms.index(room)
    ]


@pytest.fixture(scope="module")
def found() -> list[Import]:
    return [one for house in MAPS for one in imports(ROOT / house, ROOT)]


@pytest.mark.parametrize("house", MAPS)
def test_the_map_names_every_room_and_no_other(house: str) -> None:
    rooms = [path.parent.name for path in (ROOT / house).glob("*/__init__.py")]
    assert sorted(the_map(MAPS[house])) == sorted(rooms)


@pytest.mark.parametrize(("house", "most"), [("atlas", 14), ("macros", 10)])
def test_the_rooms_are_seen_at_a_glance(house: str, most: int) -> None:
    files = (path.relative_to(ROOT / house) for path in (ROOT / house).rglob("*") if path.is_file())
    there = {path.parts[0] for path in files if "__pycache__" not in path.parts}
    assert len(there) <= most, sorted(there)


@pytest.mark.parametrize("house", MAPS)
def test_no_room_imports_through_a_wall(found: list[Import], house: str) -> None:
    assert broken_walls([one for one in found if one.house == house], the_map(MAPS[house])) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Import("atlas/words/dates.py", 3, "atlas.decide.support"), "it may import no room"),
        (Import("macros/tables/api.py", 3, "macros.pages.parts"), "it may import build"),
    ],
)
def test_an_import_through_a_wall_is_named_with_its_line(wrong: Import, said: str) -> None:
    lines = broken_walls([wrong], the_map(MAPS[wrong.house]))
    assert lines == [f"{wrong.path}:3: {wrong.room} imports {wrong.name}; {said}"]


@pytest.mark.parametrize("house", MAPS)
def test_arrows_point_up_the_map_so_that_there_is_no_circle(house: str) -> None:
    assert late_arrows(the_map(MAPS[house])) == []


@pytest.mark.parametrize("house", MAPS)
def test_every_arrow_of_the_map_is_used(found: list[Import], house: str) -> None:
    used = {(one.room, one.asked) for one in found if one.house == house and not one.is_command}
    walls = the_map(MAPS[house])
    assert [
        (room, one)
        for room, asked in walls.items()
        for one in sorted(asked - {room})
        if (room, one) not in used
    ] == []


def test_nothing_imports_what_stands_above_it(found: list[Import]) -> None:
    assert [one for one in found if one.name.split(".")[0] in ABOVE] == []


def test_only_sync_prove_and_fixing_reach_other_programs_or_machines(found: list[Import]) -> None:
    reaching = [
        one
        for one in found
        if one.name.split(".")[0] in OUTSIDE or any(one.name.startswith(part) for part in OUTSIDE_PARTS)
    ]
    assert [
        one for one in reaching if one.room not in ALLOWED_OUTSIDE and one.path not in {FIXING, PROCESSES}
    ] == []
    assert reaching, "the search for such imports finds none at all"


def test_the_atlas_knows_no_site_builder(found: list[Import]) -> None:
    assert [one for one in found if one.house == "atlas" and one.name.split(".")[0] in BUILDER] == []


def test_nothing_but_commands_imports_sync_or_prove(found: list[Import]) -> None:
    asking = [
        one for one in found if one.name.startswith(("atlas.sync", "atlas.prove")) and not one.is_command
    ]
    assert [
        one for one in asking if one.house == "macros" or one.room not in {*ALLOWED_OUTSIDE, TOGETHER}
    ] == []


def test_pages_are_drawn_without_the_scanner(found: list[Import]) -> None:
    assert [one for one in found if one.house == "macros" and one.name.startswith("atlas.scan")] == []


def test_the_server_of_the_preview_imports_nothing_that_an_edit_makes_stale() -> None:
    code = "import sys, preview.__main__; print([m for m in sys.modules if m.split('.')[0] in sys.argv[1:]])"
    run = [sys.executable, "-c", code, "atlas", "macros", "mkdocs"]
    assert subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout == "[]\n"
