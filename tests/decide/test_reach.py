"""Of what was measured, only what the rules of now found is said."""

import pytest

from atlas.decide.reach import Measured, measured
from atlas.facts.reach import Met, ReleaseReach
from atlas.records.change import Change
from atlas.records.library import load
from atlas.records.rule_keys import rule_key
from tests.project import GOOD, NO_RULE, Project

RULED = GOOD.replace(NO_RULE, "detect:\n  - setting: SHELF_DAY\n")


def change_of(project: Project, text: str = RULED) -> Change:
    project.write("4.1/days", text)
    library, problems = load(project.root)
    assert not problems
    return library.changes[0]


def counted(change: str, key: str) -> dict[str, ReleaseReach]:
    met = Met(rules=key, packages=1, applications=0)
    packages = {"shelves": "1.0", "labels": "3.0"}
    row = ReleaseReach(day="2022-08-03", packages=packages, applications={"room": "5"}, changes={change: met})
    return {"4.1": row}


def test_counts_stand_beside_how_many_were_looked_at(project: Project) -> None:
    change = change_of(project)
    found = measured(change, counted(change.id, rule_key(change)))
    assert found == Measured("2022-08-03", packages=1, of_packages=2, applications=0, of_applications=1)
    assert found.year == "2022"


@pytest.mark.parametrize(("name", "key"), [("4.1/others", ""), ("4.1/days", "0123456789ab")])
def test_nothing_is_said_of_what_was_not_counted_by_these_rules(
    project: Project, name: str, key: str
) -> None:
    change = change_of(project)
    assert measured(change, {}) is None
    assert measured(change, counted(name, key or rule_key(change))) is None


def test_the_key_is_of_the_rules_and_of_no_word_beside(project: Project) -> None:
    key = rule_key(change_of(project))
    assert rule_key(change_of(project, RULED.replace("Shelves rest.", "Shelves sleep."))) == key
    assert rule_key(change_of(project, RULED.replace("SHELF_DAY", "SHELF_NIGHT"))) != key
    assert rule_key(change_of(project, RULED.replace("removed: 5.0", "removed: 5.1"))) != key
