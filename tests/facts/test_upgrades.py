"""`data/upgrades/`: a label that is wrong is a line, and so is one that contradicts another."""

from pathlib import Path

import pytest

from atlas.facts import upgrades
from atlas.words.problems import RecordsBroken
from tests.library import library_of

GOOD = """\
before: "1.0"
after: "2.0"
from: "3.2"
to: "4.1"
judged: aside
right:
  4.1/utc:
    - shelves/a.py:3
false:
  4.1/days:
    - shelves/a.py:4
no_page:
  - a name that is gone
"""
CHANGES = frozenset({"4.1/utc", "4.1/days"})
MISTAKES = {
    "judged: aside": ("judged: maybe", ":5: judged: found 'maybe', expected 'known' or 'aside'"),
    "- shelves/a.py:3": (
        "- shelves/a.py",
        ":8: right.4.1/utc.0: found 'shelves/a.py', expected a file and its line",
    ),
    '"3.2"': ('"3.2.1"', ":3: from: found '3.2.1', expected a feature release such as 4.1"),
    "4.1/days": ("4.1/day", ":10: false.4.1/day: found no change of this id; did you mean '4.1/days'?"),
    "no_page:": ("nopage:", ":12: nopage: unknown field; did you mean 'no_page'?"),
    "before:": ("earlier:", "before: missing"),
    "4.1/days:\n    - shelves/a.py:4": (
        "4.1/utc:\n    - shelves/a.py:3",
        ":10: false.4.1/utc: found shelves/a.py:3 under right, too; keep one",
    ),
    GOOD: ("before: [", "not valid YAML"),
}


def write(data: Path, text: str, name: str = "shelves") -> Path:
    """A file of labels below `data/`."""
    (data / upgrades.FOLDER).mkdir(exist_ok=True)
    (data / upgrades.FOLDER / f"{name}.yml").write_text(text)
    return data


def test_labels_are_read(tmp_path: Path) -> None:
    upgrade = upgrades.read(write(tmp_path, GOOD), CHANGES)["shelves"]
    assert (upgrade.before, upgrade.start, upgrade.to, upgrade.judged) == ("1.0", "3.2", "4.1", "aside")
    assert upgrade.right == {"4.1/utc": ["shelves/a.py:3"]}
    assert upgrade.false == {"4.1/days": ["shelves/a.py:4"]}


@pytest.mark.parametrize("old", MISTAKES)
def test_a_mistake_is_a_line(old: str, tmp_path: Path) -> None:
    new, said = MISTAKES[old]
    with pytest.raises(RecordsBroken) as broken:
        upgrades.read(write(tmp_path, GOOD.replace(old, new, 1)), CHANGES)
    assert said in str(broken.value)
    assert "data/upgrades/shelves.yml" in str(broken.value)


def test_a_name_that_no_index_writes_is_a_line(tmp_path: Path) -> None:
    with pytest.raises(RecordsBroken, match="found 'My_Shelves'; name it as the index writes it"):
        upgrades.read(write(tmp_path, GOOD, "My_Shelves"), CHANGES)


def test_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("aside", "maybe"))
    with pytest.raises(RecordsBroken) as broken:
        upgrades.read(write(tmp_path, GOOD.replace("aside", "perhaps"), "labels"), CHANGES)
    assert "maybe" in str(broken.value)
    assert "perhaps" in str(broken.value)


def test_the_labels_of_the_project_are_of_changes_that_there_are(root: Path) -> None:
    known = library_of(root).by_id.keys() | {
        f"imports/{release}" for release in library_of(root).facts.releases
    }
    upgrades.read(root / "data", frozenset(known))
