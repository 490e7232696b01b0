"""The index of messages has each text once for a change, with every release that said it."""

from atlas.decide.messages import messages
from atlas.facts.proofs import Message, PageProof, Proofs, Raised, Result, SampleProof
from atlas.records.library import load
from tests.project import Project


def proofs(*results: Result) -> Proofs:
    return Proofs({"4.1/shelves": PageProof({"Before": SampleProof("", results)})}, {})


def test_a_page_without_runs_says_nothing(project: Project) -> None:
    project.write("4.1/shelves")
    found = messages(load(project.root)[0], Proofs({}, {}))
    assert (found.warnings, found.checks, found.errors) == ([], [], [])


def test_warnings_checks_and_errors_are_told_apart(project: Project) -> None:
    project.write("4.1/shelves")
    quiet = Message("models.W042", "choose one")
    loud = Message("RemovedInDjango50Warning", "going")
    runs = (
        Result(("4.1",), "warns", messages=(loud, quiet)),
        Result(("5.0",), "fails", error=Raised("TypeError", "gone")),
    )
    found = messages(load(project.root)[0], proofs(*runs))
    assert [(said.category, said.text) for said in found.warnings] == [("RemovedInDjango50Warning", "going")]
    assert [said.category for said in found.checks] == ["models.W042"]
    assert [(said.text, said.releases, said.role) for said in found.errors] == [("gone", ("5.0",), "Before")]


def test_a_text_that_several_releases_say_is_one_row(project: Project) -> None:
    project.write("4.1/shelves")
    same = Message("RemovedInDjango50Warning", "going")
    runs = (Result(("4.1",), "warns", "1", (same,)), Result(("4.2",), "warns", "2", (same,)))
    found = messages(load(project.root)[0], proofs(*runs))
    assert [said.releases for said in found.warnings] == [("4.1", "4.2")]
