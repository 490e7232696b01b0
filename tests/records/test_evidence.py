"""The evidence of a page: statements, forms for rules, and titles that nobody can read."""

from pathlib import Path

import pytest

from atlas.records.evidence import EXPECTED, forms_of, has_evidence, problems, statements_of
from atlas.records.pages import Page, read_page
from atlas.records.samples import samples_of


def page(tmp_path: Path, *parts: str) -> Page:
    file = tmp_path / "x.md"
    file.write_text("\n".join(["---", "title: x", "---", *parts]), encoding="utf-8")
    return read_page(file, Path("docs/x.md"))


def fence(title: str, text: str = "pass", language: str = "python") -> str:
    return f'```{language} title="{title}"\n{text}\n```'


def test_a_page_without_the_heading_has_no_evidence(tmp_path: Path) -> None:
    made = page(tmp_path, fence("Before", "print(1)"))
    assert not has_evidence(made)
    assert statements_of(made) == []
    assert list(problems(made)) == []


def test_statements_have_their_claim_their_spans_and_the_code_of_their_role(tmp_path: Path) -> None:
    made = page(
        tmp_path,
        fence("Before", "x = 1"),
        "## Evidence",
        fence("Holds on 4.1-4.2, 5.0.7-: one: two"),
        fence("Holds with Before everywhere: x is there", "assert x"),
    )
    assert has_evidence(made)
    first, second = statements_of(made)
    assert (first.claim, str(first.spans), first.sample.text) == ("one: two", "4.1-4.2, 5.0.7-", "pass")
    assert (second.sample.text, second.sample.offset, second.record) == (
        "x = 1\nassert x",
        1,
        "Holds: x is there",
    )


def test_run_is_done_with_the_code_of_each_role(tmp_path: Path) -> None:
    made = page(
        tmp_path,
        fence("Before: catalog/views.py", "old = 1"),
        fence("After: catalog/views.py", "new = 1"),
        fence("settings.py", "DEBUG = True"),
        fence("Run", "print(1)"),
        fence("Run with After", "print(2)"),
    )
    samples = samples_of(made)
    assert (samples["Before"].text, samples["After"].text) == ("print(1)", "print(2)")
    assert samples["Before"].files == {"settings.py": "DEBUG = True\n", "catalog/views.py": "old = 1\n"}


def test_a_role_without_code_is_not_run(tmp_path: Path) -> None:
    assert set(samples_of(page(tmp_path, fence("After", "x = 1"), fence("Run", "print(x)")))) == {"After"}


def test_forms_say_whether_they_are_hits_and_in_which_file(tmp_path: Path) -> None:
    made = page(
        tmp_path,
        fence("Found"),
        fence("Found in pytest.ini: a filter", "x", "ini"),
        fence("Not found: another name"),
    )
    assert [(form.hit, form.path) for form in forms_of(made)] == [
        (True, ""),
        (True, "pytest.ini"),
        (False, ""),
    ]


@pytest.mark.parametrize(
    ("title", "language", "said"),
    [
        ("Holds: x", "python", f"found title 'Holds: x', {EXPECTED}"),
        ("holds on 5.0-: x", "python", "found title 'holds on 5.0-: x', expected Run"),
        ("Run it", "python", "found title 'Run it', expected Run"),
        ("Found on 4.1", "python", "found title 'Found on 4.1', expected Run"),
        ("Holds on 5.x: x", "python", "Holds: found '5.x', expected a span such as 4.1, 4.1-4.2, 5.0- or 4.2.14-4.2"),
        ("Holds everywhere: x", "html+django", "a statement in 'html+django', expected python or console"),
    ],
)  # fmt: skip
def test_what_nobody_can_read_is_a_line(tmp_path: Path, title: str, language: str, said: str) -> None:
    (found,) = problems(page(tmp_path, fence(title, "x", language)))
    assert said in str(found) and found.line == 4
