"""Impact: severity from the runs, and what the table makes of severity, reach and harm."""

from pathlib import Path

import pytest

from atlas.decide.impact import impact, rated, severity
from atlas.facts.proofs import PageProof, Proofs, Raised, Result, SampleProof
from atlas.records.change import Change
from atlas.records.library import load
from atlas.words.vocabulary import IMPACT_OF, IMPACT_OF_HARM, REACHES, SEVERITIES
from tests.project import GOOD, Project

RELEASES = ("4.0", "4.1", "4.2", "5.0")
FAILS = Raised("TypeError", "no")


def change(project: Project, **fields: str) -> Change:
    text = GOOD
    for name, value in fields.items():
        old = next((line for line in GOOD.splitlines() if line.startswith(f"{name}:")), None)
        text = (
            text.replace(f"{old}\n", f"{name}: {value}\n")
            if old
            else text.replace("area:", f"{name}: {value}\narea:")
        )
    project.write("4.1/shelves", text)
    library, problems = load(project.root)
    assert problems == []
    return library.changes[0]


def ran(**errors: Raised | None) -> PageProof:
    results = tuple(
        Result((release,), "fails" if error else "ok", error=error)
        for release, error in ((key[1:].replace("_", "."), error) for key, error in errors.items())
    )
    return PageProof({"Before": SampleProof("0" * 12, results)})


@pytest.mark.parametrize(
    ("fields", "proof", "expected"),
    [
        ({"removed": "5.0"}, ran(r5_0=FAILS), "stops"),
        ({"removed": "5.0"}, ran(r5_0=None), "differs"),
        ({"removed": "6.0"}, ran(r5_0=None), "warns"),
        ({"removed": "5.0", "looks": "true"}, ran(r5_0=None), "looks"),
        ({"removed": "5.0", "looks": "true"}, ran(r5_0=FAILS), "stops"),
        ({"removed": "5.0"}, PageProof(), "stops"),
        ({"removed": "5.0", "silent": "true"}, PageProof(), "differs"),
    ],
)
def test_severity_is_what_happens_where_the_change_is_necessary(
    project: Project, fields: dict[str, str], proof: PageProof, expected: str
) -> None:
    assert severity(change(project, **fields), proof, RELEASES) == expected


@pytest.mark.parametrize(
    ("fields", "found", "expected"),
    [
        ({}, "stops", None),
        ({"reach": '{few: "nobody measures shelves"}'}, "stops", "low"),
        ({"reach": '{most: "everybody measures shelves"}'}, "differs", "high"),
        ({"reach": '{few: "nobody measures shelves"}', "harm": "data"}, "differs", "high"),
        ({"reach": '{few: "nobody measures shelves"}', "harm": "data"}, "warns", "medium"),
    ],
)
def test_impact_is_read_from_the_table(
    project: Project, fields: dict[str, str], found: str, expected: str | None
) -> None:
    assert impact(change(project, **fields), found) == expected


def test_the_tables_have_every_severity_and_every_reach() -> None:
    assert list(IMPACT_OF) == list(SEVERITIES) == list(IMPACT_OF_HARM)
    assert all(list(row) == list(REACHES) for row in IMPACT_OF.values())


def test_a_typed_impact_stands_until_the_page_has_evidence(project: Project, tmp_path: Path) -> None:
    change(project)
    library, _ = load(project.root)
    assert [(one.impact, one.severity) for one in rated(library, Proofs({}, {})).changes] == [
        ("low", "stops")
    ]
    reach = 'reach: {most: "everybody measures shelves"}'
    project.write("4.1/shelves", GOOD.replace("impact: low", reach) + "\n## Evidence\n")
    library, _ = load(project.root)
    assert [(one.impact, one.severity) for one in rated(library, Proofs({}, {})).changes] == [
        ("high", "stops")
    ]
