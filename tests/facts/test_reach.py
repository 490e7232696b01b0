"""`data/reach.json` and the names behind it: what is written can be read, and a mistake is a line."""

from pathlib import Path

import pytest

from atlas.facts import reach, reach_names
from atlas.facts.reach import Met, ReleaseReach
from atlas.words.problems import RecordsBroken

MET = Met(rules="0123456789ab", packages=2, applications=0)
REACH = {
    release: ReleaseReach(
        day="2022-08-03",
        packages={"shelves": "1.0", "labels": "3.0"},
        applications={},
        changes={f"{release}/utc": MET},
    )
    for release in ("4.1", "3.2")
}


def test_what_is_written_is_read() -> None:
    text = reach.to_json(REACH)
    assert reach.parse(text) == REACH
    assert reach.to_json(reach.parse(text)) == text
    assert text.index('"3.2"') < text.index('"4.1"')
    assert text.index('"labels"') < text.index('"shelves"')


def test_nothing_is_a_file_too(tmp_path: Path) -> None:
    assert reach.parse(reach.to_json({})) == {}
    assert reach.load(tmp_path) == {}


def test_a_mistake_is_a_line_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / reach.NAME).write_text(reach.to_json(REACH).replace('"packages": 2', '"packages": -2'))
    with pytest.raises(RecordsBroken) as broken:
        reach.load(tmp_path)
    line = str(broken.value).splitlines()[0]
    assert "data/reach.json: 3.2.changes.3.2/utc.packages: found -2, expected at least 0" in line
    assert line.endswith("make reach")


NAMES = "packages:\n  - shelves\napplications:\n  - room\n"
MISTAKES = {
    NAMES.replace(
        "- room", "- Reading_Room"
    ): ":4: applications.0: found 'Reading_Room', expected the name as",
    NAMES.replace("- room", "- shelves"): ":4: applications.0: found 'shelves' twice; take one away",
    NAMES.replace("applications", "apps"): ":3: apps: unknown field; expected packages, applications",
    "packages: [\n": "not valid YAML",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_in_the_names_is_a_line(text: str, tmp_path: Path) -> None:
    (tmp_path / reach_names.FILE).write_text(text)
    with pytest.raises(RecordsBroken) as broken:
        reach_names.read(tmp_path)
    assert MISTAKES[text] in str(broken.value)


def test_the_names_of_the_project_are_many_enough_to_count(root: Path) -> None:
    names = reach_names.read(root / "data")
    assert len(names.packages) >= 300
    assert len(names.applications) >= 30
