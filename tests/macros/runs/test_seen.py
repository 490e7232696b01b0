"""You see: the recorded warnings, errors and results from the change on, to the letter."""

from typing import Any

import pytest

from atlas.facts.proof_files import page_proof
from atlas.facts.proofs import Environment, Proofs
from macros.runs.proofs import proof_of
from macros.runs.seen import seen
from tests.html_tables import text
from tests.macros.one_page import build_of
from tests.project import GOOD, Project

RELEASES = ("3.2", "4.0", "4.1", "4.2", "5.0")
WARNING = {"category": "RemovedInDjango50Warning", "text": "Shelves <close>."}
SILENT = "kind: changed\nsilent: true"


def drawn(project: Project, *results: dict[str, Any], silent: bool = False) -> str:
    source = GOOD.replace("kind: deprecated", SILENT).replace("removed: 5.0\n", "") if silent else GOOD
    project.write("4.1/shelves", source)
    record = {"Before": {"key": "000000000000", "results": list(results)}}
    environments = {name: Environment(f"{name}.9", "3.10.13", "2026-11-21") for name in RELEASES}
    proofs = Proofs({"4.1/shelves": page_proof(record)}, environments)
    change = build_of(project, proofs=proofs).library.by_id["4.1/shelves"]
    return text(seen(change, proof_of(proofs, change.id)))


def test_the_warning_and_the_error_are_there_with_their_releases(project: Project) -> None:
    html = drawn(
        project,
        {"releases": ["3.2", "4.0"], "status": "ok", "output": "1"},
        {"releases": ["4.1", "4.2"], "status": "warns", "output": "1", "messages": [WARNING]},
        {"releases": ["5.0"], "status": "fails", "error": {"type": "ImportError", "text": "no shelf"}},
    )
    assert "On 4.1 and 4.2 RemovedInDjango50Warning: Shelves <close>." in html
    assert "On 5.0 ImportError: no shelf" in html
    assert "Nothing warns" not in html


def test_a_text_is_there_once_with_all_its_releases(project: Project) -> None:
    def warns(release: str, *others: dict[str, str]) -> dict[str, Any]:
        text = f"See https://docs.djangoproject.com/en/{release}/x/."
        said = [{"category": "RemovedInDjango50Warning", "text": text}, *others]
        return {"releases": [release], "status": "warns", "messages": said}

    html = drawn(project, {"releases": ["4.0"], "status": "ok"}, warns("4.1"), warns("4.2", WARNING))
    assert html.count("https://docs.djangoproject.com") == 1
    assert "On 4.1 and later RemovedInDjango50Warning: See https://docs.djangoproject.com/en/4.1/x/." in html
    assert "On 4.2 RemovedInDjango50Warning: Shelves <close>." in html


def test_what_happened_before_the_change_is_not_of_it(project: Project) -> None:
    html = drawn(
        project,
        {"releases": ["3.2"], "status": "fails", "error": {"type": "KeyError", "text": "old"}},
        {"releases": ["4.0", "4.1", "4.2", "5.0"], "status": "ok", "output": "1"},
    )
    assert html == ""


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("two", "fails. The result is another one: Up to 4.0 one On 4.1 and later two"),
        ("two\nlines", "fails."),
    ],
    ids=["a line", "lines, which are left to the exact results"],
)
def test_a_silent_change_shows_both_results_where_they_are_short(
    project: Project, new: str, said: str
) -> None:
    html = drawn(
        project,
        {"releases": ["3.2", "4.0"], "status": "ok", "output": "one"},
        {"releases": ["4.1", "4.2", "5.0"], "status": "ok", "output": new},
        silent=True,
    )
    assert " ".join(html.split()) == f"You see Nothing warns and nothing {said}"


def test_the_error_of_a_sample_s_own_test_is_none_that_a_reader_sees(project: Project) -> None:
    html = drawn(
        project,
        {"releases": ["3.2", "4.0"], "status": "ok"},
        {"releases": ["4.1"], "status": "fails", "error": {"type": "AssertionError", "text": "405 != 302"}},
    )
    assert html == ""
