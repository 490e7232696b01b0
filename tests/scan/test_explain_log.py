"""`explain` without an id: the messages of a log, each with the changes behind it."""

import io
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from atlas.publish.tool_data import tool_data
from atlas.scan.tool import explain
from atlas.scan.tool.answers import answers
from atlas.scan.tool.known import Explained
from atlas.words.pasted import messages_in
from tests.words.answered import NOBODYS, PAGES, UNKNOWN
from tests.words.test_pasted import block

#: What the search takes from the text of a page, and no record says.
NEAR = "3.0/inspectdb-one-to-one"


@pytest.fixture(scope="module")
def changes(root: Path) -> dict[str, Explained]:
    known: dict[str, Explained] = tool_data(root)["changes"]
    return known


@pytest.mark.parametrize("name", PAGES)
def test_the_messages_of_a_block_have_the_pages_that_the_search_has(
    name: str, changes: dict[str, Explained]
) -> None:
    found = [answers(message, changes)[:1] for message in messages_in(block(name))]
    assert list(chain(*found)) == [page for page in PAGES[name] if page not in (UNKNOWN, NEAR)]


@pytest.mark.parametrize("text", NOBODYS)
def test_what_any_project_may_raise_has_no_page(text: str, changes: dict[str, Explained]) -> None:
    assert [answers(message, changes) for message in messages_in(text)] in ([], [[]])


def test_the_class_of_a_warning_may_be_that_of_another_release(changes: dict[str, Explained]) -> None:
    told = (
        "/srv/shop/text.py:3: PendingDeprecationWarning: force_text() is deprecated in favor of force_str()."
    )
    (message,) = messages_in(told)
    assert answers(message, changes) == ["3.0/force-text"]


def test_a_log_is_told_message_by_message(
    changes: dict[str, Explained], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(block("docker-log") + "\nAssertionError: 405 != 200\n"))
    assert explain.run(explain.options([], "explain"), changes) == 0
    first, *_, last = capsys.readouterr().out.split("\n\n")
    said, title, url = first.replace("\nline", " line").splitlines()[-3:]
    assert said.endswith("(2 times, first in line 3)")
    assert title.startswith("  3.0/ugettext: ")
    assert url.endswith("/releases/3.0/ugettext/")
    assert last.splitlines()[0] == "2 different messages; 1 with a page, not these:"
    assert last.splitlines()[1].startswith("  AssertionError: 405 != 200 (line ")


def test_a_checkout_explains_what_it_is_given(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "atlas", "explain"],
        cwd=root,
        input="AttributeError: 'WSGIRequest' object has no attribute 'is_ajax'\n",
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "\n  3.1/request-is-ajax: " in done.stdout
    assert done.stdout.endswith("1 message; 1 with a page.\n")
