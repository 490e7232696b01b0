"""The walls between scripts: which room may use whose names.

Scripts import nothing. The parts of one bundle share all their names, bundles share those that begin with `atlas`.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pytest

from atlas.publish.scripts import FOLDER, MANIFEST, bundles, declared
from tests.building import ROOT
from tests.test_walls import late_arrows, the_map

#: Where a script gives a name to other bundles.
GIVEN = re.compile(r"(?:^|[ .(])(?P<name>atlas[A-Z]\w*(?:\.\w+)?) = ")
USED = re.compile(r"\batlas[A-Z]\w*(?:\.\w+)?")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)


class Use(NamedTuple):
    """A script's use of a name that another room gives."""

    part: str
    name: str
    given_by: str

    @property
    def room(self) -> str:
        """The room of the script."""
        return room_of(self.part, scripts_map())


def scripts_map() -> dict[str, frozenset[str]]:
    """Rooms of scripts and what each may use, as the manifest says."""
    return the_map((ROOT / MANIFEST).read_text(encoding="utf-8"))


def room_of(part: str, rooms: Iterable[str]) -> str:
    """The room of a script, by its path; nothing for one outside of all, as the vendored parser."""
    return next((room for room in rooms if part.startswith(f"{room}/")), "")


def code_of(part: str) -> str:
    """A script without its comments."""
    return COMMENT.sub("", (ROOT / FOLDER / f"{part}.js").read_text(encoding="utf-8"))


def uses(codes: dict[str, str], walls: dict[str, frozenset[str]]) -> Iterator[Use]:
    """Every use of another room's name. codes: scripts without comments, by part."""
    rooms = {part: room_of(part, walls) for part in codes}
    given = {found["name"]: rooms[part] for part, code in codes.items() for found in GIVEN.finditer(code)}
    given |= {one.held: room_of(one.parts[-1], walls) for one in bundles(ROOT).values() if one.held}
    for part, code in codes.items():
        for name in sorted(set(USED.findall(code))):
            owner = given.get(name) or given.get(name.partition(".")[0], "nobody")
            yield Use(part, name, owner)
    for bundle in bundles(ROOT).values():
        known = {
            name: rooms[part] for part in bundle.parts if part in codes for name in declared(codes[part])
        }
        for part in bundle.parts:
            for name, owner in known.items():
                if part in codes and re.search(rf"(?<![.\w]){name}\b", codes[part]):
                    yield Use(part, name, owner)


def other_rooms(codes: dict[str, str]) -> list[Use]:
    """Uses of names of other rooms."""
    return [one for one in uses(codes, scripts_map()) if one.given_by != one.room]


@pytest.fixture(scope="module")
def codes() -> dict[str, str]:
    paths = (ROOT / FOLDER).rglob("*.js")
    parts = sorted(path.relative_to(ROOT / FOLDER).with_suffix("").as_posix() for path in paths)
    return {part: code_of(part) for part in parts}


def test_every_script_is_in_a_room_of_the_manifest(codes: dict[str, str]) -> None:
    assert [part for part in codes if not room_of(part, scripts_map())] == []


def test_no_script_uses_a_name_through_a_wall(codes: dict[str, str]) -> None:
    walls = scripts_map()
    assert [one for one in other_rooms(codes) if one.given_by not in walls[one.room]] == []


def test_a_name_used_through_a_wall_is_found(codes: dict[str, str]) -> None:
    added = {
        "search/worker": "atlasIndex.open();",
        "site/days": "const day = say(today);",
        "site/redirect": "const plan = window.atlasPlanner.plan;",
        "planner/words": "function say() {}",
    }
    with_them = {part: f"{code}\n{added.get(part, '')}" for part, code in codes.items()}
    wrong = [one for one in other_rooms(with_them) if one.given_by not in scripts_map()[one.room]]
    assert [(one.part, one.name, one.given_by) for one in wrong] == [
        ("search/worker", "atlasIndex.open", "nobody"),
        ("site/redirect", "atlasPlanner.plan", "planner"),
        ("site/days", "say", "planner"),
    ]


def test_arrows_between_scripts_point_up_and_are_used(codes: dict[str, str]) -> None:
    walls = scripts_map()
    assert late_arrows(walls) == []
    used = {(one.room, one.given_by) for one in other_rooms(codes)}
    assert {(room, one) for room, asked in walls.items() for one in asked} == used
